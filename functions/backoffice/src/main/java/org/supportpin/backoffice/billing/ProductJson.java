package org.supportpin.backoffice.billing;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.money.Money;

/** A product as JSON: {@code {id, name, kind, onSale, prices: [{billingCycle, price}], upgrades}}. */
public final class ProductJson {

    private static final int MOST = 1000;

    private ProductJson() {}

    public static Obj write(Product product) {
        return Json.object()
                .put("id", product.id().value())
                .put("name", LocalizedTextJson.write(product.name()))
                .put("kind", Names.of(product.kind()))
                .put("onSale", product.onSale())
                .put(
                        "prices",
                        Json.array(
                                product.prices().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .toList(),
                                each -> Json.object()
                                        .put("billingCycle", each.getKey().text())
                                        .put("price", MoneyJson.write(each.getValue()))
                                        .build()))
                .put(
                        "upgrades",
                        Json.array(
                                product.upgrades().stream()
                                        .sorted(Comparator.comparing(ProductId::value))
                                        .toList(),
                                each -> Json.of(each.value())))
                .build();
    }

    private record Price(BillingCycle cycle, Money price) {}

    private static final Read<Price> PRICE = Read.object(fields -> {
        var cycle = fields.required("billingCycle", Read.text(BillingCycle::parse));
        var price = fields.required("price", MoneyJson.READ);
        return fields.make(() -> new Price(cycle.get(), price.get()));
    });

    /** What {@link #write} gave. */
    public static final Read<Product> READ = Read.object(fields -> {
        var id = fields.required("id", Read.text(ProductId::parse));
        var name = fields.required("name", LocalizedTextJson.READ);
        var kind = fields.required("kind", Names.of(Product.Kind.values()));
        var onSale = fields.required("onSale", Read.bool());
        var prices = fields.required("prices", Read.list(PRICE, 0, BillingCycle.values().length));
        var upgrades = fields.required("upgrades", Read.list(Read.text(ProductId::parse), 0, MOST));
        return fields.make(() -> new Product(
                id.get(),
                name.get(),
                kind.get(),
                onSale.get(),
                prices.get().stream().collect(Collectors.toMap(Price::cycle, Price::price)),
                Set.copyOf(upgrades.get())));
    });
}

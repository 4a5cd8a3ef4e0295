package org.supportpin.backoffice.billing.whmcs;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;

/**
 * A product in {@code GetProducts}, with its prices in one currency.
 *
 * @param name in the installation's language
 * @param isServer whether it is ordered with a host name rather than a domain
 * @param prices per cycle, before the configured VAT; without cycles that are free or not offered
 * @param hasSetupFee whether an order costs more than the first cycle
 */
record ListedProduct(
        long id, String name, boolean isServer, Map<BillingCycle, BigDecimal> prices, boolean hasSetupFee) {

    private static final int LONGEST_NAME = 200;

    /** Reads a product with its prices in a currency, given by its code. */
    static Read<ListedProduct> in(String currency) {
        return Read.object(fields -> {
            var id = fields.takingOthers().required("pid", Scalars.ID);
            var name = fields.required("name", Read.text(text -> Text.line(text, 1, LONGEST_NAME)));
            var type = fields.required("type", Scalars.TEXT);
            var payType = fields.required("paytype", Scalars.TEXT);
            var pricing = fields.required("pricing", Read.json());
            return fields.make(() -> {
                var listed =
                        pricing.get() instanceof Obj currencies && payType.get().equals("recurring")
                                ? currencies.object(currency)
                                : Optional.<Obj>empty();
                var prices = new EnumMap<BillingCycle, BigDecimal>(BillingCycle.class);
                var hasSetupFee = false;
                for (var cycle : BillingCycle.values()) {
                    var price = amount(listed.orElse(null), cycle.text());
                    if (price.signum() > 0) {
                        prices.put(cycle, price);
                        hasSetupFee |= amount(listed.orElse(null), cycle.text().charAt(0) + "setupfee")
                                        .signum()
                                > 0;
                    }
                }
                return new ListedProduct(
                        id.get(), name.get(), type.get().equals("server"), Map.copyOf(prices), hasSetupFee);
            });
        });
    }

    private static BigDecimal amount(@Nullable Obj prices, String name) {
        return Optional.ofNullable(prices)
                .flatMap(each -> each.get(name))
                .flatMap(json -> Scalars.AMOUNT_VALUE.from(json).asOptional())
                .orElse(BigDecimal.ZERO);
    }

    /**
     * The domain's product. It is on sale if the settings list it and it has no set-up fee, because a quote shows none.
     */
    Product product(WhmcsSettings settings) {
        var product = new ProductId(Long.toString(id));
        var asked = new EnumMap<BillingCycle, Money>(BillingCycle.class);
        prices.forEach((cycle, listed) -> settings.price(listed).ifPresent(price -> asked.put(cycle, price)));
        var upgrades = Optional.ofNullable(settings.products().get(product));
        return new Product(
                product,
                new LocalizedText(name, name),
                Product.Kind.SERVICE,
                upgrades.isPresent() && !hasSetupFee,
                asked,
                upgrades.orElse(Set.of()));
    }
}

package org.supportpin.simulated;

import static org.supportpin.domain.billing.BillingCycle.ANNUALLY;
import static org.supportpin.domain.billing.BillingCycle.BIENNIALLY;
import static org.supportpin.domain.billing.BillingCycle.MONTHLY;
import static org.supportpin.domain.billing.BillingCycle.QUARTERLY;
import static org.supportpin.domain.billing.BillingCycle.SEMIANNUALLY;
import static org.supportpin.domain.billing.BillingCycle.TRIENNIALLY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** The products of the simulated hosting company, at prices that include 24 % VAT. */
final class StartingProducts {

    static final Product PRO = service(
            "hosting-pro",
            "Φιλοξενία Pro",
            "Hosting Pro",
            Map.of(MONTHLY, "8.68", ANNUALLY, "89.28", BIENNIALLY, "160.70", TRIENNIALLY, "227.66"),
            Set.of());

    static final Product BASIC = service(
            "hosting-basic",
            "Φιλοξενία Basic",
            "Hosting Basic",
            Map.of(MONTHLY, "4.34", ANNUALLY, "44.64", BIENNIALLY, "80.35", TRIENNIALLY, "113.83"),
            Set.of(PRO.id()));

    static final Product VPS = service(
            "vps-1",
            "Εικονικός διακομιστής VPS 1",
            "Virtual server VPS 1",
            Map.of(MONTHLY, "14.88", QUARTERLY, "43.40", SEMIANNUALLY, "84.32", ANNUALLY, "161.20"),
            Set.of());

    /** No longer sold, only renewed. */
    static final Product START = retired(service(
            "hosting-start",
            "Φιλοξενία Start",
            "Hosting Start",
            Map.of(ANNUALLY, "29.76"),
            Set.of(BASIC.id(), PRO.id())));

    static final Product DOMAIN = new Product(
            new ProductId("domain-gr"),
            new LocalizedText("Όνομα χώρου .gr", ".gr domain name"),
            Product.Kind.DOMAIN,
            true,
            Map.of(BIENNIALLY, Money.euros("19.90")),
            Set.of());

    private StartingProducts() {}

    static List<Document> documents() {
        return Stream.of(BASIC, PRO, VPS, START, DOMAIN)
                .map(each -> new Document(Kind.PRODUCTS, each.id().value(), BillingJson.PRODUCT.write(each), 0))
                .toList();
    }

    private static Product service(
            String id, String greek, String english, Map<BillingCycle, String> prices, Set<ProductId> upgrades) {
        return new Product(
                new ProductId(id),
                new LocalizedText(greek, english),
                Product.Kind.SERVICE,
                true,
                prices.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> Money.euros(each.getValue()))),
                upgrades);
    }

    private static Product retired(Product product) {
        return new Product(product.id(), product.name(), product.kind(), false, product.prices(), product.upgrades());
    }
}

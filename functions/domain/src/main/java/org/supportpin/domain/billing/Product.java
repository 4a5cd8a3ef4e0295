package org.supportpin.domain.billing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;

/**
 * A product that the hosting company sells or used to sell.
 *
 * @param onSale whether it can be ordered; if not, existing services can still be renewed
 * @param prices for one whole cycle, VAT included; other cycles are not offered
 * @param upgrades the products to which a service of this product can be upgraded
 */
public record Product(
        ProductId id,
        LocalizedText name,
        Kind kind,
        boolean onSale,
        Map<BillingCycle, Money> prices,
        Set<ProductId> upgrades) {

    /** What a product is. */
    public enum Kind implements WireName {
        SERVICE,
        /** A domain; it is registered and renewed, but never ordered by phone. */
        DOMAIN
    }

    public Product {
        prices = Map.copyOf(prices);
        upgrades = Set.copyOf(upgrades);
    }

    public Optional<Money> price(BillingCycle cycle) {
        return Optional.ofNullable(prices.get(cycle));
    }
}

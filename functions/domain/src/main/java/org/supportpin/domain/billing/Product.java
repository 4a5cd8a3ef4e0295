package org.supportpin.domain.billing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;

/**
 * What the hoster sells, or sold once.
 *
 * @param onSale whether it can be ordered; one that is not can still be renewed by those who have it
 * @param prices for one whole cycle, VAT included; a cycle that is not here is not offered
 * @param upgrades what a service of this product can become
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
        /** A domain name; it is registered and renewed, but never ordered by telephone. */
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

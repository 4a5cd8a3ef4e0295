package org.supportpin.domain.billing;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;

/** What billing will do, bound to a price. */
public sealed interface BillingPlan permits ServiceOrder, Renewal, Upgrade {

    /** The customer who orders. */
    CustomerId customer();

    /** VAT included. */
    Money price();

    /** What will change on payment, as the customer sees it, with the price. */
    Difference change();
}

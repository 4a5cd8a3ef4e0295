package org.supportpin.domain.billing;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.identity.CustomerId;

/** What billing is to do, bound to a price. */
public sealed interface BillingPlan permits ServiceOrder, Renewal, Upgrade {

    /** For whom. */
    CustomerId customer();

    /** VAT included. */
    Money price();

    /**
     * What it changes once it is paid, as the customer is shown it.
     *
     * @param note what to say beside the value after, such as the price
     */
    Difference change(String note);
}

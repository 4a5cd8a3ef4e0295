package org.supportpin.domain.billing;

import org.supportpin.domain.identity.CustomerId;

/** What billing is to do, bound to a price. */
public sealed interface BillingPlan permits ServiceOrder, Renewal, Upgrade {

    /** For whom. */
    CustomerId customer();

    /** VAT included. */
    Money price();
}

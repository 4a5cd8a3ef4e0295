package org.supportpin.domain.billing;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;

/** How a service is renewed. */
public final class RenewServiceExecutor extends BillingExecutor<RenewService, Renewal> {

    public RenewServiceExecutor(Billing billing) {
        super(billing);
    }

    @Override
    Verdict<Renewal> quote(CustomerId customer, RenewService action, @Nullable Renewal accepted) {
        var service = billing.findService(action.service()).orElse(null);
        return BillingRules.renew(customer, service, productOf(service), action.cycle())
                .then(billing::quote);
    }

    @Override
    CallOutcome<PlacedOrder> place(ActionId id, Renewal plan) {
        return billing.renew(id, plan);
    }
}

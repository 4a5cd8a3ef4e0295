package org.supportpin.domain.action;

import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingDecision;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.customer.CustomerId;

/** How a service is renewed. The plan is the renewal with the price that was quoted. */
public final class RenewServiceProcedure implements Procedure<RenewService, Renewal, Billed<Renewal>> {

    private final Billing billing;

    public RenewServiceProcedure(Billing billing) {
        this.billing = billing;
    }

    @Override
    public Prepared<Renewal> prepare(CustomerId customer, RenewService action) {
        return BillingSteps.prepared(decide(customer, action));
    }

    @Override
    public Effect<Billed<Renewal>> carryOut(ActionId id, CustomerId customer, RenewService action, Renewal plan) {
        return BillingSteps.place(plan, () -> decide(customer, action), () -> billing.renew(id, plan));
    }

    @Override
    public Effect<Billed<Renewal>> findOut(ActionId id, CustomerId customer, RenewService action, Renewal plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private BillingDecision<Renewal> decide(CustomerId customer, RenewService action) {
        var service = billing.findService(action.service());
        return BillingRules.renew(
                        customer, service, service.flatMap(each -> billing.findProduct(each.product())), action.cycle())
                .then(billing::quote);
    }
}

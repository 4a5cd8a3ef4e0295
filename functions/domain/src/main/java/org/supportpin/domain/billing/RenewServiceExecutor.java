package org.supportpin.domain.billing;

import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;

/** How a service is renewed. The plan is the renewal with the price that was quoted. */
public final class RenewServiceExecutor implements ActionExecutor<RenewService, Renewal, BillingResult<Renewal>> {

    private final Billing billing;

    public RenewServiceExecutor(Billing billing) {
        this.billing = billing;
    }

    @Override
    public Prepared<Renewal> prepare(CustomerId customer, RenewService action) {
        return BillingSteps.prepared(decide(customer, action));
    }

    @Override
    public CallOutcome<BillingResult<Renewal>> carryOut(
            ActionId id, CustomerId customer, RenewService action, Renewal plan) {
        return BillingSteps.place(plan, () -> decide(customer, action), () -> billing.renew(id, plan));
    }

    @Override
    public CallOutcome<BillingResult<Renewal>> findOut(
            ActionId id, CustomerId customer, RenewService action, Renewal plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private BillingDecision<Renewal> decide(CustomerId customer, RenewService action) {
        var service = billing.findService(action.service());
        return BillingRules.renew(
                        customer, service, service.flatMap(each -> billing.findProduct(each.product())), action.cycle())
                .then(billing::quote);
    }
}

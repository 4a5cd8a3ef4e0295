package org.supportpin.domain.billing;

import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import java.util.List;
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
    public Verdict<Proposal<Renewal>> plan(CustomerId customer, RenewService action) {
        return BillingSteps.proposal(decide(customer, action));
    }

    @Override
    public CallOutcome<BillingResult<Renewal>> execute(
            ActionId id, CustomerId customer, RenewService action, Renewal plan) {
        return BillingSteps.place(plan, decide(customer, action), () -> billing.renew(id, plan));
    }

    @Override
    public CallOutcome<BillingResult<Renewal>> reconcile(
            ActionId id, CustomerId customer, RenewService action, Renewal plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private Verdict<Renewal> decide(CustomerId customer, RenewService action) {
        var service = billing.findService(action.service()).orElse(null);
        return BillingRules.renew(
                        customer, service, BillingSteps.product(billing, service), action.cycle())
                .then(billing::quote);
    }

    @Override
    public List<Difference> changes(BillingResult<Renewal> result) {
        return BillingSteps.changes(result);
    }
}

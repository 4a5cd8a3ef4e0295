package org.supportpin.domain.billing;

import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import java.util.List;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;

/** How a service is upgraded. The plan is the upgrade with the price that was quoted, for the days from that day on. */
public final class UpgradeServiceExecutor implements ActionExecutor<UpgradeService, Upgrade, BillingResult<Upgrade>> {

    private final Billing billing;
    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param zone the hoster's, which tells what day it is
     */
    public UpgradeServiceExecutor(Billing billing, Clock clock, ZoneId zone) {
        this.billing = billing;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Verdict<Proposal<Upgrade>> plan(CustomerId customer, UpgradeService action) {
        return BillingSteps.proposal(decide(customer, action, LocalDate.ofInstant(clock.instant(), zone)));
    }

    /** The price is checked as of the day of the quote, so that an order that goes out after midnight is not refused for that. */
    @Override
    public CallOutcome<BillingResult<Upgrade>> execute(
            ActionId id, CustomerId customer, UpgradeService action, Upgrade plan) {
        return BillingSteps.place(plan, decide(customer, action, plan.on()), () -> billing.upgrade(id, plan));
    }

    @Override
    public CallOutcome<BillingResult<Upgrade>> reconcile(
            ActionId id, CustomerId customer, UpgradeService action, Upgrade plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private Verdict<Upgrade> decide(CustomerId customer, UpgradeService action, LocalDate on) {
        var service = billing.findService(action.service()).orElse(null);
        return BillingRules.upgrade(
                        customer,
                        service,
                        BillingSteps.product(billing, service),
                        billing.findProduct(action.product()).orElse(null),
                        on)
                .then(billing::quote);
    }

    @Override
    public List<Difference> changes(BillingResult<Upgrade> result) {
        return BillingSteps.changes(result);
    }
}

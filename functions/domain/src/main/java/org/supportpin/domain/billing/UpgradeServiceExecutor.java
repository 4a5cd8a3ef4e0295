package org.supportpin.domain.billing;

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
    public Prepared<Upgrade> prepare(CustomerId customer, UpgradeService action) {
        return BillingSteps.prepared(decide(customer, action, LocalDate.ofInstant(clock.instant(), zone)));
    }

    /** The price is checked as of the day of the quote, so that an order that goes out after midnight is not refused for that. */
    @Override
    public CallOutcome<BillingResult<Upgrade>> carryOut(
            ActionId id, CustomerId customer, UpgradeService action, Upgrade plan) {
        return BillingSteps.place(plan, () -> decide(customer, action, plan.on()), () -> billing.upgrade(id, plan));
    }

    @Override
    public CallOutcome<BillingResult<Upgrade>> findOut(
            ActionId id, CustomerId customer, UpgradeService action, Upgrade plan) {
        return BillingSteps.find(billing, id, plan);
    }

    private BillingDecision<Upgrade> decide(CustomerId customer, UpgradeService action, LocalDate on) {
        var service = billing.findService(action.service());
        return BillingRules.upgrade(
                        customer,
                        service,
                        service.flatMap(each -> billing.findProduct(each.product())),
                        billing.findProduct(action.product()),
                        on)
                .then(billing::quote);
    }
}

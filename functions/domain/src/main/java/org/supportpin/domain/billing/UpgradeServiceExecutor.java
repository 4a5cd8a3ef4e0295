package org.supportpin.domain.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;

/** How a service is upgraded. The price is for the days from the day of the quote on. */
public final class UpgradeServiceExecutor extends BillingExecutor<UpgradeService, Upgrade> {

    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param zone the hosting company's, which decides what day it is
     */
    public UpgradeServiceExecutor(Billing billing, Clock clock, ZoneId zone) {
        super(billing);
        this.clock = clock;
        this.zone = zone;
    }

    /** An accepted quote keeps its day, so that an order sent after midnight is not refused for that. */
    @Override
    Verdict<Upgrade> quote(CustomerId customer, UpgradeService action, @Nullable Upgrade accepted) {
        var day = accepted == null ? LocalDate.ofInstant(clock.instant(), zone) : accepted.on();
        var service = billing.findService(action.service()).orElse(null);
        var to = billing.findProduct(action.product()).orElse(null);
        return BillingRules.upgrade(customer, service, productOf(service), to, day)
                .then(billing::quote);
    }

    @Override
    List<Warning> warnings(Upgrade plan) {
        return BillingWarnings.of(plan);
    }

    @Override
    CallOutcome<PlacedOrder> place(ActionId id, Upgrade plan) {
        return billing.upgrade(id, plan);
    }
}

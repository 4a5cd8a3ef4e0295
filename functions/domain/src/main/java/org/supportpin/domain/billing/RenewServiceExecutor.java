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

/** How a service is renewed. */
public final class RenewServiceExecutor extends BillingExecutor<RenewService, Renewal> {

    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param zone the hosting company's, which decides what day it is
     */
    public RenewServiceExecutor(Billing billing, Clock clock, ZoneId zone) {
        super(billing);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    Verdict<Renewal> quote(CustomerId customer, RenewService action, @Nullable Renewal accepted) {
        var service = billing.findService(action.service()).orElse(null);
        return BillingRules.renew(customer, service, productOf(service), action.cycle())
                .then(billing::quote);
    }

    @Override
    List<Warning> warnings(Renewal plan) {
        return BillingWarnings.of(plan, LocalDate.ofInstant(clock.instant(), zone));
    }

    @Override
    CallOutcome<PlacedOrder> place(ActionId id, Renewal plan) {
        return billing.renew(id, plan);
    }
}

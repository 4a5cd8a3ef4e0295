package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.OTHER;
import static org.supportpin.domain.billing.Shop.service;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.testing.Verdicts;

class RenewServiceExecutorTest extends BillingExecutorContract<RenewService, Renewal> {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @Override
    ActionExecutor<RenewService, Renewal, BillingResult<Renewal>> executor() {
        return new RenewServiceExecutor(billing, clock, ATHENS);
    }

    @Override
    RenewService action() {
        return new RenewService(service().id(), null);
    }

    @Override
    void changePrice() {
        billing.put(dearer(BASIC));
    }

    @Override
    String forbid() {
        billing.put(service().renewing(new InvoiceId("inv-9")));
        return "renewal-already-invoiced";
    }

    @Test
    void aServiceThatWasPaidSinceIsNotWhatWasQuoted() {
        var plan = quoted();
        moveDueDate();

        assertRefused(executor().execute(ID, MARIA, action(), plan), "price-changed");
    }

    /** At half past ten in the evening by UTC, the next day has begun at the hosting company. */
    @Test
    void itsDayIsTheHostingCompanys() {
        clock = Clock.fixed(service().nextDue().atTime(22, 30).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

        assertThat(Verdicts.accepted(executor().plan(MARIA, action())).warnings())
                .extracting(Warning::code)
                .contains("service-expired");
    }

    /** Some billing systems calculate for themselves; what they ask is what is bound. */
    @Test
    void thePriceIsBillingsOwn() {
        billing.ownPrice = Money.euros("5.55");
        var plan = quoted();
        assertThat(plan.price()).isEqualTo(Money.euros("5.55"));
        billing.ownPrice = Money.euros("5.56");

        assertRefused(executor().execute(ID, MARIA, action(), plan), "price-changed");
        assertThat(billing.calls()).isEmpty();
    }

    @Test
    void whatBillingHasNoPriceForIsRefused() {
        var plan = quoted();
        billing.refusesToQuote = true;

        assertThat(refusal(MARIA)).isEqualTo("cycle-not-offered");
        assertRefused(executor().execute(ID, MARIA, action(), plan), "cycle-not-offered");
        assertThat(billing.calls()).isEmpty();
    }

    @Test
    void anothersServiceIsLikeNone() {
        var none = new RenewService(new ServiceId("svc-none"), null);

        assertThat(executor().plan(OTHER, action())).isEqualTo(executor().plan(OTHER, none));
        assertThat(refusal(OTHER)).isEqualTo("service-not-found");
        assertRefused(executor().execute(ID, OTHER, action(), quoted()), "service-not-found");
        assertThat(billing.calls()).isEmpty();
    }
}

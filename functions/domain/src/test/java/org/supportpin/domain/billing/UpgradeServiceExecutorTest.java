package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.OTHER;
import static org.supportpin.domain.billing.Shop.PRO;
import static org.supportpin.domain.billing.Shop.TODAY;
import static org.supportpin.domain.billing.Shop.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.money.Money;

class UpgradeServiceExecutorTest extends BillingExecutorContract<UpgradeService, Upgrade> {

    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private Clock clock = at(TODAY);

    @Override
    ActionExecutor<UpgradeService, Upgrade, BillingResult<Upgrade>> executor() {
        return new UpgradeServiceExecutor(billing, clock, ATHENS);
    }

    @Override
    UpgradeService action() {
        return new UpgradeService(service().id(), PRO.id());
    }

    @Override
    void changePrice() {
        billing.put(dearer(PRO));
    }

    @Override
    String forbid() {
        billing.put(service().upgrading(new OrderId("ord-9")));
        return "upgrade-in-progress";
    }

    @Test
    void theDayIsTheHostersOwn() {
        assertThat(quoted().on()).isEqualTo(TODAY);
        assertThat(quoted().price()).isEqualTo(Money.euros("7.20"));
    }

    @Test
    void aQuoteOutlivesMidnight() {
        var plan = quoted();
        clock = at(TODAY.plusDays(1));

        assertThat(executor().execute(ID, MARIA, action(), plan)).isInstanceOf(CallOutcome.Done.class);
    }

    @Test
    void aServiceThatWasPaidSinceIsNotWhatWasQuoted() {
        var plan = quoted();
        moveDueDate();

        assertRefused(executor().execute(ID, MARIA, action(), plan), "price-changed");
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
        var none = new UpgradeService(new ServiceId("svc-none"), PRO.id());

        assertThat(executor().plan(OTHER, action())).isEqualTo(executor().plan(OTHER, none));
        assertThat(refusal(OTHER)).isEqualTo("service-not-found");
        assertRefused(executor().execute(ID, OTHER, action(), quoted()), "service-not-found");
        assertThat(billing.calls()).isEmpty();
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(0, 30).atZone(ATHENS).toInstant(), ZoneOffset.UTC);
    }
}

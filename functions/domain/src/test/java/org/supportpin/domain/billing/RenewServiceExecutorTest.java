package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.OTHER;
import static org.supportpin.domain.billing.Shop.service;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.money.Money;

class RenewServiceExecutorTest extends BillingExecutorContract<RenewService, Renewal> {

    @Override
    ActionExecutor<RenewService, Renewal, BillingResult<Renewal>> executor() {
        return new RenewServiceExecutor(billing);
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

package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.BillingCycle;
import org.supportpin.domain.billing.BillingPlan;
import org.supportpin.domain.billing.BillingResult;
import org.supportpin.domain.billing.BillingRules;
import org.supportpin.domain.billing.ListedOrder;
import org.supportpin.domain.billing.Order;
import org.supportpin.domain.billing.OrderId;
import org.supportpin.domain.billing.OrderService;
import org.supportpin.domain.billing.OrderServiceExecutor;
import org.supportpin.domain.billing.OrderSubject;
import org.supportpin.domain.billing.OrderSubject.Purpose;
import org.supportpin.domain.billing.PlacedOrder;
import org.supportpin.domain.billing.Product;
import org.supportpin.domain.billing.ProductId;
import org.supportpin.domain.billing.RenewService;
import org.supportpin.domain.billing.RenewServiceExecutor;
import org.supportpin.domain.billing.Renewal;
import org.supportpin.domain.billing.Service;
import org.supportpin.domain.billing.ServiceId;
import org.supportpin.domain.billing.ServiceOrder;
import org.supportpin.domain.billing.Upgrade;
import org.supportpin.domain.billing.UpgradeService;
import org.supportpin.domain.billing.UpgradeServiceExecutor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.name.DomainName;

/** The contract of every billing system. */
public abstract class BillingContract {

    private static final DomainName HOST = new DomainName("contract.example.gr");

    private final ActionId id = newAction();
    private final ActionId other = newAction();

    /** The system under test. */
    protected abstract Billing billing();

    /** A product on sale by the year, which can be upgraded to {@link #better()}. */
    protected abstract Product product();

    /** A more expensive product, also on sale by the year. */
    protected abstract Product better();

    /**
     * A service of {@link #product()}: active, paid yearly and for some months to come, with nothing open. It exists from the
     * start of each test.
     */
    protected abstract Service service();

    /** An unpaid order of the service's customer, which exists from the start of each test. */
    protected abstract Order order();

    /** Another customer whom the system knows. */
    protected abstract CustomerId somebodyElse();

    /** The system's current day. */
    protected abstract LocalDate today();

    /** Different in each test, because a system remembers actions. */
    private static ActionId newAction() {
        return new ActionId(UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    private static Money dearer(Money price) {
        return new Money(price.value().add(java.math.BigDecimal.ONE), price.currency());
    }

    private static <P> P accepted(Verdict<P> decision) {
        assertThat(decision).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted<P>) decision).value();
    }

    private ServiceOrder newService() {
        return accepted(BillingRules.order(
                service().customer(), billing().findProduct(product().id()).orElse(null), BillingCycle.ANNUALLY, HOST));
    }

    private Renewal renewal() {
        return accepted(BillingRules.renew(service().customer(), service(), product(), null)
                .then(billing()::quote));
    }

    private Upgrade upgrade() {
        return accepted(BillingRules.upgrade(service().customer(), service(), product(), better(), today())
                .then(billing()::quote));
    }

    private Service now() {
        return billing().findService(service().id()).orElseThrow();
    }

    private PlacedOrder done(CallOutcome<PlacedOrder> effect) {
        assertThat(effect).isInstanceOf(CallOutcome.Done.class);
        return ((CallOutcome.Done<PlacedOrder>) effect).result();
    }

    private void isRefused(CallOutcome<PlacedOrder> effect, String rule) {
        assertThat(effect)
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    private void isAbsent(ActionId action, BillingPlan plan) {
        assertThat(billing().findByAction(action, plan)).isInstanceOf(CallOutcome.NotDone.class);
    }

    private void isUnpaid(PlacedOrder placed, Purpose purpose) {
        var found = billing().findOrder(placed.order()).orElseThrow();
        assertThat(found.customer()).isEqualTo(service().customer());
        assertThat(found.paid()).isFalse();
        assertThat(found.invoice().id()).isEqualTo(placed.invoice());
        assertThat(found.invoice().amount()).isEqualTo(placed.amountDue());
        assertThat(found.invoice().reference()).isEqualTo(placed.reference());
        assertThat(found.what())
                .isInstanceOfSatisfying(
                        OrderSubject.OfService.class,
                        what -> assertThat(what.purpose()).isEqualTo(purpose));
        assertThat(found.what().cycle()).isEqualTo(BillingCycle.ANNUALLY);
        assertThat(found.recipient()).isEqualTo(order().administrator());
    }

    @Test
    void existingFactsAreReportedCompletely() {
        assertThat(billing().findProduct(product().id())).contains(product());
        assertThat(billing().findProduct(better().id())).contains(better());
        assertThat(billing().findService(service().id())).contains(service());
        assertThat(billing().findOrder(order().id())).contains(order());
    }

    @Test
    void aCustomersOwnThingsAreListed() {
        var customer = service().customer();

        assertThat(billing().holder(customer))
                .hasValueSatisfying(holder -> assertThat(holder.customer()).isEqualTo(customer));
        assertThat(billing().services(customer).items())
                .contains(service())
                .allMatch(each -> each.customer().equals(customer));
        assertThat(billing().orders(customer).items())
                .contains(ListedOrder.of(order()))
                .allMatch(each -> each.customer().equals(customer));
        assertThat(billing().products().items()).contains(product(), better());
    }

    @Test
    void anotherCustomersThingsAreNotListed() {
        assertThat(billing().services(somebodyElse()).items())
                .extracting(Service::id)
                .doesNotContain(service().id());
        assertThat(billing().orders(somebodyElse()).items())
                .extracting(ListedOrder::id)
                .doesNotContain(order().id());
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (var nothing : new String[] {"987654321", "no-such-thing", "0", "007"}) {
            assertThat(billing().findProduct(new ProductId(nothing))).isEmpty();
            assertThat(billing().findService(new ServiceId(nothing))).isEmpty();
            assertThat(billing().findOrder(new OrderId(nothing))).isEmpty();
        }
    }

    @Test
    void aNewServiceIsOrderedAndWaitsForItsPayment() {
        var plan = newService();
        isAbsent(id, plan);
        var placed = done(billing().placeOrder(id, plan));

        assertThat(placed.amountDue()).isEqualTo(plan.price());
        isUnpaid(placed, Purpose.NEW);
        assertThat(((OrderSubject.OfService) billing()
                                .findOrder(placed.order())
                                .orElseThrow()
                                .what())
                        .name())
                .isEqualTo(HOST);
        assertThat(billing().findByAction(id, plan)).isEqualTo(CallOutcome.done(placed));
        isAbsent(other, plan);
    }

    @Test
    void anActionOrdersOnceAndAnotherOnceMore() {
        var plan = newService();
        var first = done(billing().placeOrder(id, plan));

        assertThat(done(billing().placeOrder(id, plan))).isEqualTo(first);
        assertThat(done(billing().placeOrder(other, plan)).order()).isNotEqualTo(first.order());
        assertThat(billing().findByAction(id, plan)).isEqualTo(CallOutcome.done(first));
    }

    @Test
    void aPriceThatIsNotAskedAnyMoreOrdersNothing() {
        var plan = newService();
        var stale =
                new ServiceOrder(plan.customer(), plan.product(), plan.cycle(), plan.hostname(), dearer(plan.price()));

        isRefused(billing().placeOrder(id, stale), BillingRules.PRICE_CHANGED);
        isAbsent(id, stale);
    }

    @Test
    void aRenewalIsInvoicedAndWaitsForItsPayment() {
        var plan = renewal();
        isAbsent(id, plan);
        var placed = done(billing().renew(id, plan));

        assertThat(placed.amountDue()).isEqualTo(plan.price());
        isUnpaid(placed, Purpose.RENEWAL);
        assertThat(billing().findByAction(id, plan)).isEqualTo(CallOutcome.done(placed));
        assertThat(now()).isEqualTo(service().renewing(placed.invoice()));
    }

    @Test
    void aRenewalIsInvoicedOnce() {
        var plan = renewal();
        var placed = done(billing().renew(id, plan));

        assertThat(done(billing().renew(id, plan))).isEqualTo(placed);
        isRefused(billing().renew(other, plan), BillingRules.RENEWAL_ALREADY_INVOICED);
    }

    @Test
    void aRenewalOfAnotherTermOrAtAnotherPriceIsNotInvoiced() {
        var plan = renewal();
        var past = new Renewal(
                plan.customer(),
                plan.service(),
                plan.name(),
                plan.product(),
                plan.before(),
                plan.cycle(),
                plan.paidUntil().minusYears(1),
                plan.paidUntil(),
                plan.price());

        isRefused(billing().renew(id, past), BillingRules.PRICE_CHANGED);
        isRefused(billing().renew(id, plan.at(dearer(plan.price()))), BillingRules.PRICE_CHANGED);
        assertThat(now()).isEqualTo(service());
        isAbsent(id, plan);
    }

    @Test
    void anUpgradeIsOrderedAndChangesNothingBeforeItsPayment() {
        var plan = upgrade();
        isAbsent(id, plan);
        var placed = done(billing().upgrade(id, plan));

        assertThat(placed.amountDue()).isEqualTo(plan.price());
        isUnpaid(placed, Purpose.UPGRADE);
        assertThat(billing().findByAction(id, plan)).isEqualTo(CallOutcome.done(placed));
        assertThat(now().product()).isEqualTo(product().id());
        assertThat(now().nextDue()).isEqualTo(service().nextDue());
    }

    @Test
    void aServiceHasOneUpgradeAtATime() {
        var plan = upgrade();
        var placed = done(billing().upgrade(id, plan));

        assertThat(done(billing().upgrade(id, plan))).isEqualTo(placed);
        isRefused(billing().upgrade(other, plan), BillingRules.UPGRADE_IN_PROGRESS);
    }

    /** Whether the rules notice it or billing does when asked for the price. */
    @Test
    void anUpgradeInProgressShowsBeforeAnotherIsAccepted() {
        done(billing().upgrade(id, upgrade()));
        var second = BillingRules.upgrade(service().customer(), now(), product(), better(), today())
                .then(billing()::quote);

        assertThat(second)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(BillingRules.UPGRADE_IN_PROGRESS));
    }

    @Test
    void anUpgradeOfAnotherTermIsNotOrdered() {
        var plan = upgrade();
        var past = new Upgrade(
                plan.customer(),
                plan.service(),
                plan.name(),
                plan.from(),
                plan.to(),
                plan.cycle(),
                plan.on(),
                plan.until().minusDays(1),
                plan.price());

        isRefused(billing().upgrade(id, past), BillingRules.PRICE_CHANGED);
        assertThat(now()).isEqualTo(service());
        isAbsent(id, plan);
    }

    /** The rules check this first, but a plan with the wrong customer must still do nothing. */
    @Test
    void anotherCustomersServiceIsNotTouched() {
        var renewal = renewal();
        var upgrade = upgrade();
        var renewed = billing()
                .renew(
                        id,
                        new Renewal(
                                somebodyElse(),
                                renewal.service(),
                                renewal.name(),
                                renewal.product(),
                                renewal.before(),
                                renewal.cycle(),
                                renewal.paidUntil(),
                                renewal.until(),
                                renewal.price()));
        var upgraded = billing()
                .upgrade(
                        id,
                        new Upgrade(
                                somebodyElse(),
                                upgrade.service(),
                                upgrade.name(),
                                upgrade.from(),
                                upgrade.to(),
                                upgrade.cycle(),
                                upgrade.on(),
                                upgrade.until(),
                                upgrade.price()));

        assertThat(renewed).isInstanceOf(CallOutcome.Refused.class);
        assertThat(upgraded).isInstanceOf(CallOutcome.Refused.class);
        assertThat(now()).isEqualTo(service());
    }

    @Test
    void whatIsPreviewedIsOrderedAndForThatAmount() {
        var action = new OrderService(product().id(), BillingCycle.ANNUALLY, HOST);
        asPreviewed(new OrderServiceExecutor(billing()), action);
    }

    @Test
    void whatIsPreviewedIsInvoicedAndForThatAmount() {
        var clock = Clock.fixed(today().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        asPreviewed(
                new RenewServiceExecutor(billing(), clock, ZoneOffset.UTC),
                new RenewService(service().id(), null));
    }

    @Test
    void whatIsPreviewedIsUpgradedAndForThatAmount() {
        var clock = Clock.fixed(today().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        asPreviewed(
                new UpgradeServiceExecutor(billing(), clock, ZoneOffset.UTC),
                new UpgradeService(service().id(), better().id()));
    }

    private <A extends Action, P extends BillingPlan> void asPreviewed(
            ActionExecutor<A, P, BillingResult<P>> executor, A action) {
        var shown = Verdicts.accepted(executor.plan(service().customer(), action));
        var result = AsPreviewed.done(executor, service().customer(), action);

        assertThat(result.placed().amountDue()).isEqualTo(shown.amountDue());
    }
}

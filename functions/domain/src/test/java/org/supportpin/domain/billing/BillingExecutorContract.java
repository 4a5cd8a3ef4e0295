package org.supportpin.domain.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supportpin.domain.billing.Shop.BASIC;
import static org.supportpin.domain.billing.Shop.MARIA;
import static org.supportpin.domain.billing.Shop.PRO;
import static org.supportpin.domain.billing.Shop.service;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.testing.Verdicts;

/** What holds for orders, renewals and upgrades alike. */
abstract class BillingExecutorContract<A extends Action, P extends BillingPlan> {

    static final ActionId ID = new ActionId("a".repeat(24));
    private static final ActionId ANOTHER = new ActionId("b".repeat(24));

    final FakeBilling billing = new FakeBilling().put(BASIC).put(PRO).put(service());

    abstract ActionExecutor<A, P, BillingResult<P>> executor();

    abstract A action();

    /** Makes the price another one. */
    abstract void changePrice();

    /** Makes a rule refuse it, and names the rule. */
    abstract String forbid();

    P quoted() {
        return quoted(MARIA);
    }

    P quoted(CustomerId customer) {
        var proposal = Verdicts.accepted(executor().plan(customer, action()));
        assertThat(proposal.risk()).isEqualTo(Risk.STANDARD);
        return proposal.plan();
    }

    String refusal(CustomerId customer) {
        return Verdicts.rule(executor().plan(customer, action()));
    }

    void assertRefused(CallOutcome<BillingResult<P>> effect, String rule) {
        assertThat(effect)
                .isInstanceOfSatisfying(
                        CallOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo(rule));
    }

    @Test
    void aCheckChangesNothing() {
        quoted();

        assertThat(billing.calls()).isEmpty();
    }

    @Test
    void whatWasQuotedIsPlacedInOneCall() {
        var plan = quoted();

        var effect = executor().execute(ID, MARIA, action(), plan);

        assertThat(effect).isInstanceOf(CallOutcome.Done.class);
        assertThat(billing.calls()).containsExactly(plan);
    }

    @Test
    void whatIsDoneIsWhatWasProposedAndItsOrderIsANote() {
        var proposed = Verdicts.accepted(executor().plan(MARIA, action()));
        var price = proposed.plan().price();

        assertThat(proposed.amountDue()).isEqualTo(price);
        assertThat(changes(proposed.plan(), price))
                .isEqualTo(List.of(proposed.changes().getFirst().noted("ord-6")));
        assertThat(changes(proposed.plan(), Money.euros("0.00")))
                .as("billing charges less than it quoted")
                .isEqualTo(List.of(proposed.changes().getFirst().noted("ord-6, 0.00 EUR")));
    }

    private List<Difference> changes(P plan, Money charged) {
        var placed = new PlacedOrder(new OrderId("ord-6"), new InvoiceId("inv-6"), charged, BankReference.of("9006"));
        return executor().changes(new BillingResult<>(plan, placed));
    }

    @Test
    void aPriceThatChangedSinceIsRefusedAndNothingIsPlaced() {
        var plan = quoted();
        changePrice();

        assertRefused(executor().execute(ID, MARIA, action(), plan), "price-changed");
        assertThat(billing.calls()).isEmpty();
    }

    @Test
    void theRulesAreCheckedAgainBeforeTheCall() {
        var plan = quoted();
        var rule = forbid();

        assertRefused(executor().execute(ID, MARIA, action(), plan), rule);
        assertThat(billing.calls()).isEmpty();
    }

    @Test
    void aRuleStandsAgainstItBeforeItIsAccepted() {
        assertThat(forbid()).isEqualTo(refusal(MARIA));
    }

    @Test
    void factsThatCannotBeReadStopIt() {
        var plan = quoted();
        billing.down = true;

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> executor().plan(MARIA, action()));
        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> executor().execute(ID, MARIA, action(), plan));
        assertThat(billing.calls()).isEmpty();
    }

    @Test
    void billingMaySayNo() {
        billing.refuses = true;

        assertRefused(executor().execute(ID, MARIA, action(), quoted()), "back-office-refused");
    }

    @Test
    void aLostAnswerIsFoundByTheActionsId() {
        var plan = quoted();
        billing.losesAnswers = true;

        assertThat(executor().execute(ID, MARIA, action(), plan)).isInstanceOf(CallOutcome.Unknown.class);
        assertThat(executor().reconcile(ID, MARIA, action(), plan))
                .isInstanceOfSatisfying(
                        CallOutcome.Done.class,
                        done -> assertThat(((BillingResult<?>) done.result()).plan())
                                .isEqualTo(plan));
        assertThat(executor().reconcile(ANOTHER, MARIA, action(), plan)).isInstanceOf(CallOutcome.NotDone.class);
    }

    @Test
    void whatCannotBeAskedNowIsAskedLater() {
        var plan = quoted();
        billing.down = true;

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> executor().reconcile(ID, MARIA, action(), plan));
    }

    static Product dearer(Product product) {
        return new Product(
                product.id(),
                product.name(),
                product.kind(),
                product.onSale(),
                Map.of(BillingCycle.ANNUALLY, Money.euros("99.00")),
                product.upgrades());
    }

    /** Somebody paid for another year. */
    void moveDueDate() {
        billing.put(new Service(
                service().id(),
                MARIA,
                BASIC.id(),
                BillingCycle.ANNUALLY,
                Service.Status.ACTIVE,
                service().nextDue().plusYears(1),
                service().name(),
                null,
                null));
    }
}

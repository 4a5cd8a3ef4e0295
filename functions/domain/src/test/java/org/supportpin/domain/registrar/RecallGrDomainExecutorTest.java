package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.ELENI_ID;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.SUBMITTED;
import static org.supportpin.domain.registrar.Domains.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.RegisteredDomain.Submission;
import org.supportpin.domain.testing.Verdicts;

class RecallGrDomainExecutorTest {

    private static final ActionId ID = new ActionId("abcdefghijklmnopqrstuvwx");
    private static final String NAME = "nea.gr";
    private static final RegisteredDomain DOMAIN = domain(NAME, NIKOS, MARIA);
    private static final RecallGrDomain ACTION = new RecallGrDomain(new DomainName(NAME));
    private static final DomainRecall PLAN = new DomainRecall(new DomainName(NAME), Status.ACTIVE, DOMAIN.submission());
    private static final Instant LAST = SUBMITTED.plus(Duration.ofDays(5));

    private final FakeRegistrar registrar = new FakeRegistrar().with(DOMAIN);

    @Nested
    class TheCheck {

        @Test
        void bindsTheRecallToTheRegistration() {
            assertThat(at(LAST).plan(MARIA_ID, ACTION))
                    .isEqualTo(Verdict.accepted(Proposal.of(PLAN, Risk.HIGH, PLAN.changes())
                            .warning(Warning.CANNOT_BE_UNDONE)
                            .warning(RecallRules.NAME_IS_FREE)
                            .reaching(PLAN.domain())
                            .until(PLAN.submission().at().plus(RecallRules.WINDOW))));
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void refusesOtherNamesWithoutAskingAnybody() {
            registrar.isDown = true;
            assertThat(prepared(MARIA_ID, LAST, "nea.com")).isEqualTo("not-a-gr-domain");
        }

        @Test
        void refusesWhatIsNotThereAndWhatIsAnotherCustomersAlike() {
            assertThat(prepared(ELENI_ID, LAST, NAME)).isEqualTo("domain-not-found");
            assertThat(prepared(MARIA_ID, LAST, "lathos.gr")).isEqualTo("domain-not-found");
        }

        @Test
        void refusesASecondRecall() {
            registrar.with(DOMAIN.with(Status.RECALLED));
            assertThat(prepared(MARIA_ID, LAST, NAME)).isEqualTo("domain-not-found");
        }

        @Test
        void refusesAfterTheWindow() {
            assertThat(prepared(MARIA_ID, LAST.plusMillis(1), NAME)).isEqualTo("recall-window-over");
        }

        private String prepared(CustomerId customer, Instant now, String name) {
            return Verdicts.rule(at(now).plan(customer, new RecallGrDomain(new DomainName(name))));
        }
    }

    @Nested
    class TheDispatch {

        @Test
        void isOneCallWithTheActionsId() {
            assertThat(execute(LAST)).isEqualTo(CallOutcome.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
            assertThat(registrar.now(NAME).status()).isEqualTo(Status.RECALLED);
        }

        @Test
        void looksAtTheWindowAgain() {
            assertThat(refused(LAST.plusMillis(1))).isEqualTo("recall-window-over");
        }

        @Test
        void looksAtWhoseItIsAgain() {
            registrar.with(domain(NAME, ELENI, NIKOS));
            assertThat(refused(LAST)).isEqualTo("caller-not-administrator");
            registrar.forget(NAME);
            assertThat(refused(LAST)).isEqualTo("domain-not-found");
        }

        @Test
        void neverTakesALaterRegistration() {
            registrar.with(new RegisteredDomain(
                    DOMAIN.name(),
                    DOMAIN.customer(),
                    DOMAIN.owner(),
                    DOMAIN.administrators(),
                    DOMAIN.nameservers(),
                    Status.ACTIVE,
                    new Submission(Submission.Kind.FIRST_REGISTRATION, SUBMITTED.plusSeconds(60)),
                    DOMAIN.expiresAt(),
                    DOMAIN.signing()));
            assertThat(refused(LAST)).isEqualTo("domain-changed");
        }

        @Test
        void letsTheRegistrarSayWhoseRecallItWas() {
            registrar.with(DOMAIN.with(Status.RECALLED));
            registrar.instead = CallOutcome.refused(new Refusal("domain-not-found", "None.", "Όχι."));
            assertThat(execute(LAST.plusSeconds(60)))
                    .isEqualTo(CallOutcome.refused(new Refusal("domain-not-found", "None.", "Όχι.")));
            assertThat(registrar.calls).containsExactly(ID);
        }

        @Test
        void doesNothingWhereTheFactsCannotBeRead() {
            registrar.isDown = true;
            assertThat(execute(LAST)).isEqualTo(CallOutcome.notDone());
        }

        private String refused(Instant now) {
            assertThat(registrar.calls).isEmpty();
            return switch (execute(now)) {
                case CallOutcome.Refused<DomainRecall>(var refusal) -> refusal.rule();
                case CallOutcome<DomainRecall> other -> throw new AssertionError(other);
            };
        }
    }

    @Nested
    class FindingOut {

        @Test
        void doneWhereTheDomainIsRecalled() {
            registrar.instead = CallOutcome.unknown();
            assertThat(execute(LAST)).isEqualTo(CallOutcome.unknown());
            assertThat(reconcile()).isEqualTo(CallOutcome.done(PLAN));
        }

        @Test
        void doneWhereItIsGone() {
            registrar.forget(NAME);
            assertThat(reconcile()).isEqualTo(CallOutcome.done(PLAN));
        }

        @Test
        void notDoneWhereTheRegistrationStands() {
            assertThat(reconcile()).isEqualTo(CallOutcome.notDone());
            registrar.with(DOMAIN.with(Status.LOCKED));
            assertThat(reconcile()).isEqualTo(CallOutcome.notDone());
        }

        @Test
        void nobodyKnowsWhereTheRegistryWasGivenSomethingElse() {
            registrar.with(domain(NAME, NIKOS, MARIA, Submission.Kind.TRANSFER));
            assertThat(reconcile()).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void waitsForARegistrarThatIsDown() {
            registrar.isDown = true;
            assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(this::reconcile);
        }

        private CallOutcome<DomainRecall> reconcile() {
            return at(LAST.plusSeconds(3600)).reconcile(ID, MARIA_ID, ACTION, PLAN);
        }
    }

    private CallOutcome<DomainRecall> execute(Instant now) {
        return CallOutcome.ofCallOnFacts(() -> at(now).execute(ID, MARIA_ID, ACTION, PLAN));
    }

    private RecallGrDomainExecutor at(Instant now) {
        return new RecallGrDomainExecutor(registrar, Clock.fixed(now, ZoneOffset.UTC));
    }
}

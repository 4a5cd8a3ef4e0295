package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.ELENI_ID;
import static org.supportpin.domain.registrar.Domains.GIORGOS;
import static org.supportpin.domain.registrar.Domains.MARIA;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.contact;
import static org.supportpin.domain.registrar.Domains.details;
import static org.supportpin.domain.registrar.Domains.domain;
import static org.supportpin.domain.registrar.Domains.usual;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.mail.Mail;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.testing.Verdicts;

class ChangeDomainAdministratorExecutorTest {

    private static final ActionId ID = new ActionId("abcdefghijklmnopqrstuvwx");
    private static final String NAME = "papadopoulou.gr";
    private static final ContactDetails ANNA = details("Άννα Δήμου", "anna@nea.gr");
    private static final ChangeDomainAdministrator ACTION =
            new ChangeDomainAdministrator(new DomainName(NAME), new NewAdministrator.Described(ANNA));
    private static final AdministratorEdit PLAN = new AdministratorEdit(new DomainName(NAME), MARIA, null, ANNA);
    private static final ChangeDomainAdministrator BY_CONTACT =
            new ChangeDomainAdministrator(new DomainName(NAME), new NewAdministrator.Listed(GIORGOS.id()));
    private static final AdministratorEdit PLAN_BY_CONTACT =
            new AdministratorEdit(new DomainName(NAME), MARIA, GIORGOS.id(), GIORGOS.details());

    private final FakeRegistrar registrar = new FakeRegistrar().with(usual()).with(MARIA, GIORGOS, NIKOS, ELENI);
    private final ChangeDomainAdministratorExecutor executor = new ChangeDomainAdministratorExecutor(registrar);

    @Nested
    class TheCheck {

        @Test
        void bindsTheChangeToTheAdministratorOfNowAndToTheNewOnesDetails() {
            assertThat(executor.plan(MARIA_ID, ACTION))
                    .isEqualTo(Verdict.accepted(Proposal.of(PLAN, Risk.HIGH, PLAN.changes())
                            .reaching(PLAN.domain())
                            .warning(AdministratorRules.NOT_TAKEN_BACK)));
            assertThat(executor.plan(MARIA_ID, BY_CONTACT))
                    .isEqualTo(Verdict.accepted(Proposal.of(PLAN_BY_CONTACT, Risk.HIGH, PLAN_BY_CONTACT.changes())
                            .reaching(PLAN_BY_CONTACT.domain())
                            .warning(AdministratorRules.NOT_TAKEN_BACK)));
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void refusesWhatIsNotThereAndWhatIsAnotherCustomersAlike() {
            assertThat(prepared(ELENI_ID, ACTION)).isEqualTo("domain-not-found");
            registrar.forget(NAME);
            assertThat(prepared(MARIA_ID, ACTION)).isEqualTo("domain-not-found");
        }

        @Test
        void refusesTheOwnerWhoIsNotTheAdministrator() {
            registrar.with(domain(NAME, MARIA, NIKOS));
            assertThat(prepared(MARIA_ID, ACTION)).isEqualTo("caller-not-administrator");
        }

        @Test
        void refusesALockedDomain() {
            registrar.with(usual().with(Status.LOCKED));
            assertThat(prepared(MARIA_ID, ACTION)).isEqualTo("domain-locked");
        }

        @ParameterizedTest
        @ValueSource(strings = {"con-99", "con-5"})
        void refusesAContactThatIsNotThereAndOneOfAnotherCustomersAlike(String id) {
            assertThat(prepared(MARIA_ID, byContact(id))).isEqualTo("contact-not-found");
        }

        @Test
        void refusesTheAdministratorWhoItIsAlready() {
            assertThat(prepared(MARIA_ID, byContact("con-1"))).isEqualTo("administrator-unchanged");
        }

        private String prepared(CustomerId customer, ChangeDomainAdministrator action) {
            return Verdicts.rule(executor.plan(customer, action));
        }

        private ChangeDomainAdministrator byContact(String id) {
            return new ChangeDomainAdministrator(new DomainName(NAME), new NewAdministrator.Listed(new ContactId(id)));
        }
    }

    @Nested
    class TheDispatch {

        @Test
        void changesTheAdministratorAndHasAMailForBoth() {
            assertThat(execute()).isEqualTo(CallOutcome.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
            assertThat(registrar.now(NAME).onlyAdministrator().orElseThrow().details())
                    .isEqualTo(ANNA);
            assertThat(AdministratorMails.about(PLAN, Language.GREEK))
                    .extracting(Mail::purpose)
                    .containsExactly("administrator-old", "administrator-new");
            assertThat(AdministratorMails.about(PLAN, Language.GREEK))
                    .extracting(mail -> mail.to().address())
                    .containsExactly("maria@example.gr", "anna@nea.gr");
        }

        @Test
        void takesAContactOfTheCustomersList() {
            assertThat(executor.execute(ID, MARIA_ID, BY_CONTACT, PLAN_BY_CONTACT))
                    .isEqualTo(CallOutcome.done(PLAN_BY_CONTACT));
            assertThat(registrar.now(NAME).onlyAdministrator().orElseThrow()).isEqualTo(GIORGOS);
        }

        @Test
        void neverTouchesTheOwner() {
            execute();
            assertThat(registrar.now(NAME).owner()).isEqualTo(MARIA);
            assertThat(registrar.contact(MARIA.id())).contains(MARIA);
        }

        @Test
        void isWhatTheRegistrarSays() {
            registrar.acts = false;
            registrar.instead = CallOutcome.refused(new Refusal("no", "No.", "Όχι."));
            assertThat(execute()).isEqualTo(CallOutcome.refused(new Refusal("no", "No.", "Όχι.")));
            registrar.instead = CallOutcome.notDone();
            assertThat(execute()).isEqualTo(CallOutcome.notDone());
            registrar.instead = CallOutcome.unknown();
            assertThat(execute()).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void checksTheRulesAgain() {
            registrar.with(domain(NAME, MARIA, NIKOS));
            assertThat(refused(ACTION, PLAN)).isEqualTo("caller-not-administrator");
            registrar.with(usual().with(Status.LOCKED));
            assertThat(refused(ACTION, PLAN)).isEqualTo("domain-locked");
            registrar.with(usual().with(Status.RECALLED));
            assertThat(refused(ACTION, PLAN)).isEqualTo("domain-not-found");
            registrar.forget(NAME);
            assertThat(refused(ACTION, PLAN)).isEqualTo("domain-not-found");
        }

        @Test
        void refusesAnotherAdministratorThanTheOneThatWasChecked() {
            registrar.with(domain(NAME, MARIA, contact("con-8", MARIA_ID, MARIA_ID, "Μαρία Π.", "mp@example.gr")));
            assertThat(refused(ACTION, PLAN)).isEqualTo("domain-changed");
        }

        @Test
        void refusesAContactThatIsNotAnyMoreTheOneThatWasChecked() {
            registrar.with(contact("con-2", MARIA_ID, null, "Γιώργος Δήμου", "other@allo.gr"));
            assertThat(refused(BY_CONTACT, PLAN_BY_CONTACT)).isEqualTo("contact-changed");
            registrar.with(contact("con-2", ELENI_ID, null, "Γιώργος Δήμου", "giorgos@allo.gr"));
            assertThat(refused(BY_CONTACT, PLAN_BY_CONTACT)).isEqualTo("contact-not-found");
            registrar.forget(GIORGOS.id());
            assertThat(refused(BY_CONTACT, PLAN_BY_CONTACT)).isEqualTo("contact-not-found");
        }

        @Test
        void doesNothingWhereTheFactsCannotBeRead() {
            registrar.isDown = true;
            assertThat(execute()).isEqualTo(CallOutcome.notDone());
        }

        private String refused(ChangeDomainAdministrator action, AdministratorEdit plan) {
            assertThat(registrar.calls).isEmpty();
            return switch (executor.execute(ID, MARIA_ID, action, plan)) {
                case CallOutcome.Refused<AdministratorEdit>(var refusal) -> refusal.rule();
                case CallOutcome<AdministratorEdit> other -> throw new AssertionError(other);
            };
        }
    }

    @Nested
    class FindingOut {

        @Test
        void doneIfTheAdministratorIsChanged() {
            execute();
            assertThat(reconcile()).isEqualTo(CallOutcome.done(PLAN));
        }

        @Test
        void notDoneIfTheAdministratorIsTheOldOne() {
            assertThat(reconcile()).isEqualTo(CallOutcome.notDone());
        }

        @Test
        void nobodyKnowsWhereTheAdministratorIsAThirdOne() {
            registrar.with(domain(NAME, MARIA, NIKOS));
            assertThat(reconcile()).isEqualTo(CallOutcome.unknown());
            registrar.forget(NAME);
            assertThat(reconcile()).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void waitsForARegistrarThatIsDown() {
            registrar.isDown = true;
            assertThatExceptionOfType(BackOfficeUnavailable.class)
                    .isThrownBy(ChangeDomainAdministratorExecutorTest.this::reconcile);
        }
    }

    @Nested
    class WhateverStopsIt {

        @Test
        void aLostAnswerOfTheRegistrarIsFoundAndNothingIsDoneTwice() {
            registrar.instead = CallOutcome.unknown();
            assertThat(execute()).isEqualTo(CallOutcome.unknown());

            assertThat(reconcile()).isEqualTo(CallOutcome.done(PLAN));
            assertThat(execute()).isEqualTo(CallOutcome.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
        }
    }

    private CallOutcome<AdministratorEdit> execute() {
        return CallOutcome.ofCallOnFacts(() -> executor.execute(ID, MARIA_ID, ACTION, PLAN));
    }

    private CallOutcome<AdministratorEdit> reconcile() {
        return executor.reconcile(ID, MARIA_ID, ACTION, PLAN);
    }
}

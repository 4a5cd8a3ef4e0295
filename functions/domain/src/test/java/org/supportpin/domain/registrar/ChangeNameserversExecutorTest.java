package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.supportpin.domain.registrar.Domains.ELENI;
import static org.supportpin.domain.registrar.Domains.ELENI_ID;
import static org.supportpin.domain.registrar.Domains.HOSTED;
import static org.supportpin.domain.registrar.Domains.MARIA_ID;
import static org.supportpin.domain.registrar.Domains.NIKOS;
import static org.supportpin.domain.registrar.Domains.domain;
import static org.supportpin.domain.registrar.Domains.servers;
import static org.supportpin.domain.registrar.Domains.usual;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.RegisteredDomain.Status;
import org.supportpin.domain.registrar.Signing.DsData;
import org.supportpin.domain.testing.Verdicts;

class ChangeNameserversExecutorTest {

    private static final ActionId ID = new ActionId("abcdefghijklmnopqrstuvwx");
    private static final String NAME = "papadopoulou.gr";
    private static final Nameservers ASKED = servers("ns1.allo.gr", "ns2.allo.gr");
    private static final ChangeNameservers ACTION = new ChangeNameservers(new DomainName(NAME), ASKED);
    private static final ChangeNameservers DESPITE =
            new ChangeNameservers(new DomainName(NAME), ASKED, ChangeNameservers.IfSilent.ASK_CUSTOMER);
    private static final Signing SIGNED = new Signing(true, List.of(new DsData(60485, 13, 2, "2BB183AF".repeat(8))));
    private static final NameserverEdit PLAN = new NameserverEdit(new DomainName(NAME), HOSTED, ASKED);

    private final FakeRegistrar registrar = new FakeRegistrar().with(usual());
    private final FakeDelegation delegation = new FakeDelegation();
    private final ChangeNameserversExecutor executor = new ChangeNameserversExecutor(registrar, delegation);

    @Nested
    class TheCheck {

        @Test
        void bindsTheChangeToTheNameserversOfNow() {
            var proposal = Verdicts.accepted(executor.plan(MARIA_ID, ACTION));

            assertThat(proposal.plan()).isEqualTo(PLAN);
            assertThat(proposal.risk()).isEqualTo(Risk.HIGH);
            assertThat(proposal.changes()).isEqualTo(PLAN.changes());
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void refusesWhatIsNotThereAndWhatIsAnotherCustomersAlike() {
            assertThat(prepared(ELENI_ID)).isEqualTo("domain-not-found");
            registrar.forget(NAME);
            assertThat(prepared(MARIA_ID)).isEqualTo("domain-not-found");
        }

        @Test
        void refusesARecalledDomainLikeNone() {
            registrar.with(usual().with(Status.RECALLED));
            assertThat(prepared(MARIA_ID)).isEqualTo("domain-not-found");
        }

        @Test
        void refusesWhoOnlyPays() {
            registrar.with(domain(NAME, ELENI, NIKOS));
            assertThat(prepared(MARIA_ID)).isEqualTo("caller-not-administrator");
        }

        @Test
        void refusesALockedDomain() {
            registrar.with(usual().with(Status.LOCKED));
            assertThat(prepared(MARIA_ID)).isEqualTo("domain-locked");
        }

        @Test
        void doesNotHideThatTheRegistrarIsDown() {
            registrar.isDown = true;
            assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(() -> executor.plan(MARIA_ID, ACTION));
        }

        @Test
        void asksTheNewNameserversAndThoseOfNowTogether() {
            executor.plan(MARIA_ID, ACTION);

            assertThat(delegation.asked)
                    .containsExactly(hosts("ns1.allo.gr", "ns2.allo.gr", "ns1.hoster.gr", "ns2.hoster.gr"));
        }

        @Test
        void saysWhatWillBecomeOfWebAndMail() {
            delegation.with(
                    new ServedZone(FakeDelegation.ZONE.apex(), FakeDelegation.ZONE.www(), Set.of(), Set.of()),
                    "ns1.allo.gr",
                    "ns2.allo.gr");

            assertThat(Verdicts.accepted(executor.plan(MARIA_ID, ACTION)).warnings())
                    .extracting(Warning::code)
                    .containsExactly("web-stays", "mail-stops");
        }

        @Test
        void refusesNameserversThatDoNotAnswer() {
            delegation.with("ns2.allo.gr", new Reply.Silent());
            assertThat(prepared(MARIA_ID)).isEqualTo("nameservers-do-not-answer");
        }

        @Test
        void leavesItToTheCustomerIfThatIsAskedFor() {
            delegation.with("ns2.allo.gr", new Reply.Silent());

            var proposal = Verdicts.accepted(executor.plan(MARIA_ID, DESPITE));

            assertThat(Objects.requireNonNull(proposal.unlessConsented()).rule())
                    .isEqualTo("nameservers-do-not-answer");
            assertThat(proposal.warnings()).contains(DelegationRules.SILENT);
            assertThat(executor.execute(ID, MARIA_ID, DESPITE, PLAN)).isEqualTo(CallOutcome.done(PLAN));
        }

        /** Nobody takes a signature away by telephone, whoever consents. */
        @Test
        void leavesASignedDomainToNobody() {
            registrar.with(usual().with(SIGNED));

            assertThat(Verdicts.rule(executor.plan(MARIA_ID, DESPITE))).isEqualTo("domain-signed");
        }

        @Test
        void asksNobodyIfAllAnswer() {
            assertThat(Verdicts.accepted(executor.plan(MARIA_ID, DESPITE)).unlessConsented())
                    .isNull();
        }

        @Test
        void doesNotMindThatThoseOfNowDoNotAnswer() {
            delegation.with("ns1.hoster.gr", new Reply.Silent()).with("ns2.hoster.gr", new Reply.NotAuthoritative());
            assertThat(Verdicts.plan(executor.plan(MARIA_ID, ACTION))).isEqualTo(PLAN);
        }

        @Test
        void refusesASignedDomainToOthers() {
            registrar.with(usual().with(SIGNED));
            assertThat(prepared(MARIA_ID)).isEqualTo("domain-signed");
        }

        @Test
        void asksNobodyForWhoMayNotChangeThem() {
            prepared(ELENI_ID);
            registrar.with(usual().with(Status.LOCKED));
            prepared(MARIA_ID);

            assertThat(delegation.asked).isEmpty();
        }

        @Test
        void asksNobodyWhereNothingChanges() {
            registrar.with(usual().with(ASKED).with(SIGNED));

            assertThat(Verdicts.accepted(executor.plan(MARIA_ID, ACTION)).warnings())
                    .containsExactly(Warning.NOTHING_CHANGES);
            assertThat(delegation.asked).isEmpty();
        }

        @Test
        void doesNotHideThatThereWasNoTimeToAsk() {
            delegation.hasNoTime = true;
            assertThatExceptionOfType(BackOfficeUnavailable.class).isThrownBy(() -> executor.plan(MARIA_ID, ACTION));
        }

        private String prepared(CustomerId customer) {
            return Verdicts.rule(executor.plan(customer, ACTION));
        }
    }

    @Nested
    class TheDispatch {

        @Test
        void isOneCallWithTheActionsId() {
            assertThat(execute()).isEqualTo(CallOutcome.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
            assertThat(registrar.now(NAME).nameservers()).isEqualTo(ASKED);
        }

        @Test
        void happensOnceHoweverOftenItIsRepeated() {
            execute();
            assertThat(execute()).isEqualTo(CallOutcome.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
        }

        @Test
        void needsNoCallWhereNothingChanges() {
            var same = servers("ns2.hoster.gr", "ns1.hoster.gr");
            var plan = new NameserverEdit(new DomainName(NAME), HOSTED, same);

            assertThat(executor.execute(ID, MARIA_ID, new ChangeNameservers(new DomainName(NAME), same), plan))
                    .isEqualTo(CallOutcome.done(plan));
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void refusesOtherNameserversThanThoseThatWereChecked() {
            registrar.with(usual().with(servers("ns1.nea.gr", "ns2.nea.gr")));
            assertThat(refused()).isEqualTo("domain-changed");
        }

        @Test
        void checksTheRulesAgain() {
            registrar.with(usual().with(Status.LOCKED));
            assertThat(refused()).isEqualTo("domain-locked");
            registrar.with(domain(NAME, ELENI, NIKOS));
            assertThat(refused()).isEqualTo("caller-not-administrator");
            registrar.with(usual().with(Status.RECALLED));
            assertThat(refused()).isEqualTo("domain-not-found");
            registrar.forget(NAME);
            assertThat(refused()).isEqualTo("domain-not-found");
        }

        @Test
        void asksTheNewNameserversAgain() {
            execute();
            assertThat(delegation.asked).containsExactly(hosts("ns1.allo.gr", "ns2.allo.gr"));
        }

        @Test
        void refusesNameserversThatNoLongerAnswer() {
            delegation.with("ns1.allo.gr", new Reply.NotAuthoritative());
            assertThat(refused()).isEqualTo("nameservers-do-not-answer");
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void refusesADomainThatWasSignedMeanwhile() {
            registrar.with(usual().with(SIGNED));
            assertThat(refused()).isEqualTo("domain-signed");
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void doesNothingWhereTheFactsCannotBeRead() {
            registrar.isDown = true;
            assertThat(execute()).isEqualTo(CallOutcome.notDone());
            registrar.isDown = false;
            delegation.hasNoTime = true;
            assertThat(execute()).isEqualTo(CallOutcome.notDone());
            assertThat(registrar.calls).isEmpty();
        }

        @Test
        void returnsWhatTheRegistrarReports() {
            registrar.acts = false;
            registrar.instead = CallOutcome.unknown();
            assertThat(execute()).isEqualTo(CallOutcome.unknown());
            registrar.instead = CallOutcome.notDone();
            assertThat(execute()).isEqualTo(CallOutcome.notDone());
            registrar.instead = CallOutcome.refused(new Refusal("no", "No.", "Όχι."));
            assertThat(execute()).isEqualTo(CallOutcome.refused(new Refusal("no", "No.", "Όχι.")));
        }

        private String refused() {
            assertThat(registrar.calls).isEmpty();
            return switch (execute()) {
                case CallOutcome.Refused<NameserverEdit>(var refusal) -> refusal.rule();
                case CallOutcome<NameserverEdit> other -> throw new AssertionError(other);
            };
        }
    }

    @Nested
    class FindingOut {

        @Test
        void doneWhereTheNameserversAreAsAskedFor() {
            registrar.instead = CallOutcome.unknown();
            assertThat(execute()).isEqualTo(CallOutcome.unknown());
            assertThat(reconcile()).isEqualTo(CallOutcome.done(PLAN));
        }

        @Test
        void notDoneWhereTheyAreAsBefore() {
            assertThat(reconcile()).isEqualTo(CallOutcome.notDone());
        }

        @Test
        void nobodyKnowsWhereTheyAreNeither() {
            registrar.with(usual().with(servers("ns1.nea.gr", "ns2.nea.gr")));
            assertThat(reconcile()).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void nobodyKnowsWithoutTheDomain() {
            registrar.forget(NAME);
            assertThat(reconcile()).isEqualTo(CallOutcome.unknown());
        }

        @Test
        void waitsForARegistrarThatIsDown() {
            registrar.isDown = true;
            assertThatExceptionOfType(BackOfficeUnavailable.class)
                    .isThrownBy(ChangeNameserversExecutorTest.this::reconcile);
        }
    }

    @Test
    void whatCouldNotBeAskedForIsNoAction() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeNameservers(new DomainName(NAME), servers("ns1.hoster.gr")));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ChangeNameservers(new DomainName(NAME), servers("ns1.hoster.gr", "ns1.papadopoulou.gr")));
    }

    private static List<DomainName> hosts(String... names) {
        return Stream.of(names).map(DomainName::new).toList();
    }

    private CallOutcome<NameserverEdit> execute() {
        return CallOutcome.ofCallOnFacts(() -> executor.execute(ID, MARIA_ID, ACTION, PLAN));
    }

    private CallOutcome<NameserverEdit> reconcile() {
        return executor.reconcile(ID, MARIA_ID, ACTION, PLAN);
    }
}

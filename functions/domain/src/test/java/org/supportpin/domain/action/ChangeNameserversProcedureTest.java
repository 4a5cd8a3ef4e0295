package org.supportpin.domain.action;

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

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Procedure.Prepared;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.NameserverChange;
import org.supportpin.domain.registrar.Nameservers;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

class ChangeNameserversProcedureTest {

    private static final ActionId ID = new ActionId("abcdefghijklmnopqrstuvwx");
    private static final String NAME = "papadopoulou.gr";
    private static final Nameservers ASKED = servers("ns1.allo.gr", "ns2.allo.gr");
    private static final ChangeNameservers ACTION = new ChangeNameservers(new DomainName(NAME), ASKED);
    private static final NameserverChange PLAN = new NameserverChange(new DomainName(NAME), HOSTED, ASKED);

    private final FakeRegistrar registrar = new FakeRegistrar().with(usual());
    private final ChangeNameserversProcedure procedure = new ChangeNameserversProcedure(registrar);

    @Nested
    class TheCheck {

        @Test
        void bindsTheChangeToTheNameserversOfNow() {
            assertThat(procedure.prepare(MARIA_ID, ACTION)).isEqualTo(new Prepared.Ready<>(PLAN, Risk.HIGH));
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
            assertThatExceptionOfType(BackOfficeUnavailable.class)
                    .isThrownBy(() -> procedure.prepare(MARIA_ID, ACTION));
        }

        private String prepared(CustomerId customer) {
            return switch (procedure.prepare(customer, ACTION)) {
                case Prepared.Ready<NameserverChange>(var plan, var _) -> throw new AssertionError(plan);
                case Prepared.Refused<NameserverChange>(var refusal) -> refusal.rule();
                case Prepared.Faulty<NameserverChange>(var faults) -> throw new AssertionError(faults);
            };
        }
    }

    @Nested
    class TheDispatch {

        @Test
        void isOneCallWithTheActionsId() {
            assertThat(carryOut()).isEqualTo(Effect.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
            assertThat(registrar.now(NAME).nameservers()).isEqualTo(ASKED);
        }

        @Test
        void happensOnceHoweverOftenItIsRepeated() {
            carryOut();
            assertThat(carryOut()).isEqualTo(Effect.done(PLAN));
            assertThat(registrar.calls).containsExactly(ID);
        }

        @Test
        void needsNoCallWhereNothingChanges() {
            var same = servers("ns2.hoster.gr", "ns1.hoster.gr");
            var plan = new NameserverChange(new DomainName(NAME), HOSTED, same);

            assertThat(procedure.carryOut(ID, MARIA_ID, new ChangeNameservers(new DomainName(NAME), same), plan))
                    .isEqualTo(Effect.done(plan));
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
        void doesNothingWhereTheFactsCannotBeRead() {
            registrar.isDown = true;
            assertThat(carryOut()).isEqualTo(Effect.notDone());
        }

        @Test
        void tellsWhatTheRegistrarTells() {
            registrar.acts = false;
            registrar.instead = Effect.unknown();
            assertThat(carryOut()).isEqualTo(Effect.unknown());
            registrar.instead = Effect.notDone();
            assertThat(carryOut()).isEqualTo(Effect.notDone());
            registrar.instead = Effect.refused(new Refusal("no", "No."));
            assertThat(carryOut()).isEqualTo(Effect.refused(new Refusal("no", "No.")));
        }

        private String refused() {
            assertThat(registrar.calls).isEmpty();
            return switch (carryOut()) {
                case Effect.Refused<NameserverChange>(var refusal) -> refusal.rule();
                case Effect<NameserverChange> other -> throw new AssertionError(other);
            };
        }
    }

    @Nested
    class FindingOut {

        @Test
        void doneWhereTheNameserversAreAsAskedFor() {
            registrar.instead = Effect.unknown();
            assertThat(carryOut()).isEqualTo(Effect.unknown());
            assertThat(findOut()).isEqualTo(Effect.done(PLAN));
        }

        @Test
        void notDoneWhereTheyAreAsBefore() {
            assertThat(findOut()).isEqualTo(Effect.notDone());
        }

        @Test
        void nobodyKnowsWhereTheyAreNeither() {
            registrar.with(usual().with(servers("ns1.nea.gr", "ns2.nea.gr")));
            assertThat(findOut()).isEqualTo(Effect.unknown());
        }

        @Test
        void nobodyKnowsWithoutTheDomain() {
            registrar.forget(NAME);
            assertThat(findOut()).isEqualTo(Effect.unknown());
        }

        @Test
        void waitsForARegistrarThatIsDown() {
            registrar.isDown = true;
            assertThatExceptionOfType(BackOfficeUnavailable.class)
                    .isThrownBy(ChangeNameserversProcedureTest.this::findOut);
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

    private Effect<NameserverChange> carryOut() {
        return procedure.carryOut(ID, MARIA_ID, ACTION, PLAN);
    }

    private Effect<NameserverChange> findOut() {
        return procedure.findOut(ID, MARIA_ID, ACTION, PLAN);
    }
}

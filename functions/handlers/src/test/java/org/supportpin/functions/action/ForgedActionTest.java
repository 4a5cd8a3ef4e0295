package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Actions.Waiting;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Requester.InCall;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.testing.Mishaps.Mishap;
import org.supportpin.domain.testing.Samples;

/** Security row 29: an action that was forged, altered or put back from a backup is never carried out, by whatever way. */
class ForgedActionTest {

    private static final Duration ABANDONED = Duration.ofSeconds(61);

    private static final String PARAMETERS = """
            {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"shop","type":"A","records":["195.251.255.20"]}]}""";

    private final ActionHouse house = new ActionHouse();

    /** Accepted, but never arrived. */
    private ActionRecord pending() {
        house.zones.mishaps.are(Mishap.LOSES_REQUEST);
        house.execute(ActionName.CHANGE_DNS_RECORDS, PARAMETERS);
        return found(house.id());
    }

    private ActionRecord found(ActionId id) {
        return house.store.find(id).orElseThrow();
    }

    private static InCall call(Request request) {
        return request.call().orElseThrow();
    }

    private void recoverForAWhile() {
        for (int minute = 0; minute < 3; minute++) {
            house.clock.advance(ABANDONED);
            house.recover();
        }
    }

    private void assertSetAside(ActionId id) {
        assertThat(house.zones.edits).isEmpty();
        var action = found(id);
        assertThat(action.status()).isEqualTo(ActionStatus.FAILED);
        assertThat(action.end())
                .isNotNull()
                .satisfies(end -> assertThat(end.needsHuman()).isTrue());
        assertThat(house.store.due(Instant.MAX)).isEmpty();
        assertThat(house.log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("\"outcome\":\"action-not-in-ledger\"")
                .contains("\"RotationViolations\":1");
    }

    @Test
    void whatTheLedgerAcceptedIsSentAgain() {
        pending();

        recoverForAWhile();

        assertThat(house.zones.edits).hasSize(1);
        assertThat(found(house.id()).status()).isEqualTo(ActionStatus.SUCCEEDED);
    }

    @Test
    void anActionThatTheLedgerDoesNotKnowIsNeverDispatched() {
        var real = pending();
        var id = ActionId.of(call(real.request()).verification(), new IdempotencyKey("forged"));
        house.store.plant(new ActionRecord(
                id, real.request(), real.texts(), real.dispatches(), null, null, real.entries(), real.version()));
        house.store.plant(real.ended(Samples.end(), 9));

        recoverForAWhile();

        assertSetAside(id);
    }

    /** The one behind it in the queue has its turn in the same run. */
    @Test
    void anActionThatCannotBeReadIsSetAsideAndStopsNoOther() {
        var real = pending();
        var spoilt = ActionId.of(call(real.request()).verification(), new IdempotencyKey("spoilt"));
        house.store.plant(new ActionRecord(
                spoilt,
                real.request(),
                real.texts(),
                new ActionRecord.Dispatches(1, Instant.EPOCH),
                null,
                null,
                real.entries(),
                real.version()));
        house.store.spoil(spoilt);
        house.clock.advance(ABANDONED);

        house.recover();

        assertThat(found(house.id()).status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.store.due(Instant.MAX)).isEmpty();
        assertThat(house.log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("\"outcome\":\"action-unreadable\"")
                .contains("\"RotationViolations\":1");
    }

    /** An item in the queue whose key names no action: nothing can be done with it, but it is counted. */
    @Test
    void anItemInTheQueueThatIsNoActionStopsNoOther() {
        pending();
        house.clock.advance(ABANDONED);
        house.aroundActions = actions -> new WithWaiting(actions, new Waiting(null, null));

        house.recover();

        assertThat(found(house.id()).status()).isEqualTo(ActionStatus.SUCCEEDED);
        assertThat(house.log.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("\"outcome\":\"pending-items-unknown\"")
                .contains("\"RotationViolations\":1");
    }

    private record WithWaiting(Actions actions, Waiting first) implements Actions {

        @Override
        public Optional<ActionRecord> find(ActionId id) {
            return actions.find(id);
        }

        @Override
        public Iterable<Waiting> due(Instant before) {
            var all = new ArrayList<>(List.of(first));
            actions.due(before).forEach(all::add);
            return all;
        }

        @Override
        public Optional<ActionRecord> look(ActionId id, Instant before, Instant now) {
            return actions.look(id, before, now);
        }

        @Override
        public boolean claim(ActionRecord dispatched) {
            return actions.claim(dispatched);
        }

        @Override
        public Unsettled unsettled(@Nullable String from, int limit) {
            return actions.unsettled(from, limit);
        }

        @Override
        public boolean setAside(ActionId id, Instant at) {
            return actions.setAside(id, at);
        }
    }

    private record Forgery(String name, UnaryOperator<ActionRecord> of) {}

    private static ActionRecord with(ActionRecord action, Request request, Texts texts) {
        return new ActionRecord(
                action.id(),
                request,
                texts,
                action.dispatches(),
                action.gates(),
                null,
                action.entries(),
                action.version());
    }

    private static Forgery texts(String name, UnaryOperator<Texts> of) {
        return new Forgery(name, action -> with(action, action.request(), of.apply(action.texts())));
    }

    private static Forgery request(String name, UnaryOperator<Request> of) {
        return new Forgery(name, action -> with(action, of.apply(action.request()), action.texts()));
    }

    @TestFactory
    Stream<DynamicTest> anActionThatDiffersFromItsAcceptanceIsNeverDispatched() {
        return Stream.of(
                        texts("parameters", was -> new Texts(ForgedActionTest.sealed("action-parameters"), was.plan())),
                        texts("plan", was -> new Texts(was.parameters(), ForgedActionTest.sealed("action-plan"))),
                        request(
                                "risk",
                                was -> new Request(
                                        call(was).verification(), call(was).agent(), was.name(), Risk.HIGH, was.at())),
                        request(
                                "agent",
                                was -> new Request(
                                        call(was).verification(),
                                        new Actor.Agent(
                                                new AgentId("agent-8"),
                                                call(was).agent().call()),
                                        was.name(),
                                        was.risk(),
                                        was.at())),
                        request(
                                "the customer's undo",
                                was -> new Request(
                                        new Undoing(call(was).customer(), ActionId.ofUndo(new ActionHouse().id(), 1)),
                                        was.name(),
                                        was.risk(),
                                        was.at())),
                        request(
                                "time",
                                was -> new Request(
                                        call(was).verification(),
                                        call(was).agent(),
                                        was.name(),
                                        was.risk(),
                                        was.at().plusSeconds(1))),
                        request(
                                "another customer's",
                                was -> new Request(
                                        new VerificationId(new CustomerId("1002"), Samples.KEY),
                                        call(was).agent(),
                                        was.name(),
                                        was.risk(),
                                        was.at())))
                .map(forgery -> DynamicTest.dynamicTest(
                        forgery.name(), () -> new ForgedActionTest().assertNeverDispatched(forgery)));
    }

    /** What opens, since anybody can seal who reads the table, but is another text. */
    private static SealedText sealed(String label) {
        var snapshot = new ActionHouse().store.read(ActionHouse.CUSTOMER);
        return snapshot.seal().orElseThrow().seal(label, "{}");
    }

    private void assertNeverDispatched(Forgery forgery) {
        house.store.plant(forgery.of().apply(pending()));

        recoverForAWhile();

        assertSetAside(house.id());
    }

    /** It was done before the restore; meanwhile the customer has undone it. */
    @Test
    void anActionThatEndedIsNotSentAgainWhenABackupShowsItAsPending() {
        var before = house.zones.there();
        var backup = pending();
        recoverForAWhile();
        assertThat(found(house.id()).status()).isEqualTo(ActionStatus.SUCCEEDED);
        house.zones.zone = before;
        house.zones.edits.clear();
        house.store.plant(backup);

        recoverForAWhile();

        assertSetAside(house.id());
    }

    /** The whole table was restored, with the ledger as it was then. */
    @Test
    void aRestoredPendingActionOfYesterdayIsNotSentAgain() {
        pending();
        house.clock.advance(Duration.ofDays(1));

        recoverForAWhile();

        assertThat(house.zones.edits).isEmpty();
        assertThat(found(house.id()).end())
                .isNotNull()
                .satisfies(end -> assertThat(end.needsHuman()).isTrue());
        assertThat(house.store
                        .history(ActionHouse.CUSTOMER, Long.MAX_VALUE, 1)
                        .getFirst()
                        .entry()
                        .event())
                .isInstanceOf(Event.ActionFinished.class);
    }

    @Test
    void anActionIsSentAgainUpToADayAfterItsAcceptance() {
        pending();
        house.clock.advance(Duration.ofDays(1).minusMillis(1));

        house.recover();

        assertThat(house.zones.edits).hasSize(1);
    }

    /** An action ends between the read of its item and the read of its ledger: nothing is wrong. */
    @Test
    void anActionThatEndsMeanwhileIsNotSetAside() {
        var before = pending();
        recoverForAWhile();
        var after = found(house.id());

        assertThat(house.acceptances().of(before)).isEmpty();

        assertThat(found(house.id())).isEqualTo(after);
        assertThat(house.log.toString(StandardCharsets.UTF_8)).doesNotContain("action-not-in-ledger");
    }
}

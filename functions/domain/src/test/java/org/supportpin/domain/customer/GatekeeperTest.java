package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.testing.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.Gatekeeper.Case;
import org.supportpin.domain.customer.Gatekeeper.Outcome;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.testing.InMemoryDataKeys;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;

class GatekeeperTest {

    private static final Gatekeeper KEEPER = new Gatekeeper(Limits.DEFAULTS);
    private static final Instant CONSENT_ENDS = NOON.plus(Duration.ofMinutes(10));
    private static final Instant HOLD_ENDS = NOON.plus(Duration.ofDays(1));

    /** One customer with one waiting action, and the back office, which counts. */
    private static final class Stage {
        final CustomerId customer = Samples.newCustomer();
        final InMemoryLedger store = new InMemoryLedger();
        final MutableClock clock = new MutableClock(NOON);
        final LedgerCommands ledger = new LedgerCommands(store, clock);
        int effects;

        Stage() {
            try (var session = new Secrets(new InMemoryDataKeys(), "tenant").session()) {
                ledger.perform(customer, new Actor.Panel(), (snapshot, now) -> {
                    var keys = session.activating(snapshot, new PhoneNumber("+306912345678"), now);
                    return Decision.record(new Event.Activated(1, 1, true, Language.GREEK), "", keys);
                });
            }
        }

        ActionRecord waiting(@Nullable Gates gates, String key) {
            return waiting(gates, key, Risk.HIGH);
        }

        ActionRecord waiting(@Nullable Gates gates, String key, Risk risk) {
            var action = Samples.action(customer, NOON);
            var asked = action.request();
            var id = ActionId.of(asked.call().orElseThrow().verification(), new IdempotencyKey(key));
            var request = new ActionRecord.Request(asked.by(), asked.name(), risk, asked.at());
            return ledger.<ActionRecord>perform(customer, request.by().actor(), (snapshot, _) -> {
                        var accepted =
                                ActionRecord.accepted(id, request, action.texts(), gates, snapshot.nextSequence());
                        return ActionRules.accept(accepted, accepted);
                    })
                    .outcome();
        }

        void rules(Policy.Terms terms) {
            ledger.<String>perform(
                    customer,
                    new Actor.Panel(),
                    (_, _) -> Decision.record(new Event.PolicyChanged(Policy.Terms.DEFAULT, terms), ""));
        }

        ActionRecord now(ActionRecord action) {
            return store.find(action.id()).orElseThrow();
        }

        Outcome at(ActionRecord action, Actor actor, BiFunction<Case, Instant, Decision<Outcome>> move) {
            return ledger.perform(customer, actor, (snapshot, now) -> move.apply(new Case(snapshot, now(action)), now))
                    .outcome();
        }

        Outcome open(ActionRecord action, Gate... gates) {
            return at(action, new Actor.Panel(), (at, now) -> KEEPER.open(at, List.of(gates), null, now));
        }

        Outcome stop(ActionRecord action) {
            return at(action, new Actor.Panel(), (at, now) -> KEEPER.stop(at, StopReason.CUSTOMER, null, now));
        }

        Outcome schedule(ActionRecord action) {
            return at(action, new Actor.Service(), KEEPER::openInTime);
        }

        /** As the runner does: only what the ledger shows without gates may be sent, and its end is recorded once. */
        void execute(ActionRecord known) {
            var open = ledger.read(customer).state().openAction(known.id());
            if (open.isEmpty() || open.get().gates() != null) {
                return;
            }
            effects++;
            ledger.<String>perform(customer, new Actor.Service(), (snapshot, now) -> {
                var action = now(known);
                return action.end() != null
                        ? Decision.tell("")
                        : ActionRules.finish(action.ended(End.succeeded(now, null), snapshot.nextSequence()), null)
                                .map(_ -> "");
            });
        }

        List<Event> events() {
            return store.history(customer, Long.MAX_VALUE, 1000).reversed().stream()
                    .map(each -> each.entry().event())
                    .toList();
        }
    }

    private static Gates gates(Gate... names) {
        var shut = new ArrayList<Shut>();
        for (var gate : names) {
            shut.add(new Shut(
                    gate,
                    switch (gate) {
                        case CONSENT -> CONSENT_ENDS;
                        case HOLD, APPROVAL -> HOLD_ENDS;
                    }));
        }
        return new Gates(shut, ConsentBy.PANEL, true, 3);
    }

    @Test
    void theLastGateReleases() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.CONSENT, Gate.APPROVAL), "a");

        assertThat(stage.open(action, Gate.CONSENT, Gate.HOLD)).isInstanceOf(Outcome.StillWaiting.class);
        assertThat(stage.now(action).status()).isEqualTo(ActionStatus.WAITING);
        assertThat(stage.open(action, Gate.APPROVAL)).isInstanceOf(Outcome.Released.class);

        assertThat(stage.now(action).status()).isEqualTo(ActionStatus.PENDING);
        assertThat(stage.now(action).dispatches().count()).isEqualTo(1);
        assertThat(stage.open(action, Gate.APPROVAL)).isInstanceOf(Outcome.TooLate.class);
        assertThat(stage.stop(action)).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void aHoldEndsInTimeAndNotBefore() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.HOLD), "a");

        stage.clock.set(HOLD_ENDS.minusMillis(1));
        assertThat(stage.schedule(action)).isInstanceOf(Outcome.StillWaiting.class);
        stage.clock.set(HOLD_ENDS);
        assertThat(stage.schedule(action)).isInstanceOf(Outcome.Released.class);
    }

    @Test
    void whatNobodyOpensInTimeEnds() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.CONSENT, Gate.HOLD), "a");

        stage.clock.set(CONSENT_ENDS);
        assertThat(stage.open(action, Gate.CONSENT)).isInstanceOf(Outcome.Stopped.class);

        assertThat(stage.now(action).status()).isEqualTo(ActionStatus.STOPPED);
        assertThat(((Event.ActionStopped) stage.events().getLast()).reason()).isEqualTo(StopReason.EXPIRED);
    }

    @Test
    void theThirdWrongCodeStops() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.CONSENT), "a");

        assertThat(stage.at(action, new Actor.Panel(), KEEPER::rejected)).isEqualTo(new Outcome.WrongCode(2));
        assertThat(stage.at(action, new Actor.Panel(), KEEPER::rejected)).isEqualTo(new Outcome.WrongCode(1));
        assertThat(stage.at(action, new Actor.Panel(), KEEPER::rejected)).isInstanceOf(Outcome.Stopped.class);

        assertThat(((Event.ActionStopped) stage.events().getLast()).reason()).isEqualTo(StopReason.WRONG_CODES);
        assertThat(stage.open(action, Gate.CONSENT)).isInstanceOf(Outcome.Stopped.class);
    }

    /** Whoever ended the service wants nothing any more that was asked for by telephone. */
    @Test
    void whatIsNotAllowedAnyMoreIsStoppedAtItsLastGate() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.HOLD), "a");
        stage.ledger.<String>perform(
                stage.customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.Deactivated(1), ""));

        stage.clock.set(HOLD_ENDS);
        assertThat(stage.schedule(action)).isInstanceOf(Outcome.Stopped.class);

        assertThat(((Event.ActionStopped) stage.events().getLast()).reason()).isEqualTo(StopReason.NOT_ALLOWED);
    }

    static Stream<Arguments> stricterRules() {
        var asUsual = Policy.Terms.DEFAULT;
        var never = Map.of(Samples.action(Samples.newCustomer(), NOON).request().name(), Policy.Rule.NEVER);
        return Stream.of(
                Arguments.of(new Policy.Terms(Policy.Telephone.FROZEN, asUsual.afterSms(), Map.of()), Risk.STANDARD),
                Arguments.of(new Policy.Terms(asUsual.telephone(), asUsual.afterSms(), never), Risk.STANDARD),
                Arguments.of(
                        new Policy.Terms(asUsual.telephone(), Policy.AfterSms.STANDARD_ONLY, Map.of()), Risk.HIGH));
    }

    /** The customer has heard of it and made the rules stricter: that counts at once, also for what waits. */
    @ParameterizedTest
    @MethodSource("stricterRules")
    void whatTheCustomersRulesForbidByThenIsStoppedAtItsLastGate(Policy.Terms terms, Risk risk) {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.CONSENT, Gate.HOLD), "a", risk);
        stage.rules(terms);

        assertThat(stage.open(action, Gate.CONSENT)).isInstanceOf(Outcome.StillWaiting.class);
        stage.clock.set(HOLD_ENDS);
        assertThat(stage.schedule(action)).isInstanceOf(Outcome.Stopped.class);

        assertThat(((Event.ActionStopped) stage.events().getLast()).reason()).isEqualTo(StopReason.NOT_ALLOWED);
    }

    @Test
    void whatTheCustomersRulesStillAllowIsReleased() {
        var stage = new Stage();
        var standard = stage.waiting(gates(Gate.HOLD), "a", Risk.STANDARD);
        var byPanel = stage.waiting(new Gates(gates(Gate.HOLD).shut(), ConsentBy.PANEL, false, 3), "b", Risk.HIGH);
        stage.rules(new Policy.Terms(
                Policy.Telephone.OPEN,
                Policy.AfterSms.STANDARD_ONLY,
                Map.of(ActionName.ORDER_SERVICE, Policy.Rule.NEVER)));

        stage.clock.set(HOLD_ENDS);
        assertThat(stage.schedule(standard)).isInstanceOf(Outcome.Released.class);
        assertThat(stage.schedule(byPanel)).isInstanceOf(Outcome.Released.class);
    }

    /** Whoever ends the service and begins it again has not asked for it again. */
    @Test
    void whatWaitedWhenTheServiceEndedIsNotReleasedByANewBeginning() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.HOLD), "a");
        stage.ledger.<String>perform(
                stage.customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.Deactivated(1), ""));
        stage.ledger.<String>perform(
                stage.customer,
                new Actor.Panel(),
                (_, _) -> Decision.record(new Event.Activated(2, 1, false, Language.GREEK), ""));
        var later = stage.waiting(gates(Gate.HOLD), "b");

        stage.clock.set(HOLD_ENDS);
        assertThat(stage.schedule(action)).isInstanceOf(Outcome.Stopped.class);
        assertThat(((Event.ActionStopped) stage.events().getLast()).reason()).isEqualTo(StopReason.NOT_ALLOWED);
        assertThat(stage.schedule(later)).isInstanceOf(Outcome.Released.class);
    }

    /** What has no gate before it may be under way when the service ends: it stays what it is. */
    @Test
    void whatIsReleasedIsNotWithdrawn() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.HOLD), "a");
        stage.open(action, Gate.HOLD);
        stage.ledger.<String>perform(
                stage.customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.Deactivated(1), ""));

        assertThat(stage.ledger.read(stage.customer).state().openAction(action.id()))
                .hasValueSatisfying(open -> assertThat(open.isWithdrawn()).isFalse());
    }

    /** A gate that does not stand before it is no news, and not recorded. */
    @Test
    void whatDoesNotStandThereIsNotOpened() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.APPROVAL), "a");
        var entries = stage.events().size();

        assertThat(stage.open(action, Gate.CONSENT, Gate.HOLD)).isInstanceOf(Outcome.TooLate.class);

        assertThat(stage.events()).hasSize(entries);
    }

    /** Its item says less than its ledger: nothing is opened, and nothing is recorded about it. */
    @Test
    void aForgedActionIsNeitherOpenedNorStopped() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.CONSENT, Gate.HOLD), "a");
        var entries = stage.events().size();
        stage.store.plant(action.waitingFor(gates(Gate.HOLD)));

        assertThat(stage.open(action, Gate.HOLD)).isInstanceOf(Outcome.TooLate.class);
        assertThat(stage.stop(action)).isInstanceOf(Outcome.TooLate.class);

        assertThat(stage.events()).hasSize(entries);
    }

    /** Recovery has set it aside for a person: its gates stand in the item still, and open no more. */
    @Test
    void whatWasSetAsideDoesNotWait() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.HOLD), "a");
        stage.store.plant(action.ended(End.failed(NOON, true), 0));

        stage.clock.set(HOLD_ENDS);
        assertThat(stage.schedule(action)).isInstanceOf(Outcome.TooLate.class);
        assertThat(stage.open(action, Gate.HOLD)).isInstanceOf(Outcome.TooLate.class);
    }

    /** A day to be sent begins with the release, however long the gates stood. */
    @Test
    void onlyWhatIsReleasedMayBeSentAndForADayFromThen() {
        var stage = new Stage();
        var action = stage.waiting(gates(Gate.HOLD), "a");
        var waiting = stage.ledger.read(stage.customer).state().openAction(action.id());
        assertThat(waiting)
                .hasValueSatisfying(open -> assertThat(open.isSendable(NOON)).isFalse());

        stage.clock.set(HOLD_ENDS);
        stage.schedule(action);

        assertThat(stage.ledger.read(stage.customer).state().openAction(action.id()))
                .hasValueSatisfying(open -> {
                    assertThat(open.isSendable(
                                    HOLD_ENDS.plus(Duration.ofDays(1)).minusMillis(1)))
                            .isTrue();
                    assertThat(open.isSendable(HOLD_ENDS.plus(Duration.ofDays(1))))
                            .isFalse();
                });
    }

    @Test
    void agentsStopThreeTimesAWeekForCallersWhoAreNotVerified() {
        var stage = new Stage();
        for (int i = 0; i < 3; i++) {
            stage.clock.set(NOON.plus(Duration.ofHours(i)));
            var waiting = List.of(stage.waiting(gates(Gate.HOLD), "a" + i), stage.waiting(gates(Gate.HOLD), "b" + i));
            assertThat(tooOften(stage)).isEmpty();
            stage.ledger.perform(
                    stage.customer,
                    Samples.AGENT,
                    (snapshot, now) -> Gatekeeper.stopAll(
                            waiting.stream()
                                    .map(each -> new Case(snapshot, stage.now(each)))
                                    .toList(),
                            now));
            assertThat(waiting).allMatch(each -> stage.now(each).status() == ActionStatus.STOPPED);
        }

        assertThat(tooOften(stage)).contains(NOON.plus(Duration.ofDays(7)));
        stage.clock.set(NOON.plus(Duration.ofDays(7)));
        assertThat(tooOften(stage)).isEmpty();
    }

    private static Optional<Instant> tooOften(Stage stage) {
        return KEEPER.stoppedTooOften(stage.ledger.read(stage.customer).state(), stage.clock.instant());
    }

    /**
     * Consents, wrong codes, stops, approvals, time, runs of the schedule and crashes before the execution, in any order: the effect
     * happens once or never, never before the last gate, and the record says which. Each history goes on until the action has ended.
     */
    @Test
    void whateverTheOrderTheEffectHappensOnceOrNever() {
        tryHistories(2_000);
    }

    @Test
    @Tag("ci")
    void whateverTheOrderTheEffectHappensOnceOrNeverInAHundredThousandHistories() {
        tryHistories(100_000);
    }

    private static void tryHistories(int histories) {
        int done = 0;
        int stopped = 0;
        for (long seed = 0; seed < histories; seed++) {
            var draw = new Random(seed);
            var stage = new Stage();
            var names = EnumSet.noneOf(Gate.class);
            for (var gate : Gate.values()) {
                if (draw.nextBoolean()) {
                    names.add(gate);
                }
            }
            if (names.isEmpty()) {
                names.add(Gate.HOLD);
            }
            var action = stage.waiting(gates(names.toArray(Gate[]::new)), "a");
            var opened = EnumSet.noneOf(Gate.class);
            for (int step = 0; step < 40 && stage.now(action).end() == null; step++) {
                step(draw, stage, action, opened);
            }
            stage.clock.set(NOON.plus(Duration.ofDays(30)));
            settle(stage, action, opened);
            var end = stage.now(action).status();
            assertThat(end).as("seed %d", seed).isIn(ActionStatus.SUCCEEDED, ActionStatus.STOPPED);
            assertThat(stage.effects).as("seed %d", seed).isEqualTo(end == ActionStatus.SUCCEEDED ? 1 : 0);
            assertThat(stage.events().stream()
                            .filter(each ->
                                    each instanceof Event.ActionFinished || each instanceof Event.ActionStopped))
                    .as("seed %d", seed)
                    .hasSize(1);
            if (end == ActionStatus.SUCCEEDED) {
                assertThat(opened).as("seed %d", seed).containsAll(names);
                done++;
            } else {
                stopped++;
            }
        }
        assertThat(done).isGreaterThan(histories / 10);
        assertThat(stopped).isGreaterThan(histories / 10);
    }

    private static void step(Random draw, Stage stage, ActionRecord action, EnumSet<Gate> opened) {
        var outcome = switch (draw.nextInt(8)) {
            case 0 -> stage.open(action, Gate.CONSENT, Gate.HOLD);
            case 1 -> stage.open(action, Gate.APPROVAL);
            case 2 -> stage.open(action, Gate.CONSENT);
            case 3 -> draw.nextInt(3) == 0 ? stage.stop(action) : null;
            case 4 -> draw.nextInt(3) == 0 ? stage.at(action, new Actor.Panel(), KEEPER::rejected) : null;
            case 5, 6 -> stage.schedule(action);
            default -> {
                stage.clock.advance(Duration.ofSeconds(1L << draw.nextInt(18)));
                yield null;
            }
        };
        noteAndRun(draw.nextBoolean(), outcome, stage, action, opened);
    }

    /** What the ledger says was opened is taken from its entries, not from the outcomes. */
    private static void noteAndRun(
            boolean crashes, @Nullable Outcome outcome, Stage stage, ActionRecord action, EnumSet<Gate> opened) {
        stage.events().forEach(event -> {
            if (event instanceof Event.GateOpened gate) {
                opened.addAll(gate.gates());
            }
        });
        if (outcome instanceof Outcome.Released && !crashes) {
            stage.execute(action);
        }
    }

    /** The runs of the schedule that follow: they release what is due, and execute what a crash left behind. */
    private static void settle(Stage stage, ActionRecord action, EnumSet<Gate> opened) {
        for (int run = 0; run < 3 && stage.now(action).end() == null; run++) {
            var outcome = stage.now(action).gates() == null ? null : stage.schedule(action);
            noteAndRun(true, outcome, stage, action, opened);
            if (stage.now(action).end() == null) {
                stage.execute(action);
            }
        }
    }
}

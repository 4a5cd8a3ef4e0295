package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.action.Gates.Shut;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.GateSettings;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.Passcode;

/** What an adversary tries at the gates, by the routes, in memory. */
class GateRoutesTest {

    private static final String NAMESERVERS =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns1.other.gr\"},{\"host\":\"ns2.other.gr\"}]}";

    private final ActionHouse house = new ActionHouse();
    private final GateHouse at = new GateHouse(house);

    @BeforeEach
    void allGates() {
        house.gates = new GateSettings(true, Duration.ofHours(24), Set.of(ActionName.CHANGE_NAMESERVERS));
    }

    private ActionRecord waiting(PinSource source) {
        house.verified(source);
        return at.waiting(ActionName.CHANGE_NAMESERVERS, NAMESERVERS, "key");
    }

    private static Passcode wrong(Passcode right) {
        return Passcode.parse(right.digits().equals("111111") ? "222222" : "111111")
                .orThrow();
    }

    private void assertNothingDone() {
        assertThat(house.registrar.calls).isEmpty();
    }

    /** Only approval is left: no code is asked for, so a wrong one neither counts nor stops. */
    @Test
    void whereNoGateIsTheCustomersACodeIsTooLateRightOrWrong() {
        var action = waiting(PinSource.SMS);
        at.typed(action, at.code(action));
        assertThat(at.now(action).gates())
                .isNotNull()
                .satisfies(gates -> assertThat(gates.names()).containsExactly(Gate.APPROVAL));

        for (int i = 0; i < 4; i++) {
            assertThat(at.typed(action, wrong(at.code(action))).outcome()).isEqualTo("too-late");
            assertThat(at.said(action, wrong(at.code(action))).outcome()).isEqualTo("too-late");
        }
        assertThat(at.typed(action, at.code(action)).outcome()).isEqualTo("too-late");

        assertThat(at.now(action).status()).isEqualTo(ActionStatus.WAITING);
    }

    /** The consent is given, the hold is left: no agent can use up the customer's tries. */
    @Test
    void afterTheConsentAnAgentsCodesCountNoMore() {
        var action = waiting(PinSource.SMS);
        at.said(action, at.code(action));

        for (int i = 0; i < 4; i++) {
            assertThat(at.said(action, wrong(at.code(action))).outcome()).isEqualTo("too-late");
        }

        assertThat(at.now(action).status()).isEqualTo(ActionStatus.WAITING);
    }

    /** No SMS was sent, so the code of that way is nobody's: who says it has guessed. */
    @Test
    void aCodeThatNobodyWasSentIsWrongWhenItIsSaid() {
        var action = waiting(PinSource.PANEL);

        assertThat(at.said(action, at.code(action, ConsentBy.SMS)).outcome()).isEqualTo("code-rejected");
        assertThat(at.typed(action, at.code(action, ConsentBy.SMS)).outcome()).isEqualTo("code-rejected");

        assertThat(at.now(action).status()).isEqualTo(ActionStatus.WAITING);
        assertNothingDone();
    }

    /** The call is long over, and the hold is not. */
    @Test
    void theAgentOfTheCallStopsAsLongAsItWaits() {
        var action = waiting(PinSource.SMS);
        at.said(action, at.code(action));
        at.decided(GateHouse.WHOLE, GateHouse.SUPERVISOR, action, "approve");
        house.clock.advance(Duration.ofHours(20));

        assertThat(at.stoppedByAgent(new AgentId("agent-8"), action).status()).isEqualTo(403);
        assertThat(at.stoppedByAgent(ActionHouse.AGENT, action).status()).isEqualTo(200);

        assertThat(at.now(action).status()).isEqualTo(ActionStatus.STOPPED);
        assertNothingDone();
    }

    @Test
    void whoeverRequestedItMayRefuseNothingAndApproveNothing() {
        var action = waiting(PinSource.SMS);

        assertThat(at.decided(GateHouse.WHOLE, ActionHouse.AGENT, action, "approve")
                        .outcome())
                .isEqualTo("four-eyes");
        assertThat(at.decided(GateHouse.WHOLE, ActionHouse.AGENT, action, "refuse")
                        .outcome())
                .isEqualTo("four-eyes");

        assertThat(at.now(action).gates()).isEqualTo(action.gates());
    }

    /** A gate moves between the read of the ledger and that of the action: the stop looks again, and is not lost. */
    @Test
    void aStopForACallerIsNotLostToAGateThatMovesMeanwhile() {
        var action = waiting(PinSource.SMS);
        var code = at.code(action);
        var isFirst = new AtomicBoolean(true);
        house.aroundActions = actions -> new Moving(actions, () -> {
            if (isFirst.getAndSet(false)) {
                house.aroundActions = UnaryOperator.identity();
                at.said(action, code);
            }
        });

        var answer = at.allStopped(GateHouse.WHOLE);

        assertThat(String.valueOf(answer.body())).contains("1");
        assertThat(at.now(action).status()).isEqualTo(ActionStatus.STOPPED);
    }

    /** Something happens before an action is read. */
    private record Moving(Actions actions, Runnable before) implements Actions {

        @Override
        public Optional<ActionRecord> find(ActionId id) {
            before.run();
            return actions.find(id);
        }

        @Override
        public Iterable<Waiting> due(Instant until) {
            return actions.due(until);
        }

        @Override
        public Optional<ActionRecord> look(ActionId id, Instant until, Instant now) {
            return actions.look(id, until, now);
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
        public boolean setAside(ActionId id, Instant when) {
            return actions.setAside(id, when);
        }
    }

    /** Ended and begun again, the service has a new key; and what waited is not wanted any more. */
    @Test
    void whatWaitedWhenTheServiceEndedIsNotCarriedOut() {
        var action = waiting(PinSource.SMS);
        at.said(action, at.code(action));
        at.decided(GateHouse.WHOLE, GateHouse.SUPERVISOR, action, "approve");
        house.record(new Actor.Panel(), new Event.Deactivated(1));
        house.record(new Actor.Panel(), new Event.Activated(2, 1, false, Language.GREEK));

        at.threeDays();

        assertThat(at.now(action).status()).isEqualTo(ActionStatus.STOPPED);
        assertNothingDone();
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("gates removed", (UnaryOperator<ActionRecord>) action -> with(action, null)),
                Arguments.of("hold removed", gates(gates -> Objects.requireNonNull(gates.without(List.of(Gate.HOLD))))),
                Arguments.of(
                        "hold shortened",
                        gates(gates -> new Gates(
                                gates.shut().stream()
                                        .map(each -> each.gate() == Gate.HOLD
                                                ? new Shut(
                                                        Gate.HOLD, each.until().minus(Duration.ofHours(23)))
                                                : each)
                                        .toList(),
                                gates.consentBy(),
                                gates.isAfterSms(),
                                gates.tries()))),
                Arguments.of(
                        "another way for the code",
                        gates(gates -> new Gates(gates.shut(), ConsentBy.PANEL, gates.isAfterSms(), gates.tries()))),
                Arguments.of(
                        "another way of verification",
                        gates(gates -> new Gates(gates.shut(), gates.consentBy(), !gates.isAfterSms(), gates.tries()))),
                Arguments.of(
                        "more tries",
                        gates(gates -> new Gates(gates.shut(), gates.consentBy(), gates.isAfterSms(), 1_000_000))),
                Arguments.of("other values shown", (UnaryOperator<ActionRecord>) action -> new ActionRecord(
                        action.id(),
                        action.request(),
                        action.texts().withShown(action.texts().plan()),
                        action.dispatches(),
                        action.gates(),
                        null,
                        action.entries(),
                        action.version())));
    }

    private static UnaryOperator<ActionRecord> gates(UnaryOperator<Gates> of) {
        return action -> with(action, of.apply(Objects.requireNonNull(action.gates())));
    }

    private static ActionRecord with(ActionRecord action, @Nullable Gates gates) {
        return new ActionRecord(
                action.id(),
                action.request(),
                action.texts(),
                action.dispatches(),
                gates,
                null,
                action.entries(),
                action.version());
    }

    /** Whatever people and time do, it is not carried out; recovery sets it aside, and says so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aForgedWaitingActionIsNeverCarriedOut(String name, UnaryOperator<ActionRecord> forgery) {
        var action = waiting(PinSource.SMS);
        var code = at.code(action);
        var forged = forgery.apply(action);
        house.store.plant(forged);

        assertThat(at.typed(forged, code).outcome()).isEqualTo("too-late");
        assertThat(at.said(forged, code).outcome()).isEqualTo("too-late");
        assertThat(at.decided(GateHouse.WHOLE, GateHouse.SUPERVISOR, forged, "approve")
                        .outcome())
                .isEqualTo("too-late");
        at.threeDays();

        assertNothingDone();
        assertThat(at.now(action).end())
                .isNotNull()
                .satisfies(end -> assertThat(end.needsHuman()).isTrue());
        assertThat(house.log.toString(StandardCharsets.UTF_8))
                .contains("\"outcome\":\"action-not-in-ledger\"", "\"RotationViolations\":1");
    }
}

package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Gates;
import org.supportpin.domain.customer.CompanionWrite.ActionEnded;
import org.supportpin.domain.customer.CompanionWrite.ActionMoved;
import org.supportpin.domain.customer.Event.ActionStopped;
import org.supportpin.domain.customer.Event.ConsentRejected;
import org.supportpin.domain.customer.Event.GateOpened;
import org.supportpin.domain.identity.SealedText;

/**
 * What happens at the gates of waiting actions. Opening and stopping are entries of the same ledger, so whichever is first excludes
 * the other: a stopped action is never executed, and a released one never stopped.
 */
public final class Gatekeeper {

    /** In which stops for callers who are not verified are counted. */
    static final Window WEEK = new Window(Duration.ofDays(7));

    private final Limits.Gates limits;

    public Gatekeeper(Limits limits) {
        this.limits = limits.gates();
    }

    /** What became of an attempt at a gate. */
    public sealed interface Outcome {

        /** Nothing stands before the action now; it is to be sent. */
        record Released(ActionRecord action) implements Outcome {}

        /** Other gates still stand before it. */
        record StillWaiting(ActionRecord action) implements Outcome {}

        /** The code was wrong. */
        record WrongCode(int triesLeft) implements Outcome {}

        /** The action has stopped: now, or before. */
        record Stopped(ActionRecord action) implements Outcome {}

        /** The action is past its gates, or this gate does not stand before it. */
        record TooLate(ActionRecord action) implements Outcome {}
    }

    /**
     * An action and its customer's ledger, read one after the other.
     *
     * @param action as stored
     */
    public record Case(Snapshot snapshot, ActionRecord action) {

        Gates gates() {
            var gates = action.gates();
            if (gates == null) {
                throw new IllegalStateException("the action does not wait");
            }
            return gates;
        }

        /** Whether the ledger shows exactly this action, with these gates, as open. */
        boolean isSound() {
            return snapshot.state()
                    .openAction(action.id())
                    .filter(open -> open.isOf(action))
                    .isPresent();
        }

        /** Whether the action waits, and is the one that its ledger says. */
        public boolean mayBeStopped() {
            return isWaiting() && isSound();
        }

        /** Whether this gate stands before it. */
        public boolean waitsFor(Gate gate) {
            return isWaiting() && gates().has(gate);
        }

        /** Whether the customer has ended the service since, and so wants nothing any more that was asked for before. */
        boolean isWithdrawn() {
            return snapshot.state()
                    .openAction(action.id())
                    .filter(OpenAction::isWithdrawn)
                    .isPresent();
        }

        /** Whether the action itself says that it waits. */
        public boolean isWaiting() {
            return action.end() == null && action.gates() != null;
        }
    }

    /**
     * Opens gates of an action. The last one releases it, if it is still allowed.
     *
     * @param note why, in a supervisor's words; null for any other gate
     */
    public Decision<Outcome> open(Case at, Collection<Gate> keys, @Nullable SealedText note, Instant now) {
        return whileWaiting(at, now, () -> {
            var opened = keys.stream().filter(at.gates()::has).sorted().toList();
            if (opened.isEmpty()) {
                return Decision.tell(new Outcome.TooLate(at.action()));
            }
            var left = at.gates().without(opened);
            if (left == null && !isAllowed(at)) {
                return stopped(at, StopReason.NOT_ALLOWED, null, now);
            }
            var action = at.action();
            var next = left == null ? action.released(now) : action.waitingFor(left);
            return Decision.record(
                    new GateOpened(action.id(), action.request().name(), opened, note),
                    left == null ? new Outcome.Released(next) : new Outcome.StillWaiting(next),
                    new ActionMoved(next));
        });
    }

    /** Opens an action's hold if its time is over and nothing else stands before it. */
    public Decision<Outcome> openInTime(Case at, Instant now) {
        return whileWaiting(
                at,
                now,
                () -> at.gates().isReleased(now)
                        ? open(at, List.of(Gate.HOLD), null, now)
                        : Decision.tell(new Outcome.StillWaiting(at.action())));
    }

    /** Counts a wrong code. The last one stops the action. */
    public Decision<Outcome> rejected(Case at, Instant now) {
        return whileWaiting(at, now, () -> {
            var action = at.action();
            var left = at.gates().withWrongCode();
            return left.tries() > 0
                    ? Decision.record(
                            new ConsentRejected(action.id(), action.request().name()),
                            new Outcome.WrongCode(left.tries()),
                            new ActionMoved(action.waitingFor(left)))
                    : stopped(at, StopReason.WRONG_CODES, null, now);
        });
    }

    /** Stops an action. */
    public Decision<Outcome> stop(Case at, StopReason reason, @Nullable SealedText note, Instant now) {
        return whileWaiting(at, now, () -> stopped(at, reason, note, now));
    }

    /** Whether agents stopped too often for callers who were not verified; then until when only the panel does. */
    public Optional<Instant> stoppedTooOften(Customer customer, Instant now) {
        return Optional.of(WEEK.freeAt(customer.stops(), limits.stops())).filter(now::isBefore);
    }

    /**
     * Stops several waiting actions at once, for a caller.
     *
     * @param waiting at least one, each sound and waiting
     */
    public static Decision<List<ActionRecord>> stopAll(List<Case> waiting, Instant now) {
        var ended = waiting.stream().map(each -> ended(each, now)).toList();
        return new Decision<>(
                new ActionStopped(ended.stream().map(Gatekeeper::named).toList(), StopReason.CALLER, null),
                ended,
                ended.stream().<CompanionWrite>map(ActionEnded::new).toList());
    }

    /** What is over, or withdrawn, is stopped by whoever comes first. */
    private Decision<Outcome> whileWaiting(Case at, Instant now, Supplier<Decision<Outcome>> decision) {
        var end = at.action().end();
        if (end != null && at.action().status() == ActionStatus.STOPPED) {
            return Decision.tell(new Outcome.Stopped(at.action()));
        }
        if (!at.isWaiting() || !at.isSound()) {
            return Decision.tell(new Outcome.TooLate(at.action()));
        }
        if (at.gates().isOver(now)) {
            return stopped(at, StopReason.EXPIRED, null, now);
        }
        return at.isWithdrawn() ? stopped(at, StopReason.NOT_ALLOWED, null, now) : decision.get();
    }

    /** What the last gate releases must still be wanted: the service goes on, and the customer's rules allow it as they are now. */
    private static boolean isAllowed(Case at) {
        var customer = at.snapshot().state();
        var policy = customer.policy();
        var request = at.action().request();
        return customer.isActive()
                && !policy.isFrozen()
                && policy.refusal(request.name(), request.risk(), at.gates().isAfterSms())
                        .isEmpty();
    }

    private static Decision<Outcome> stopped(Case at, StopReason reason, @Nullable SealedText note, Instant now) {
        var ended = ended(at, now);
        return Decision.record(
                new ActionStopped(List.of(named(ended)), reason, note),
                new Outcome.Stopped(ended),
                new ActionEnded(ended));
    }

    private static ActionRecord ended(Case at, Instant now) {
        return at.action().ended(ActionRecord.End.stopped(now), at.snapshot().nextSequence());
    }

    private static ActionStopped.Named named(ActionRecord action) {
        return new ActionStopped.Named(action.id(), action.request().name());
    }
}

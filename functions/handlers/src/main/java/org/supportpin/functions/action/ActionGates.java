package org.supportpin.functions.action;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Gatekeeper;
import org.supportpin.domain.customer.Gatekeeper.Case;
import org.supportpin.domain.customer.Gatekeeper.Outcome;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;

/** What people and time do at the gates of a waiting action. Whoever opens the last one executes it. */
record ActionGates(LedgerCommands ledger, Actions actions, Gatekeeper keeper, ActionRunner runner) {

    /** The action and its ledger are read one after the other, so an action that moves in between is read again. */
    private static final int LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    /**
     * What came of it.
     *
     * @param outcome what became of the attempt
     * @param action the action as it is now: where it was released, after its execution
     */
    record Result(Outcome outcome, ActionRecord action) {}

    /** Judges an action in a case where it still waits. */
    @FunctionalInterface
    interface Judging extends BiFunction<Case, Instant, Decision<Outcome>> {}

    Result open(ActionRecord known, Actor actor, Collection<Gate> keys, @Nullable SealedText note) {
        return attempt(known, actor, (at, now) -> keeper.open(at, keys, note, now));
    }

    Result stop(ActionRecord known, Actor actor, StopReason reason, @Nullable SealedText note) {
        return attempt(known, actor, (at, now) -> keeper.stop(at, reason, note, now));
    }

    Result openInTime(ActionRecord known) {
        return attempt(known, new Actor.Service(), keeper::openInTime);
    }

    Result attempt(ActionRecord known, Actor actor, Judging judging) {
        var performed = performed(known, actor, judging);
        for (int look = 2; look <= LOOKS && isBetween(performed.outcome()); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            performed = performed(known, actor, judging);
        }
        return switch (performed.outcome()) {
            case Outcome.Released(var action) ->
                new Result(performed.outcome(), runner.release(action, actor, performed.after()));
            case Outcome.StillWaiting(var action) -> new Result(performed.outcome(), action);
            case Outcome.Stopped(var action) -> new Result(performed.outcome(), action);
            case Outcome.TooLate(var action) -> new Result(performed.outcome(), action);
            case Outcome.WrongCode _ -> new Result(performed.outcome(), known);
        };
    }

    private Performed<Outcome> performed(ActionRecord known, Actor actor, Judging judging) {
        return ledger.perform(
                known.customer(),
                actor,
                (snapshot, now) -> judging.apply(
                        new Case(snapshot, actions.find(known.id()).orElse(known)), now));
    }

    /** Whether the action seems to wait, but not for what its ledger says: it moved while it was read. */
    private static boolean isBetween(Outcome outcome) {
        return outcome instanceof Outcome.TooLate(var action) && action.end() == null && action.gates() != null;
    }

    /** What came of stopping all that waits. */
    sealed interface Stopping {

        /** So many actions were stopped. */
        record Stopped(int actions) implements Stopping {}

        /** Agents stopped too often for callers who were not verified. */
        record TooOften(Instant until, Instant at) implements Stopping {}
    }

    /** Stops all that waits for a customer, for a caller who need not be verified. If nothing waits, nothing is recorded. */
    Stopping stopAll(CustomerId customer, Actor.Agent by) {
        var stopping = stopSound(customer, by);
        for (int look = 2; look <= LOOKS && stopping.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            stopping = stopSound(customer, by);
        }
        return stopping.orElseGet(() -> new Stopping.Stopped(0));
    }

    /** Empty if something seems to wait, but not for what its ledger says: it moved while it was read. */
    private Optional<Stopping> stopSound(CustomerId customer, Actor.Agent by) {
        return ledger.<Optional<Stopping>>perform(customer, by, (snapshot, now) -> {
                    var waiting = snapshot.state().waiting(now).stream()
                            .flatMap(open -> readable(open.id()).stream())
                            .map(action -> new Case(snapshot, action))
                            .filter(Case::isWaiting)
                            .toList();
                    var sound = waiting.stream().filter(Case::mayBeStopped).toList();
                    if (sound.isEmpty()) {
                        return Decision.tell(
                                waiting.isEmpty() ? Optional.of(new Stopping.Stopped(0)) : Optional.empty());
                    }
                    return keeper.stoppedTooOften(snapshot.state(), now)
                            .map(until -> Decision.tell(Optional.<Stopping>of(new Stopping.TooOften(until, now))))
                            .orElseGet(() -> Gatekeeper.stopAll(sound, now)
                                    .map(stopped -> Optional.of(new Stopping.Stopped(stopped.size()))));
                })
                .outcome();
    }

    /** One that cannot be read holds up no other; the audit names it. */
    private Optional<ActionRecord> readable(ActionId id) {
        try {
            return actions.find(id);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}

package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.RecordSize;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Gatekeeper;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.functions.action.ActionBinding.PlannedAction;
import org.supportpin.functions.action.ActionBinding.Result;
import org.supportpin.functions.action.ActionNotices.NotQueued;
import org.supportpin.functions.http.Log;

/** Sends an accepted action to the back office and records its end. */
record ActionRunner(
        LedgerCommands ledger,
        Actions actions,
        ActionRegistry registry,
        ActionSealer sealer,
        ActionNotices notices,
        Gatekeeper keeper,
        Clock clock,
        Log log) {

    /** How long a request waits for another request that is executing the same action. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** What the systems leave of the time, so that what they answered is recorded. */
    private static final Duration TO_RECORD = Duration.ofMillis(1500);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** An action without an end yet, and the customer as last read. */
    record Run(ActionRecord action, Actor actor, Snapshot known) {

        /** Nobody hears the answer, so what was not done is tried again, as recovery does. */
        boolean isByTime() {
            return actor instanceof Actor.Service;
        }
    }

    /**
     * Executes an action that was just accepted, and records the outcome; without one, or without the time to record it, the action
     * stays pending.
     *
     * @param accepted the customer after the acceptance
     */
    ActionRecord run(ActionRecord action, PlannedAction<?, ?, ?> planned, Snapshot accepted) {
        return inTime(new Run(action, action.request().by().actor(), accepted), planned);
    }

    /**
     * Executes an action whose last gate has just opened, as above.
     *
     * @param actor who opened it
     * @param released the customer after that
     */
    ActionRecord release(ActionRecord action, Actor actor, Snapshot released) {
        var run = new Run(action, actor, released);
        return inTime(run, restored(run));
    }

    private ActionRecord inTime(Run run, PlannedAction<?, ?, ?> planned) {
        var action = run.action();
        try {
            return execute(run, planned);
        } catch (StoreUnavailable | Contended e) {
            if (!Deadline.current().isOver()) {
                throw e;
            }
            log.line().put(Log.Field.OUTCOME, "action-out-of-time").error(e).write();
            return action;
        }
    }

    private ActionRecord execute(Run run, PlannedAction<?, ?, ?> planned) {
        var action = run.action();
        return switch (ask(() -> planned.execute(action.id(), action.customer()))) {
            case CallOutcome.Done<Result>(var result) -> succeeded(run, result);
            case CallOutcome.Refused<Result>(var refusal) -> refused(run, refusal);
            case CallOutcome.NotDone<Result>() -> run.isByTime() ? action : failed(run, false);
            case CallOutcome.Unfinished<Result>(), CallOutcome.Unknown<Result>() -> action;
        };
    }

    /** Lets the systems answer, or try to, and leaves time to record it. */
    static <T> T ask(Supplier<T> question) {
        return Deadline.current().before(TO_RECORD).hold(question::get);
    }

    ActionGates gates() {
        return new ActionGates(ledger, actions, keeper, this);
    }

    Acceptances acceptances() {
        return new Acceptances(ledger, actions, clock, log);
    }

    PlannedAction<?, ?, ?> restored(Run run) {
        var binding = registry.find(run.action().request().name());
        return binding.restore(sealer.opened(run.known(), run.action().texts()));
    }

    /** The action when it ends, or when the wait is over, which counts the calls too. */
    ActionRecord awaitEnd(ActionRecord action) {
        var wait = Deadline.current().within(LONGEST_WAIT);
        var newest = action;
        while (newest.end() == null && newest.gates() == null && !wait.isOver()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            newest = newest(action, wait);
        }
        return newest;
    }

    private ActionRecord newest(ActionRecord known, Deadline wait) {
        try {
            return wait.hold(() -> actions.find(known.id())).orElse(known);
        } catch (StoreUnavailable e) {
            if (!wait.isOver()) {
                throw e;
            }
            return known;
        }
    }

    /**
     * Records the success. What is told is queued with the end, and sent at once or later. Without the key that seals it, the action
     * stays pending: recovery finds it done, and records both.
     */
    ActionRecord succeeded(Run run, Result result) {
        try (var session = sealer.secrets().session()) {
            var ended = end(
                    run,
                    RecordSize.fitting(result.changes()),
                    (customer, at) -> ActionSealer.succeeded(
                            customer, at, RecordSize.fitting(result.text()).orElse(null)),
                    (snapshot, now) -> notices.about(run.action(), result, session, snapshot, now));
            ended.told().forEach(notices::tell);
            return ended.action();
        } catch (KeysUnavailable e) {
            log.line()
                    .put(Log.Field.OUTCOME, "end-postponed")
                    .error(e)
                    .count(Log.Metric.KEYS_UNAVAILABLE)
                    .write();
            return run.action();
        } catch (NotQueued e) {
            return failed(run, false);
        }
    }

    ActionRecord refused(Run run, Refusal refusal) {
        return end(run, List.of(), (customer, at) -> ActionSealer.refused(customer, at, refusal), NOBODY)
                .action();
    }

    ActionRecord failed(Run run, boolean needsHuman) {
        return end(run, List.of(), (_, at) -> End.failed(at, needsHuman), NOBODY)
                .action();
    }

    ActionRecord needsHuman(Run run) {
        log.line()
                .put(Log.Field.OUTCOME, "action-needs-human")
                .count(Log.Metric.ACTIONS_NEEDING_HUMAN)
                .write();
        return failed(run, true);
    }

    /** Who is told of an action's end. */
    @FunctionalInterface
    private interface Telling {
        List<Prepared> notices(Snapshot snapshot, Instant now);
    }

    private static final Telling NOBODY = (_, _) -> List.of();

    /** An ended action, with the notices that were queued. */
    private record Ended(ActionRecord action, List<Prepared> told) {}

    /** Ends an action, unless another request already has, or the ledger does not have it. Reads again only if another was first. */
    private Ended end(Run run, List<Difference> changes, BiFunction<Snapshot, Instant, End> end, Telling telling) {
        return ledger.<Ended>perform(run.known(), run.actor(), (snapshot, now) -> {
                    var action = run.action();
                    var newest = snapshot.equals(run.known())
                            ? action
                            : actions.find(action.id()).orElse(action);
                    if (newest.end() != null || newest.gates() != null || !Acceptances.isOpen(snapshot, newest)) {
                        return Decision.tell(new Ended(newest, List.of()));
                    }
                    var finished = ActionRules.finish(
                            newest.ended(end.apply(snapshot, now), snapshot.nextSequence()),
                            ActionSealer.changes(snapshot, changes));
                    var told = telling.notices(snapshot, now);
                    var ended = finished.map(each -> new Ended(each, told));
                    for (var each : told) {
                        ended = ended.and(each.write());
                    }
                    return ended;
                })
                .outcome();
    }
}

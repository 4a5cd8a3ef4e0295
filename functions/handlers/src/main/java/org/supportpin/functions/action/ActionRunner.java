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
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.RecordSize;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Notices.Prepared;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
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
        Clock clock,
        Log log) {

    /** How long a request waits for another request that is executing the same action. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** What the systems leave of the time, so that what they answered is recorded. */
    private static final Duration TO_RECORD = Duration.ofMillis(1500);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final int MOST_DISPATCHES = 5;

    private static final Actor SERVICE = new Actor.Service();

    /** An action without an end yet, and the customer as last read. */
    private record Run(ActionRecord action, Actor actor, Snapshot known) {}

    /**
     * Executes an action that was just accepted, and records the outcome; without one, or without the time to record it, the action
     * stays pending.
     *
     * @param accepted the customer after the acceptance
     */
    ActionRecord run(ActionRecord action, PlannedAction<?, ?, ?> planned, Snapshot accepted) {
        try {
            return execute(new Run(action, action.request().agent(), accepted), planned);
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
            case CallOutcome.NotDone<Result>() -> failed(run, false);
            case CallOutcome.Unfinished<Result>(), CallOutcome.Unknown<Result>() -> action;
        };
    }

    /** Lets the systems answer, or try to, and leaves time to record it. */
    private static <T> T ask(Supplier<T> question) {
        return Deadline.current().before(TO_RECORD).hold(question::get);
    }

    /**
     * What came of a look at a pending action.
     *
     * @param isAnswered false if one of its systems did not answer
     */
    record Look(ActionRecord action, boolean isAnswered) {

        private static Look of(ActionRecord action) {
            return new Look(action, true);
        }
    }

    /**
     * Reconciles a pending action with what the systems say. If they cannot be read, a later run tries again, for a day at most;
     * then a person must look. An action that the ledger does not show as accepted is set aside.
     */
    Look recover(ActionRecord action) {
        try {
            var customer = acceptances().of(action);
            if (customer.isEmpty()) {
                return Look.of(actions.find(action.id()).orElse(action));
            }
            var run = new Run(action, SERVICE, customer.get());
            var planned = restored(run);
            return switch (ask(() -> planned.reconcile(action.id(), action.customer()))) {
                case CallOutcome.Done<Result>(var result) -> Look.of(succeeded(run, result));
                case CallOutcome.Refused<Result>(var refusal) -> Look.of(refused(run, refusal));
                case CallOutcome.NotDone<Result>() -> again(run, planned, false);
                case CallOutcome.Unfinished<Result>() -> again(run, planned, true);
                case CallOutcome.Unknown<Result>() -> Look.of(needsHuman(run));
            };
        } catch (SecretDoesNotOpen e) {
            log.line().put(Log.Field.OUTCOME, "action-does-not-open").error(e).write();
            return Look.of(needsHuman(new Run(action, SERVICE, ledger.read(action.customer()))));
        } catch (RuntimeException e) {
            log.line().put(Log.Field.OUTCOME, "recovery-postponed").error(e).write();
            var last =
                    isSendable(action) ? action : needsHuman(new Run(action, SERVICE, ledger.read(action.customer())));
            return new Look(last, !(e instanceof BackOfficeUnavailable));
        }
    }

    Acceptances acceptances() {
        return new Acceptances(ledger, actions, clock, log);
    }

    /** Its time of request is in the hash that the ledger keeps. */
    private boolean isSendable(ActionRecord action) {
        return OpenAction.isSendable(action.request().at(), clock.instant());
    }

    private PlannedAction<?, ?, ?> restored(Run run) {
        var binding = registry.find(run.action().request().name());
        return binding.restore(sealer.opened(run.known(), run.action().texts()));
    }

    /**
     * The action was not done, or only in part: it is sent again, within its rules, up to the limit. After that, a person must
     * complete what is half done. After a day, it is not sent again, and a person must look: that a system shows no trace of it no
     * longer says that it was never done.
     */
    private Look again(Run run, PlannedAction<?, ?, ?> planned, boolean isBegun) {
        var action = run.action();
        if (!isSendable(action)) {
            return Look.of(needsHuman(run));
        }
        if (action.dispatches().count() >= MOST_DISPATCHES) {
            return Look.of(isBegun ? needsHuman(run) : failed(run, false));
        }
        var dispatched = action.dispatched(clock.instant());
        if (!actions.claim(dispatched)) {
            return Look.of(actions.find(action.id()).orElse(action));
        }
        var next = new Run(dispatched, SERVICE, run.known());
        return switch (ask(() -> planned.execute(action.id(), action.customer()))) {
            case CallOutcome.Done<Result>(var result) -> Look.of(succeeded(next, result));
            case CallOutcome.Refused<Result>(var refusal) -> Look.of(refused(next, refusal));
            case CallOutcome.NotDone<Result>(), CallOutcome.Unfinished<Result>(), CallOutcome.Unknown<Result>() ->
                new Look(dispatched, false);
        };
    }

    /** The action when it ends, or when the wait is over, which counts the calls too. */
    ActionRecord awaitEnd(ActionRecord action) {
        var wait = Deadline.current().within(LONGEST_WAIT);
        var newest = action;
        while (newest.end() == null && !wait.isOver()) {
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
    private ActionRecord succeeded(Run run, Result result) {
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

    private ActionRecord refused(Run run, Refusal refusal) {
        return end(run, List.of(), (customer, at) -> ActionSealer.refused(customer, at, refusal), NOBODY)
                .action();
    }

    private ActionRecord failed(Run run, boolean needsHuman) {
        return end(run, List.of(), (_, at) -> End.failed(at, needsHuman), NOBODY)
                .action();
    }

    private ActionRecord needsHuman(Run run) {
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
                    if (newest.end() != null || !Acceptances.isOpen(snapshot, newest)) {
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

package org.supportpin.functions.action;

import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.functions.action.ActionBinding.PlannedAction;
import org.supportpin.functions.action.ActionBinding.Result;
import org.supportpin.functions.action.ActionRunner.Run;
import org.supportpin.functions.http.Log;

/** Finds out what became of accepted actions that have no end, for recovery, and moves them on. */
record Reconciliation(ActionRunner runner) {

    private static final int MOST_DISPATCHES = 5;
    private static final Actor SERVICE = new Actor.Service();

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
            var customer = runner.acceptances().of(action);
            if (customer.isEmpty()) {
                return Look.of(runner.actions().find(action.id()).orElse(action));
            }
            return action.gates() == null ? reconcile(new Run(action, SERVICE, customer.get())) : openInTime(action);
        } catch (SecretDoesNotOpen e) {
            runner.log()
                    .line()
                    .put(Log.Field.OUTCOME, "action-does-not-open")
                    .error(e)
                    .write();
            return Look.of(
                    runner.needsHuman(new Run(action, SERVICE, runner.ledger().read(action.customer()))));
        } catch (RuntimeException e) {
            runner.log()
                    .line()
                    .put(Log.Field.OUTCOME, "recovery-postponed")
                    .error(e)
                    .write();
            return new Look(lastLook(action), !(e instanceof BackOfficeUnavailable));
        }
    }

    /** What could not be looked at is looked at again, until it may not be sent any more. */
    private ActionRecord lastLook(ActionRecord action) {
        if (runner.clock().instant().isBefore(action.request().at().plus(OpenAction.SENDABLE))) {
            return action;
        }
        var customer = runner.ledger().read(action.customer());
        var mayStillBeSent = customer.state()
                .openAction(action.id())
                .filter(open ->
                        open.gates() != null || open.isSendable(runner.clock().instant()))
                .isPresent();
        return mayStillBeSent ? action : runner.needsHuman(new Run(action, SERVICE, customer));
    }

    /** Releases an action whose hold is over, ends one whose time is, and leaves any other. */
    private Look openInTime(ActionRecord action) {
        return Look.of(runner.gates().openInTime(action).action());
    }

    private Look reconcile(Run run) {
        var action = run.action();
        var planned = runner.restored(run);
        return switch (ActionRunner.ask(() -> planned.reconcile(action.id(), action.customer()))) {
            case CallOutcome.Done<Result>(var result) -> Look.of(runner.succeeded(run, result));
            case CallOutcome.Refused<Result>(var refusal) -> Look.of(runner.refused(run, refusal));
            case CallOutcome.NotDone<Result>() -> again(run, planned, false);
            case CallOutcome.Unfinished<Result>() -> again(run, planned, true);
            case CallOutcome.Unknown<Result>() -> Look.of(runner.needsHuman(run));
        };
    }

    /** Whether the ledger, which knows since when nothing stands before it, still lets the action be sent. */
    private boolean isSendable(Run run) {
        return run.known()
                .state()
                .openAction(run.action().id())
                .filter(open -> open.isSendable(runner.clock().instant()))
                .isPresent();
    }

    /**
     * The action was not done, or only in part: it is sent again, within its rules, up to the limit. After that, a person must
     * complete what is half done. After a day, it is not sent again, and a person must look: that a system shows no trace of it no
     * longer says that it was never done.
     */
    private Look again(Run run, PlannedAction<?, ?, ?> planned, boolean isBegun) {
        var action = run.action();
        if (!isSendable(run)) {
            return Look.of(runner.needsHuman(run));
        }
        if (action.dispatches().count() >= MOST_DISPATCHES) {
            return Look.of(isBegun ? runner.needsHuman(run) : runner.failed(run, false));
        }
        var dispatched = action.dispatched(runner.clock().instant());
        if (!runner.actions().claim(dispatched)) {
            return Look.of(runner.actions().find(action.id()).orElse(action));
        }
        var next = new Run(dispatched, SERVICE, run.known());
        return switch (ActionRunner.ask(() -> planned.execute(action.id(), action.customer()))) {
            case CallOutcome.Done<Result>(var result) -> Look.of(runner.succeeded(next, result));
            case CallOutcome.Refused<Result>(var refusal) -> Look.of(runner.refused(next, refusal));
            case CallOutcome.NotDone<Result>(), CallOutcome.Unfinished<Result>(), CallOutcome.Unknown<Result>() ->
                new Look(dispatched, false);
        };
    }
}

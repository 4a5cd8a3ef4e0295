package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.Messenger.SmsUnavailable;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;

/** An accepted action, sent to the back office and brought to its end. */
final class ActionRunner {

    /** How long a request waits for another one that is just carrying the same action out. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(50);

    private static final int MOST_DISPATCHES = 5;

    private static final Duration LONGEST_SEARCH = Duration.ofDays(1);

    private static final Actor SERVICE = new Actor.Service();

    private final LedgerCommands desk;
    private final Actions actions;
    private final ActionRegistry kinds;
    private final Messenger messenger;
    private final Secrets secrets;
    private final ActionSealer texts;
    private final Clock clock;
    private final Log log;

    ActionRunner(Wiring wiring, ActionRegistry kinds) {
        this.desk = wiring.desk();
        this.actions = wiring.actions();
        this.kinds = kinds;
        this.messenger = wiring.messenger();
        this.secrets = wiring.secrets();
        this.texts = new ActionSealer(wiring);
        this.clock = wiring.clock();
        this.log = wiring.log();
    }

    /** Sends an action that was just accepted. What it comes to is on record, or pending where nobody knows. */
    ActionRecord first(ActionRecord action) {
        var kind = kind(action);
        return switch (kind.carryOut(texts.opened(kind, action))) {
            case CallOutcome.Done<ActionBinding.Result>(var result) -> succeeded(action, action.agent(), result);
            case CallOutcome.Refused<ActionBinding.Result>(var refusal) -> refused(action, action.agent(), refusal);
            case CallOutcome.NotDone<ActionBinding.Result>() -> failed(action, action.agent(), false);
            case CallOutcome.Unfinished<ActionBinding.Result>(), CallOutcome.Unknown<ActionBinding.Result>() -> action;
        };
    }

    /**
     * Looks after an action whose outcome nobody knows: reads the systems back, and decides. What cannot be asked now is left for
     * the next time, for a day at most; then a person must look.
     */
    ActionRecord recover(ActionRecord action) {
        try {
            var kind = kind(action);
            return switch (kind.findOut(texts.opened(kind, action))) {
                case CallOutcome.Done<ActionBinding.Result>(var result) -> succeeded(action, SERVICE, result);
                case CallOutcome.Refused<ActionBinding.Result>(var refusal) -> refused(action, SERVICE, refusal);
                case CallOutcome.NotDone<ActionBinding.Result>() -> again(kind, action, false);
                case CallOutcome.Unfinished<ActionBinding.Result>() -> again(kind, action, true);
                case CallOutcome.Unknown<ActionBinding.Result>() -> needsHuman(action);
            };
        } catch (SecretDoesNotOpen e) {
            log.line().put(Log.Field.OUTCOME, "action-does-not-open").error(e).write();
            return needsHuman(action);
        } catch (RuntimeException e) {
            log.line().put(Log.Field.OUTCOME, "recovery-postponed").error(e).write();
            var tried = Duration.between(action.requestedAt(), clock.instant());
            return tried.compareTo(LONGEST_SEARCH) < 0 ? action : needsHuman(action);
        }
    }

    /**
     * Certainly it was not done, or not all of it: it is sent once more, within its rules, unless it was sent often enough. What is
     * half done then, a person must complete.
     */
    private ActionRecord again(ActionBinding<?, ?, ?> kind, ActionRecord action, boolean isBegun) {
        if (action.dispatches() >= MOST_DISPATCHES) {
            return isBegun ? needsHuman(action) : failed(action, SERVICE, false);
        }
        var dispatched = action.dispatched(clock.instant());
        if (!actions.claim(dispatched)) {
            return actions.find(action.id()).orElse(action);
        }
        return switch (kind.carryOut(texts.opened(kind, dispatched))) {
            case CallOutcome.Done<ActionBinding.Result>(var result) -> succeeded(dispatched, SERVICE, result);
            case CallOutcome.Refused<ActionBinding.Result>(var refusal) -> refused(dispatched, SERVICE, refusal);
            case CallOutcome.NotDone<ActionBinding.Result>(),
                    CallOutcome.Unfinished<ActionBinding.Result>(),
                    CallOutcome.Unknown<ActionBinding.Result>() -> dispatched;
        };
    }

    /** The action once it has ended, or as it is when patience does. */
    ActionRecord awaitEnd(ActionRecord action) {
        var newest = action;
        for (var waited = Duration.ZERO;
                newest.end() == null && waited.compareTo(PATIENCE) < 0;
                waited = waited.plus(LOOK)) {
            LockSupport.parkNanos(LOOK.toNanos());
            newest = actions.find(action.id()).orElse(newest);
        }
        return newest;
    }

    private ActionBinding<?, ?, ?> kind(ActionRecord action) {
        return kinds.find(action.name())
                .orElseThrow(() -> new IllegalStateException(action.name().text() + " cannot be carried out"));
    }

    private ActionRecord succeeded(ActionRecord action, Actor actor, ActionBinding.Result result) {
        var performed = end(
                action,
                actor,
                result.differences(),
                at -> new End(ActionStatus.SUCCEEDED, at, result.text(), null, false));
        if (action.risk() == Risk.HIGH && performed.outcome().status() == ActionStatus.SUCCEEDED) {
            tell(performed);
        }
        return performed.outcome();
    }

    private ActionRecord refused(ActionRecord action, Actor actor, Refusal refusal) {
        return end(action, actor, List.of(), at -> new End(ActionStatus.REFUSED, at, null, refusal, false))
                .outcome();
    }

    private ActionRecord failed(ActionRecord action, Actor actor, boolean needsHuman) {
        return end(action, actor, List.of(), at -> new End(ActionStatus.FAILED, at, null, null, needsHuman))
                .outcome();
    }

    private ActionRecord needsHuman(ActionRecord action) {
        log.line()
                .put(Log.Field.OUTCOME, "action-needs-human")
                .count(Log.Metric.ACTIONS_NEEDING_HUMAN)
                .write();
        return failed(action, SERVICE, true);
    }

    /** Ends an action, unless somebody else has: then theirs stands. */
    private LedgerCommands.Performed<ActionRecord> end(
            ActionRecord action, Actor actor, List<Difference> differences, Function<Instant, End> end) {
        return desk.perform(action.verification().customer(), actor, (snapshot, now) -> {
            var newest = actions.find(action.id()).orElse(action);
            if (newest.end() != null) {
                return Decision.tell(newest);
            }
            var ended = newest.ended(end.apply(now));
            return ActionRules.finish(ended, differences, () -> ended);
        });
    }

    /** The customer is told by SMS too. It is a courtesy: the action is done and on record whether or not the SMS goes out. */
    private void tell(LedgerCommands.Performed<ActionRecord> performed) {
        try (var session = secrets.session()) {
            messenger.send(
                    session.mobile(performed.snapshot()),
                    SmsText.actionDone(performed.state().language()));
        } catch (SmsUnavailable e) {
            log.line()
                    .put(Log.Field.OUTCOME, "sms-not-sent")
                    .error(e)
                    .count(Log.Metric.SMS_UNAVAILABLE)
                    .write();
        }
    }
}

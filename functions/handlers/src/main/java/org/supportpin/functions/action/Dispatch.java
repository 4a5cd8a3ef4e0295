package org.supportpin.functions.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Effect;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.Actor;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Desk;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.Messenger.SmsUnavailable;
import org.supportpin.domain.message.SmsText;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;

/** An accepted action, sent to the back office and brought to its end. */
final class Dispatch {

    /** How long a request waits for another one that is just carrying the same action out. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Desk desk;
    private final Actions actions;
    private final Kinds kinds;
    private final Messenger messenger;
    private final Wiring.Secrets secrets;
    private final Log log;

    Dispatch(Wiring wiring, Kinds kinds) {
        this.desk = wiring.desk();
        this.actions = wiring.actions();
        this.kinds = kinds;
        this.messenger = wiring.messenger();
        this.secrets = wiring.secrets();
        this.log = wiring.log();
    }

    /** Sends an action that was just accepted. What it comes to is on record, or pending where nobody knows. */
    ActionRecord first(ActionRecord action) {
        return settle(action, action.agent(), kind(action).carryOut(action));
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

    private Kind<?, ?, ?> kind(ActionRecord action) {
        return kinds.find(action.name())
                .orElseThrow(() -> new IllegalStateException(action.name().text() + " cannot be carried out"));
    }

    private ActionRecord settle(ActionRecord action, Actor actor, Effect<Kind.Result> effect) {
        return switch (effect) {
            case Effect.Done<Kind.Result>(var result) -> end(action, actor, ActionStatus.SUCCEEDED, result, null);
            case Effect.Refused<Kind.Result>(var refusal) -> end(action, actor, ActionStatus.REFUSED, null, refusal);
            case Effect.NotDone<Kind.Result>() -> end(action, actor, ActionStatus.FAILED, null, null);
            case Effect.Unknown<Kind.Result>() -> action;
        };
    }

    private ActionRecord end(
            ActionRecord action,
            Actor actor,
            ActionStatus status,
            Kind.@Nullable Result result,
            @Nullable Refusal refusal) {
        var customer = action.verification().customer();
        List<Difference> differences = result == null ? List.of() : result.differences();
        var performed = desk.<ActionRecord>perform(customer, actor, (snapshot, now) -> {
            var newest = actions.find(action.id()).orElse(action);
            if (newest.end() != null) {
                return Decision.tell(newest);
            }
            var ended = newest.ended(end(status, now, result, refusal));
            return ActionRules.finish(ended, differences, () -> ended);
        });
        var ended = performed.outcome();
        if (ended.risk() == Risk.HIGH && status == ActionStatus.SUCCEEDED) {
            tell(performed);
        }
        return ended;
    }

    private static End end(ActionStatus status, Instant at, Kind.@Nullable Result result, @Nullable Refusal refusal) {
        return new End(status, at, result == null ? null : result.text(), refusal, false);
    }

    /** The customer is told by SMS too. It is a courtesy: the action is done and on record whether or not the SMS goes out. */
    private void tell(Desk.Performed<ActionRecord> performed) {
        try (var session = secrets.session()) {
            messenger.send(
                    session.mobile(performed.snapshot()),
                    SmsText.actionDone(performed.state().language()));
        } catch (SmsUnavailable e) {
            log.line().put(Log.Field.OUTCOME, "sms-not-sent").error(e).write();
        }
    }
}

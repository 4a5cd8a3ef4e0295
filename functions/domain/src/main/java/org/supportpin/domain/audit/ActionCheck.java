package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Acceptance;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.identity.CustomerId;

/**
 * Compares actions with ledgers, both ways: each action is one that its customer's ledger accepted, with these hashes and this
 * end; and each open action of a ledger is stored and pending.
 *
 * @param since older ends were compared by an earlier run; they are compared again in turn
 */
record ActionCheck(AuditStore store, Sample sample, Instant since) {

    /** Whether this run compares the action. Whatever may still be carried out always is, and whatever no ledger has ended. */
    boolean isDue(StoredAction stored) {
        var action = stored.action();
        return action == null
                || !stored.isExact()
                || action.end() == null
                || action.entries().ended() == 0
                || !action.end().at().isBefore(since)
                || sample.has(action.id());
    }

    /** What is wrong with an action as it is stored now; empty if nothing is. Reads it and its customer's ledger. */
    List<Violation> compare(ActionId id) {
        return store.action(id).flatMap(this::violation).stream().toList();
    }

    private Optional<Violation> violation(StoredAction stored) {
        var action = stored.action();
        if (action == null) {
            return Optional.of(
                    new Violation(Kind.ACTION_CHANGED, null, 0, stored.id().value()));
        }
        var kind = stored.isExact() ? kind(action) : Optional.of(Kind.ACTION_CHANGED);
        return kind.map(each -> new Violation(
                each,
                action.customer(),
                action.entries().accepted(),
                stored.id().value()));
    }

    private Optional<Kind> kind(ActionRecord action) {
        if (!(event(action, action.entries().accepted()) instanceof Acceptance accepted)
                || !accepted.actionId().equals(action.id())) {
            return Optional.of(Kind.ACTION_NOT_ACCEPTED);
        }
        if (!accepted.hashes().equals(action.hashes())) {
            return Optional.of(Kind.ACTION_CHANGED);
        }
        return isEndRecorded(action) ? Optional.empty() : Optional.of(Kind.ACTION_END_DIFFERS);
    }

    private boolean isEndRecorded(ActionRecord action) {
        var end = action.end();
        if (end == null) {
            return newest(action.customer())
                    .flatMap(customer -> customer.openAction(action.id()))
                    .filter(open -> open.isOf(action))
                    .isPresent();
        }
        var event = event(action, action.entries().ended());
        if (event instanceof Event.ActionStopped stopped) {
            return end.equals(End.stopped(end.at())) && stopped.has(action.id());
        }
        if (event instanceof ActionSettled(var id, var name, var isDone, var _)) {
            return end.equals(settled(isDone, end.at()))
                    && id.equals(action.id())
                    && name == action.request().name();
        }
        var refusal = end.refusal();
        return event
                        instanceof
                        Event.ActionFinished(var id, var name, var status, var rule, var needsHuman, var _, var undone)
                && id.equals(action.id())
                && name == action.request().name()
                && status == end.status()
                && needsHuman == end.needsHuman()
                && action.request().undone().equals(Optional.ofNullable(undone))
                && (rule == null ? refusal == null : refusal != null && rule.equals(refusal.rule()));
    }

    private static End settled(boolean isDone, Instant at) {
        return new End(isDone ? ActionStatus.SUCCEEDED : ActionStatus.FAILED, at, null, null, false);
    }

    /** The event of the entry in that place; null if there is no sound one. */
    private @Nullable Event event(ActionRecord action, long place) {
        return store.entries(action.customer(), place, 1).stream()
                .filter(each -> each.place() == place)
                .flatMap(each -> sound(each, action.customer()).stream())
                .map(entry -> entry.event())
                .findFirst()
                .orElse(null);
    }

    /** The customer's state now; empty if the newest entry is not sound, which the ledger's own audit reports. */
    private Optional<Customer> newest(CustomerId customer) {
        return store.entries(customer, Long.MAX_VALUE, 1).stream()
                .flatMap(each -> sound(each, customer).stream())
                .map(entry -> entry.state())
                .findFirst();
    }

    private static Optional<Entry> sound(StoredEntry stored, CustomerId customer) {
        return Optional.ofNullable(stored.sound(customer));
    }

    /** The customer's open actions that are not stored as pending. Reads the newest entry and each action. */
    List<Violation> missing(CustomerId customer) {
        return store.entries(customer, Long.MAX_VALUE, 1).stream()
                .flatMap(each -> sound(each, customer).stream())
                .flatMap(entry -> entry.state().openActions().stream())
                .filter(open -> !isPending(open))
                .map(open -> new Violation(
                        Kind.ACTION_MISSING, customer, 0, open.id().value()))
                .toList();
    }

    private boolean isPending(OpenAction open) {
        return store.action(open.id())
                .map(StoredAction::action)
                .filter(action -> action.end() == null)
                .isPresent();
    }
}

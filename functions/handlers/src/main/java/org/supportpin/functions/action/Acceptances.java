package org.supportpin.functions.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.Acceptance;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.functions.http.Log;

/**
 * Compares pending actions with what their customers' ledgers accepted. Actions are stored apart from ledgers, so an item may
 * have been forged, altered, or put back from a backup.
 */
record Acceptances(LedgerCommands ledger, Actions actions, Clock clock, Log log) {

    /** The action and its ledger are read one after the other, so an action that ends in between looks wrong once. */
    private static final int LOOKS = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /**
     * The customer of a pending action, if the ledger shows exactly this action as accepted and not ended. Otherwise the action is
     * never carried out: it is set aside, and the audit names it.
     *
     * @return empty if the action was set aside, or has ended meanwhile
     */
    Optional<Snapshot> of(ActionRecord action) {
        var newest = action;
        for (int look = 1; look <= LOOKS; look++) {
            var customer = ledger.read(newest.customer());
            if (isOpen(customer, newest)) {
                return Optional.of(customer);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            var again = actions.find(action.id());
            if (again.isEmpty() || again.get().end() != null) {
                return Optional.empty();
            }
            newest = again.get();
        }
        setAside(newest.id(), "action-not-in-ledger");
        return Optional.empty();
    }

    /** Whether the ledger shows exactly this action as accepted and not ended. */
    static boolean isOpen(Snapshot customer, ActionRecord action) {
        return customer.state()
                .openAction(action.id())
                .filter(open -> open.isOf(action))
                .isPresent();
    }

    /**
     * When an action was done, by its ledger.
     *
     * @return empty if the ledger does not show exactly this action as accepted and done; the audit names it
     */
    Optional<Instant> doneAt(ActionRecord action) {
        var accepted = ledger.entry(action.customer(), action.entries().accepted())
                .filter(each -> each.entry().event() instanceof Acceptance event
                        && event.actionId().equals(action.id())
                        && event.hashes().equals(action.hashes()));
        var done = ledger.entry(action.customer(), action.entries().ended())
                .map(Recorded::entry)
                .filter(each -> isDone(each.event(), action));
        if (accepted.isEmpty() || done.isEmpty()) {
            tell("action-not-in-ledger");
            return Optional.empty();
        }
        return done.map(Entry::at);
    }

    private static boolean isDone(Event event, ActionRecord action) {
        return switch (event) {
            case Event.ActionFinished finished ->
                finished.actionId().equals(action.id()) && finished.status() == ActionStatus.SUCCEEDED;
            case ActionSettled settled -> settled.actionId().equals(action.id()) && settled.isDone();
            default -> false;
        };
    }

    /** Nobody can know what an unreadable action is, and so not that a ledger accepted it. */
    void setAsideUnreadable(ActionId id) {
        setAside(id, "action-unreadable");
    }

    private void setAside(ActionId id, String outcome) {
        if (actions.setAside(id, clock.instant())) {
            tell(outcome);
        }
    }

    private void tell(String outcome) {
        log.line()
                .put(Log.Field.OUTCOME, outcome)
                .count(Log.Metric.ROTATION_VIOLATIONS)
                .write();
    }
}

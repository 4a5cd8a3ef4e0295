package org.supportpin.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.history.Episode.Ending;
import org.supportpin.domain.history.Episode.Ending.Kind;
import org.supportpin.domain.history.Episode.PastAction;
import org.supportpin.domain.history.Episode.PastCall;
import org.supportpin.domain.identity.Actor;

/** A call as far as the entries go that were looked at. */
final class CallSoFar {

    private final Recorded first;
    private final Event.Verified verified;
    private final Actor.Agent agent;
    private final List<Entry> wrongPins;
    private final List<Entry> takenOver = new ArrayList<>();
    private final List<PastAction> actions = new ArrayList<>();
    private final List<Entry> refused = new ArrayList<>();
    private Recorded last;
    private String key;
    private @Nullable Ending ending;
    private boolean accountRead;

    CallSoFar(Recorded first, Event.Verified verified, Actor.Agent agent, List<Entry> wrongPins) {
        this.first = first;
        this.last = first;
        this.verified = verified;
        this.key = verified.key();
        this.agent = agent;
        this.wrongPins = wrongPins;
    }

    long sequence() {
        return first.entry().sequence();
    }

    /**
     * Looks at an entry, whatever it is: which events void a verification or end an action is the state's business. Void is one that
     * is gone although its time is not over; ended is an action that is open no more.
     */
    void look(Recorded recorded) {
        var entry = recorded.entry();
        for (int index = 0; index < actions.size(); index++) {
            var action = actions.get(index);
            if (action.ended() == null
                    && entry.state().openAction(action.accepted().actionId()).isEmpty()) {
                actions.set(index, new PastAction(action.acceptance(), action.accepted(), entry, false));
                last = recorded;
            }
        }
        if (ending == null) {
            ending(recorded);
        }
    }

    private void ending(Recorded recorded) {
        var entry = recorded.entry();
        if (!entry.at().isBefore(verified.expiresAt())) {
            ending = new Ending(Kind.EXPIRED, verified.expiresAt());
        } else if (entry.state().verifications().stream()
                .noneMatch(each -> each.key().equals(key))) {
            ending = new Ending(Kind.VOIDED, entry.at());
            last = recorded;
        }
    }

    void endedByAgent(Recorded recorded) {
        ending = new Ending(Kind.ENDED, recorded.entry().at());
        last = recorded;
    }

    /** Another agent goes on with the call. */
    void handedOver(Recorded recorded, String next) {
        key = next;
        takenOver.add(recorded.entry());
        last = recorded;
    }

    void accountRead(Recorded recorded) {
        accountRead = true;
        last = recorded;
    }

    void refused(Recorded recorded) {
        refused.add(recorded.entry());
        last = recorded;
    }

    void accepted(Recorded recorded, Event.ActionAccepted accepted) {
        actions.add(new PastAction(recorded.entry(), accepted, null, false));
        last = recorded;
    }

    /** An operator found out whether one of its actions was done. */
    void settled(Recorded recorded, ActionSettled settled) {
        for (int index = 0; index < actions.size(); index++) {
            var action = actions.get(index);
            if (action.accepted().actionId().equals(settled.actionId())) {
                actions.set(index, new PastAction(action.acceptance(), action.accepted(), recorded.entry(), false));
                last = recorded;
            }
        }
    }

    boolean isUnfinished(Entry newestSeen, Customer newest) {
        return (ending == null && newestSeen.at().isBefore(verified.expiresAt()))
                || actions.stream()
                        .anyMatch(each -> each.ended() == null
                                ? newest.openAction(each.accepted().actionId()).isEmpty()
                                : needsHuman(each.ended()));
    }

    /** What needs a person may still be settled, whenever that is. */
    private static boolean needsHuman(Entry ended) {
        return ended.event() instanceof Event.ActionFinished finished && finished.needsHuman();
    }

    PastCall at(Instant now, Customer newest) {
        var shown = actions.stream()
                .map(each -> new PastAction(each.acceptance(), each.accepted(), each.ended(), isWaiting(each, newest)))
                .toList();
        return new PastCall(
                first, last, agent, takenOver, verified, ending(now), wrongPins, shown, refused, accountRead);
    }

    private static boolean isWaiting(PastAction action, Customer newest) {
        return action.ended() == null
                && newest.openAction(action.accepted().actionId())
                        .filter(open -> open.gates() != null)
                        .isPresent();
    }

    private Ending ending(Instant now) {
        if (ending != null) {
            return ending;
        }
        return new Ending(now.isBefore(verified.expiresAt()) ? Kind.RUNNING : Kind.EXPIRED, verified.expiresAt());
    }
}

package org.supportpin.domain.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;

/** What happened on the telephone: a call, or somebody who was not verified. */
public sealed interface Episode {

    /** The entry by which episodes are in order: that of the verification, or of the newest wrong PIN. */
    long sequence();

    /**
     * A call: a verification, and what followed from it.
     *
     * @param first the entry in which the caller was verified
     * @param last the newest entry that belongs to the call, which may be its first
     * @param agent who verified the caller
     * @param takenOver the entries in which another agent took the call over, oldest first
     * @param wrongPins the entries of wrong PINs before, oldest first
     * @param actions those that were accepted, oldest first
     * @param refused the entries of requests that were not accepted
     * @param accountRead whether the agent read the customer's account
     */
    record PastCall(
            Recorded first,
            Recorded last,
            Actor.Agent agent,
            List<Entry> takenOver,
            Event.Verified verified,
            Ending ending,
            List<Entry> wrongPins,
            List<PastAction> actions,
            List<Entry> refused,
            boolean accountRead)
            implements Episode {
        public PastCall {
            takenOver = List.copyOf(takenOver);
            wrongPins = List.copyOf(wrongPins);
            actions = List.copyOf(actions);
            refused = List.copyOf(refused);
        }

        public PastCallId id() {
            return PastCallId.of(first);
        }

        @Override
        public long sequence() {
            return first.entry().sequence();
        }
    }

    /**
     * Somebody gave wrong PINs, and was not verified within half an hour.
     *
     * @param entries at least one, oldest first, all by the same agent
     */
    record Unverified(Actor.Agent agent, List<Entry> entries) implements Episode {
        public Unverified {
            entries = List.copyOf(entries);
        }

        @Override
        public long sequence() {
            return entries.getLast().sequence();
        }
    }

    /**
     * An action of a call.
     *
     * @param ended null while its end is not known
     * @param isWaiting whether a gate still stands before it
     */
    record PastAction(
            Entry acceptance,
            Event.ActionAccepted accepted,
            @Nullable Entry ended,
            boolean isWaiting) {}

    /**
     * How a verification ended.
     *
     * @param at when; while it runs, when it will at the latest
     */
    record Ending(Kind kind, Instant at) {

        public enum Kind implements WireName {
            /** It has not. */
            RUNNING,
            /** The agent ended the call. */
            ENDED,
            /** Its time was over. */
            EXPIRED,
            /** Something made it void, such as another mobile or a lock that was lifted. */
            VOIDED
        }

        public boolean isOver() {
            return kind != Kind.RUNNING;
        }
    }
}

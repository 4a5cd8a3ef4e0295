package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinKey;

/**
 * What the panel shows of a running verification, and whether it is offered to a colleague.
 *
 * @param agentName sealed by {@link PinKey#sealShown}; null if the agent's token has none
 * @param deeds the actions that were accepted under it, oldest first
 * @param offer the newest offer to hand it over; null if there is none
 */
public record CallNotes(
        @Nullable Ciphertext agentName,
        List<Deed> deeds,
        @Nullable Offer offer) {

    public static final CallNotes NONE = new CallNotes(null, List.of(), null);

    /**
     * An action of the call.
     *
     * @param mark the beginning of its ID, by which its end finds it again
     */
    public record Deed(ActionName action, String mark, ActionStatus status) {

        private static final int MARK = 6;

        /** Whether it is this action. */
        public boolean isOf(ActionId id) {
            return mark.equals(mark(id));
        }

        static String mark(ActionId id) {
            return id.value().substring(0, MARK);
        }
    }

    /**
     * The call is offered to a colleague.
     *
     * @param mark the beginning of the place of the code's item, so that no other item moves the call
     */
    public record Offer(String mark, Instant until) {}

    public CallNotes {
        deeds = List.copyOf(deeds);
    }

    static CallNotes of(@Nullable Ciphertext agentName) {
        return new CallNotes(agentName, List.of(), null);
    }

    /** Whether it was requested in this call, by whoever held it then. */
    boolean has(ActionId id) {
        return deeds.stream().anyMatch(each -> each.isOf(id));
    }

    CallNotes accepted(ActionName action, ActionId id, boolean isOpen) {
        return with(Stream.concat(
                deeds.stream(),
                Stream.of(new Deed(action, Deed.mark(id), isOpen ? ActionStatus.PENDING : ActionStatus.WAITING))));
    }

    CallNotes changed(ActionId id, ActionStatus status) {
        return with(deeds.stream().map(each -> each.isOf(id) ? new Deed(each.action(), each.mark(), status) : each));
    }

    CallNotes offered(Offer next) {
        return new CallNotes(agentName, deeds, next);
    }

    /** The same call, with another agent. */
    CallNotes handedTo(@Nullable Ciphertext next) {
        return new CallNotes(next, deeds, null);
    }

    private CallNotes with(Stream<Deed> next) {
        return new CallNotes(agentName, next.toList(), offer);
    }
}

package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CallBudgets.TooMany;
import org.supportpin.domain.customer.Calls.Announcement;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.Event.AnnouncedCallEnded;
import org.supportpin.domain.customer.Event.CallAnnounced;
import org.supportpin.domain.customer.SmsBudgets.Reservation;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.pin.Ciphertext;

/** The rules for calls that the hosting company announces before it rings the customer. */
public final class CallAnnouncement {

    /** The label under which what a call is about is sealed for the record. */
    public static final String OBJECT = "call object";

    private final Limits limits;

    public CallAnnouncement(Limits limits) {
        this.limits = limits;
    }

    /** The answer to the agent. */
    public sealed interface Outcome {

        /**
         * The panel shows the call.
         *
         * @param bySms whether an SMS is to be sent too
         */
        record Announced(Announcement announcement, boolean bySms) implements Outcome {}

        /** Another agent has announced a call, which is not over. */
        record AnothersStands(Instant until) implements Outcome {}

        /** There were too many. */
        record Refused(TooMany tooMany) implements Outcome {}

        /** The agent is suspended. */
        record AgentSuspended(Suspension suspension) implements Outcome {}

        /** The service is not active. */
        record NotActive() implements Outcome {}
    }

    /**
     * What is sealed of an announcement.
     *
     * @param shown the object for the panel; null if there is none
     * @param object the object for the record; null if there is none, or no key to seal it with
     */
    public record Sealed(
            CallMark mark,
            @Nullable Ciphertext shown,
            @Nullable SealedText object) {}

    /**
     * Announces a call. The same agent's earlier one is replaced; another agent's must be over first, so that the panel never names the
     * wrong one of two. The SMS is not sent if a limit of the customer, the agent or the number forbids it, or if the customer has just
     * been verified from the panel and so has it in sight: the announcement stands all the same.
     *
     * @param key 128 random bits
     * @param sealed evaluated only if the call is announced, because it opens the PIN key
     * @param destination the number's budget; evaluated only if an SMS is wanted
     */
    public Decision<Outcome> announce(
            Customer customer,
            AgentBudget budget,
            String key,
            CallReason reason,
            Supplier<Sealed> sealed,
            Supplier<DestinationBudget> destination,
            Instant now) {
        if (!customer.isActive()) {
            return Decision.tell(new Outcome.NotActive());
        }
        var suspended = budget.suspension(now);
        if (suspended.isPresent()) {
            return Decision.tell(new Outcome.AgentSuspended(suspended.get()));
        }
        var standing =
                customer.calls().announcement(now).filter(each -> !each.agent().equals(budget.agent()));
        if (standing.isPresent()) {
            return Decision.tell(new Outcome.AnothersStands(standing.get().until()));
        }
        var tooMany = CallBudgets.full(customer, budget, limits, now);
        if (tooMany.isPresent()) {
            return Decision.tell(new Outcome.Refused(tooMany.get()));
        }
        return announced(budget, key, reason, sealed.get(), counts(customer, budget, destination, now), now);
    }

    private Decision<Outcome> announced(
            AgentBudget budget, String key, CallReason reason, Sealed sealed, Counts counts, Instant now) {
        var until = now.plus(limits.calls().announcement());
        var name = sealed.mark().agentName();
        return new Decision<>(
                new CallAnnounced(key, reason, until, name, sealed.shown(), sealed.object(), counts.bySms()),
                new Outcome.Announced(
                        new Announcement(key, budget.agent(), name, reason, sealed.shown(), now, until),
                        counts.bySms()),
                counts.writes());
    }

    private record Counts(boolean bySms, List<CompanionWrite> writes) {}

    private Counts counts(Customer customer, AgentBudget budget, Supplier<DestinationBudget> destination, Instant now) {
        var silent = new Counts(false, List.of(new AgentCounted(budget.withCall(now))));
        if (limits.calls().smsOfAnnouncement() == 0 || hasPanelInSight(customer, now)) {
            return silent;
        }
        var own = customer.pins().sms().availableAt(limits, now);
        return switch (new SmsBudgets(budget, destination).reserve(limits, SmsKind.PIN, own, now)) {
            case Reservation.TooSoon _ -> silent;
            case Reservation.Reserved(var counts) ->
                new Counts(
                        true,
                        counts.stream()
                                .map(each -> each instanceof AgentCounted
                                        ? new AgentCounted(budget.withCallAndSms(now))
                                        : each)
                                .toList());
        };
    }

    /** Nobody records that a panel was looked at, because looking writes nothing; but who typed or read a PIN there has it open. */
    private static boolean hasPanelInSight(Customer customer, Instant now) {
        return customer.running(now).stream().anyMatch(each -> each.source() != PinSource.SMS);
    }

    /** Ends a call that this agent announced. Returns whether there was one. */
    static Decision<Boolean> end(Customer customer, AgentId agent, String key, Instant now) {
        return customer.calls()
                        .announcement(now)
                        .filter(each -> each.key().equals(key) && each.agent().equals(agent))
                        .isPresent()
                ? Decision.record(new AnnouncedCallEnded(key), true)
                : Decision.tell(false);
    }
}

package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.DestinationCounted;

/**
 * The budgets that an SMS counts against, besides the customer's own.
 *
 * @param agent the budget of the agent who asks; null if the customer does
 * @param destination the number's budget; evaluated only if the other budgets allow the SMS, because it costs calls
 */
public record SmsBudgets(@Nullable AgentBudget agent, Supplier<DestinationBudget> destination) {

    /** Whose budget is used up. */
    public enum Whose {
        CUSTOMER,
        AGENT,
        DESTINATION
    }

    /** Whether an SMS may be sent. */
    sealed interface Reservation {

        /** It may, if these are written with the entry that counts it. */
        record Reserved(List<CompanionWrite> counts) implements Reservation {}

        /** It may be asked for again at that time. */
        record TooSoon(Instant until, Whose whose) implements Reservation {}
    }

    /** Whether an agent asks. */
    boolean isForAgent() {
        return agent != null;
    }

    /** The suspension of the agent who asks. */
    Optional<Suspension> suspension(Instant now) {
        return agent == null ? Optional.empty() : agent.suspension(now);
    }

    /**
     * Reserves an SMS.
     *
     * @param own when the customer's own budget allows it
     */
    Reservation reserve(Limits limits, SmsKind kind, Instant own, Instant now) {
        var agents = agent == null ? Instant.MIN : agent.smsAvailableAt(limits);
        if (now.isBefore(agents) && agents.isAfter(own)) {
            return new Reservation.TooSoon(agents, Whose.AGENT);
        }
        if (now.isBefore(own)) {
            return new Reservation.TooSoon(own, Whose.CUSTOMER);
        }
        var budget = destination.get();
        var numbers = budget.availableAt(limits, kind);
        if (now.isBefore(numbers)) {
            return new Reservation.TooSoon(numbers, Whose.DESTINATION);
        }
        var counts = new ArrayList<CompanionWrite>(List.of(new DestinationCounted(budget.with(kind, now))));
        if (agent != null) {
            counts.add(new AgentCounted(agent.withSms(now)));
        }
        return new Reservation.Reserved(counts);
    }
}

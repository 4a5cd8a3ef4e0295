package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;

/** How often agents may put something on a customer's screen. */
public final class CallBudgets {

    private CallBudgets() {}

    /** The agent started too many calls in the last hour, or the customer saw too many today. */
    public record TooMany(Instant until, boolean ofAgent) {}

    /** Empty if one more is allowed. */
    static Optional<TooMany> full(Customer customer, AgentBudget budget, Limits limits, Instant now) {
        return full(budget, limits, now)
                .or(() -> customer.pin()
                        .today()
                        .full(Today::calls, limits.calls().customerPerDay(), now)
                        .map(until -> new TooMany(until, false)));
    }

    /** The same for what the customer does not see. */
    static Optional<TooMany> full(AgentBudget budget, Limits limits, Instant now) {
        var free = budget.callsAvailableAt(limits);
        return now.isBefore(free) ? Optional.of(new TooMany(free, true)) : Optional.empty();
    }
}

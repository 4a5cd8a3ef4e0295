package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.AgentId;

/**
 * One agent's wrong PINs over all customers.
 *
 * @param wrong within the last hour, oldest first
 * @param suspendedUntil null if the agent is not suspended
 * @param version 0 if nothing is stored yet; grows with each count
 */
public record AgentBudget(
        AgentId agent, List<Instant> wrong, @Nullable Instant suspendedUntil, long version) {

    /** How long a wrong PIN counts. */
    public static final Duration WINDOW = Duration.ofHours(1);

    public AgentBudget {
        wrong = List.copyOf(wrong);
    }

    public static AgentBudget fresh(AgentId agent) {
        return new AgentBudget(agent, List.of(), null, 0);
    }

    /** When the agent's suspension ends. */
    public Optional<Instant> suspension(Instant now) {
        return Optional.ofNullable(suspendedUntil).filter(now::isBefore);
    }

    AgentBudget withWrong(Limits limits, Instant now) {
        var counted = Stream.concat(wrong.stream().filter(each -> each.isAfter(now.minus(WINDOW))), Stream.of(now))
                .toList();
        var full = counted.size() >= limits.agentWrongPins().perHour();
        return new AgentBudget(
                agent,
                full ? List.of() : counted,
                full ? now.plus(limits.agentWrongPins().suspension()) : null,
                version + 1);
    }
}

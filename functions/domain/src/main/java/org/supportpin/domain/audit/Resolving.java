package org.supportpin.domain.audit;

import java.time.Clock;
import java.util.Optional;
import org.supportpin.domain.audit.FoundViolation.Resolution;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Race;
import org.supportpin.domain.identity.AgentId;

/** An operator says what was done about a violation. */
public final class Resolving {

    private final Violations violations;
    private final Clock clock;

    public Resolving(Violations violations, Clock clock) {
        this.violations = violations;
        this.clock = clock;
    }

    /**
     * Resolves it. What is resolved already stays as it is: the first note stands.
     *
     * @param note 1–500 characters
     * @return the violation, resolved; empty if there is none with this ID
     * @throws Contended if other requests were first twelve times
     */
    public Optional<FoundViolation> resolve(String id, AgentId by, String note) {
        return Race.run("a violation", () -> violations.find(id), known -> {
            var open = known.filter(FoundViolation::isOpen).orElse(null);
            if (open == null) {
                return Optional.of(known);
            }
            var resolved = open.resolved(new Resolution(by, note, clock.instant()));
            return violations.write(resolved) ? Optional.of(Optional.of(resolved)) : Optional.empty();
        });
    }
}

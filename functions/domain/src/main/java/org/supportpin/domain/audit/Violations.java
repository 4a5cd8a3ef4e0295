package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Race;

/** The violations that were found, each once. None is ever removed. */
public interface Violations {

    /**
     * A page of open violations.
     *
     * @param next where the next page begins; null after the last
     */
    record Page(List<FoundViolation> violations, @Nullable String next) {}

    /** The violation with this ID, open or resolved, as of the last write. */
    Optional<FoundViolation> find(String id);

    /**
     * Writes a violation, if the version before is the newest.
     *
     * @return false if another request was first
     */
    boolean write(FoundViolation next);

    /**
     * The open ones, newest first, according to a read that may be a second old.
     *
     * @param from where a page before said that this one begins; null for the first
     * @param limit 1–100
     * @throws IllegalArgumentException if no page said that
     */
    Page open(@Nullable String from, int limit);

    /**
     * Keeps a violation that was found. One that is open stays as it is. One that was resolved opens again only if it was done after that:
     * what a person has dealt with does not return each time that somebody looks.
     *
     * @param doneAt when it was done, if known; {@link Instant#MIN} if not
     * @return whether it is new, or open again
     */
    default boolean keep(FoundViolation found, Instant doneAt) {
        return Race.run("a violation", () -> find(found.id()), known -> {
            var next = known.map(each -> isDoneAgain(each, doneAt) ? each.again(found.detectedAt(), found.by()) : each)
                    .orElse(found);
            boolean isKnown = known.filter(next::equals).isPresent();
            return isKnown || write(next) ? Optional.of(!isKnown) : Optional.empty();
        });
    }

    private static boolean isDoneAgain(FoundViolation known, Instant doneAt) {
        var resolution = known.resolution();
        return resolution != null && doneAt.isAfter(resolution.at());
    }
}

package org.supportpin.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.audit.FoundViolation.Finder;

/** The reports of audits and sweeps. */
public interface RotationReports {

    /** About the audits of a day: so many stand before a sweep's report. */
    int PAGE = 50;

    /** Whoever has not swept for so long begins anew. */
    Duration LOOKED_BACK = Duration.ofDays(30);

    /** Saves a report. Saving the same run's report again changes nothing. */
    void keep(RotationReport report);

    /**
     * Reports, newest first.
     *
     * @param before only reports of runs that started earlier
     * @param limit 1–100
     */
    List<RotationReport> list(Instant before, int limit);

    /** The newest sweep of the last 30 days that started before an instant, and ended. */
    default Optional<RotationReport> newestSweep(Instant before) {
        for (var from = before; from.isAfter(before.minus(LOOKED_BACK)); ) {
            var page = list(from, PAGE);
            var found = page.stream().filter(each -> each.by() == Finder.SWEEP).findFirst();
            if (found.isPresent() || page.size() < PAGE) {
                return found;
            }
            from = page.getLast().startedAt();
        }
        return Optional.empty();
    }
}

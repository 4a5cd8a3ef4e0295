package org.supportpin.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come in one segment.
 *
 * @param startedAt when the whole run started
 * @param segment 0, 1 …
 * @param of the number of segments
 * @param sample approximately how many secrets are opened in a run
 * @param next where to continue; null before the first part and after the last
 * @param tally the totals of this segment so far
 */
public record SegmentProgress(
        Instant startedAt,
        int segment,
        int of,
        int sample,
        @Nullable String next,
        AuditTotals tally) {

    SegmentProgress then(@Nullable String position, AuditTotals found) {
        return new SegmentProgress(startedAt, segment, of, sample, position, tally.plus(found));
    }
}

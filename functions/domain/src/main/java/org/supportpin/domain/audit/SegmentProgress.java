package org.supportpin.domain.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come in one segment.
 *
 * @param startedAt of the whole run
 * @param segment 0, 1 …
 * @param of how many segments there are
 * @param sample how many secrets are opened in a run, about
 * @param next where to go on; null before the first part, and after the last
 * @param tally of this segment up to there
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

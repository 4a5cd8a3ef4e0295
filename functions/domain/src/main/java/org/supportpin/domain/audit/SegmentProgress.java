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
 * @param open the ledger in whose middle the part ended; null if it ended between two
 * @param tally the totals of this segment so far
 */
public record SegmentProgress(
        Instant startedAt,
        int segment,
        int of,
        int sample,
        @Nullable String next,
        @Nullable LedgerProgress open,
        AuditTotals tally) {

    SegmentProgress then(@Nullable String position, @Nullable LedgerProgress within, AuditTotals found) {
        return new SegmentProgress(startedAt, segment, of, sample, position, within, tally.plus(found));
    }
}

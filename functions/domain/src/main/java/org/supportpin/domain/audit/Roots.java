package org.supportpin.domain.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.supportpin.domain.pin.SecretBytes;

/** The signed roots, and what a run collects for one. */
public interface Roots {

    /** Whether the day has a root. */
    boolean isKept(LocalDate day);

    /**
     * The secret by which a day's leaves are made, 32 bytes: so that nobody who is shown a leaf can try customers' IDs. Whoever asks
     * first makes it, and it never changes. It is kept, so that a leaf can be made again.
     */
    SecretBytes secret(LocalDate day);

    /** Adds leaves that a part of a run has found. Some may be there already, if the part is a retry. */
    void collect(Instant run, int segment, List<byte[]> leaves);

    /** Everything that a run has collected; leaves may be there more than once. */
    List<byte[]> collected(Instant run, int segments);

    /** Keeps a root, unless the day has one. */
    void keep(DailyRoot.Signed root);

    /**
     * Roots, newest first.
     *
     * @param before only those of earlier days
     * @param limit 1–100
     */
    List<DailyRoot.Signed> list(LocalDate before, int limit);
}

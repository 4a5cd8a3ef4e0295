package org.supportpin.domain.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.StoreUnavailable;

/**
 * The notices that no provider has taken yet. They are queued only together with a ledger entry: {@code CompanionWrite}. Every
 * implementation passes {@code OutboxContract} of the test fixtures.
 *
 * <p>Each method throws {@link StoreUnavailable} if the store does not answer; it is then unknown whether anything was written.
 */
public interface Outbox {

    /**
     * A notice that waits.
     *
     * @param due when it may be claimed
     * @param since when it was queued
     */
    record Waiting(NoticeId id, Instant due, Instant since) {}

    /**
     * The notices that wait, the longest due first. The list may be a few seconds old.
     *
     * @param limit 1–1000
     */
    List<Waiting> waiting(int limit);

    /** The notice with this ID, strongly consistent; empty if it was never queued or is no longer waiting. */
    Optional<QueuedNotice> find(NoticeId id);

    /**
     * Writes the next version of a notice.
     *
     * @return whether the store had the version before; if not, nothing was written
     */
    boolean write(QueuedNotice next);

    /**
     * Removes a notice.
     *
     * @return whether the store had this version; if not, nothing was removed
     */
    boolean remove(QueuedNotice newest);
}

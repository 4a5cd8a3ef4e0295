package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.List;

/**
 * Beats that the rotation audit sends through the table's stream and that the watch notes, each in an item of its own: who writes one of
 * the two cannot write the other. So an audit knows that the watch is called, and writes.
 */
public interface Pulse {

    /** The items are spread over the table, so that most of the stream's shards carry a beat. */
    int LANES = 4;

    /**
     * One of the items that carry beats.
     *
     * @param number 0 to {@value Pulse#LANES} − 1
     * @param sent the newest beat; {@link Instant#EPOCH} if there was none
     * @param heard the newest that the watch has noted; {@link Instant#EPOCH} if there was none
     */
    record Lane(int number, Instant sent, Instant heard) {
        /** What is noted ahead of what was sent is no sign that anybody listens. */
        boolean isHeard() {
            return heard.equals(sent);
        }

        /** Since when it is late: the beat that was noted before, or the first that was sent, as far as either is there. */
        Instant kept() {
            boolean isBefore = heard.isAfter(Instant.EPOCH) && heard.isBefore(sent);
            return isBefore || sent.equals(Instant.EPOCH) ? heard : sent;
        }
    }

    /** All lanes, according to a read that may be a second old. */
    List<Lane> lanes();

    /** Sends a beat, if the newest is older. */
    void send(int lane, Instant at);

    /** Notes a beat. What is noted never goes back. */
    void hear(int lane, Instant sent);
}

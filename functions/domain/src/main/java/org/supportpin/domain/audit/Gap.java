package org.supportpin.domain.audit;

import org.supportpin.domain.identity.Hash;

/**
 * Entries that the watch never saw, or could not follow: their link to each other and to those around them is not yet judged.
 *
 * @param from the first, 1 or more
 * @param to the last
 * @param before the hash of the sound entry before the first; {@link Hash#NONE} if the first is entry 1
 */
public record Gap(long from, long to, Hash before) {

    public Gap {
        if (from < 1 || to < from) {
            throw new IllegalArgumentException("there is no gap from " + from + " to " + to);
        }
    }

    boolean has(long place) {
        return place >= from && place <= to;
    }

    /** The same gap, which now ends later: what was followed in between began in the dark. */
    Gap until(long later) {
        return new Gap(from, later, before);
    }
}

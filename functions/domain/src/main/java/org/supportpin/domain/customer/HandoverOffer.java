package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.identity.VerificationId;

/**
 * A call that an agent offers to a colleague.
 *
 * @param place a keyed hash of the code, so that nobody learns the code from it; no two offers have the same at once
 */
public record HandoverOffer(String place, VerificationId verification, Instant until) {

    private static final int MARK = 11;

    /** What the ledger keeps of it. */
    CallNotes.Offer note() {
        return new CallNotes.Offer(place.substring(0, MARK), until);
    }
}

package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.supportpin.domain.pin.HandoverCode;

/**
 * The calls that are offered to colleagues, by their codes. An offer is written only together with its ledger entry: {@link
 * CompanionWrite.HandoverPlaced}.
 */
public interface HandoverOffers {

    /** The place of a code's offer: at least 11 characters, the same for the same code. */
    String place(HandoverCode code);

    /** The offer in a place, strongly consistent; empty if there is none, or it is over. */
    Optional<HandoverOffer> find(String place, Instant now);
}

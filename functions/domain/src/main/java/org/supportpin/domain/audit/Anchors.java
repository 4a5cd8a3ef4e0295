package org.supportpin.domain.audit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.CustomerId;

/** How far each ledger was found sound. Who writes them cannot write ledgers. */
public interface Anchors {

    /**
     * The anchors of these customers, at half the price, and perhaps not the newest. Who has none is missing.
     *
     * @param customers any number
     */
    Map<CustomerId, Anchor> recent(Set<CustomerId> customers);

    /** The customer's anchor as of the last write. */
    Optional<Anchor> find(CustomerId customer);

    /**
     * Writes an anchor, if what is stored is what was read. An anchor never goes back.
     *
     * @param before what was read; null if there was none
     * @return false if another was first
     */
    boolean move(@Nullable Anchor before, Anchor next);
}

package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * One entry of a customer's ledger: what happened, and how the customer stands after it. Never changed, never deleted.
 *
 * @param sequence 1, 2, 3 … without a gap
 * @param at not before the entry before it; whole milliseconds
 * @param state the fold of all events up to this one
 * @param previous the hash of the entry before; {@link Hash#NONE} for the first
 */
public record Entry(
        CustomerId customer, long sequence, Instant at, Actor actor, Event event, Customer state, Hash previous) {

    /**
     * An entry as it was recorded.
     *
     * @param hash of all that the entry says, and so of the whole chain before it
     */
    public record Recorded(Entry entry, Hash hash) {}
}

package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * One entry of a customer's ledger: what happened, and the customer's state after it. Never changed or deleted.
 *
 * @param sequence 1, 2, 3 … without gaps
 * @param at not earlier than the previous entry; whole milliseconds
 * @param state the state that results from all events up to this one
 * @param previous the hash of the previous entry; {@link Hash#NONE} for the first
 */
public record Entry(
        CustomerId customer, long sequence, Instant at, Actor actor, Event event, Customer state, Hash previous) {

    /**
     * A recorded entry.
     *
     * @param hash the hash of the whole entry, and so of the chain before it
     */
    public record Recorded(Entry entry, Hash hash) {}
}

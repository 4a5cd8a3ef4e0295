package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.identity.AgentId;

/**
 * All that the rules need to know of a ledger up to an entry to judge the next one, so that it need not be read again. It contains
 * no PIN and nothing personal.
 *
 * @param at the entry's time
 * @param state the customer's state after it
 * @param pins the PINs used in the last {@value Replay#MEMORY} entries, oldest first
 * @param requested who requested the actions that wait
 */
public record LedgerMemory(Instant at, Customer state, List<UsedPin> pins, Map<ActionId, AgentId> requested) {

    public LedgerMemory {
        pins = List.copyOf(pins);
        requested = Map.copyOf(requested);
    }
}

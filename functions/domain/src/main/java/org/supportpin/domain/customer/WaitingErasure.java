package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.identity.AgentId;

/**
 * A request to forget the customer, which waits for its confirmation.
 *
 * @param by who requested it, and so may not confirm it
 * @param until how long it may be confirmed
 */
public record WaitingErasure(AgentId by, Instant until) {}

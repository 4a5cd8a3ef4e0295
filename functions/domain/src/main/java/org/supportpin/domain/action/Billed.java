package org.supportpin.domain.action;

import org.supportpin.domain.billing.Placed;

/**
 * What came of an order, a renewal or an upgrade.
 *
 * @param plan what was ordered
 * @param placed the order and its unpaid invoice
 */
public record Billed<P>(P plan, Placed placed) {}

package org.supportpin.domain.billing;

/**
 * What came of an order, a renewal or an upgrade.
 *
 * @param plan what was ordered
 * @param placed the order and its unpaid invoice
 */
public record BillingResult<P>(P plan, PlacedOrder placed) {}

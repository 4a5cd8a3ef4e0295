package org.supportpin.domain.billing;

/**
 * The result of an order, renewal or upgrade.
 *
 * @param plan what was ordered
 * @param placed the order and its unpaid invoice
 */
public record BillingResult<P>(P plan, PlacedOrder placed) {}

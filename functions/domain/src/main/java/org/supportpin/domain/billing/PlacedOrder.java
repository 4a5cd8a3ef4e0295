package org.supportpin.domain.billing;

import org.supportpin.domain.money.Money;

/**
 * An order that billing took, with its invoice. Nothing is set up before that is paid.
 *
 * @param amountDue what billing asks for, VAT included
 * @param reference what the customer writes on the bank transfer
 */
public record PlacedOrder(OrderId order, InvoiceId invoice, Money amountDue, BankReference reference) {}

package org.supportpin.domain.billing;

import org.supportpin.domain.money.Money;

/**
 * An order that billing accepted, with its invoice. Nothing is set up before payment.
 *
 * @param amountDue the amount that billing charges, VAT included
 * @param reference the payment reference for the bank transfer
 */
public record PlacedOrder(OrderId order, InvoiceId invoice, Money amountDue, BankReference reference) {}

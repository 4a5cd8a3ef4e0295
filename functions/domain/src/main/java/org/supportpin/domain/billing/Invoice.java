package org.supportpin.domain.billing;

import java.time.LocalDate;
import org.supportpin.domain.money.Money;

/**
 * The invoice of an order, payable by bank transfer.
 *
 * @param amount VAT included
 * @param due the last day for payment
 */
public record Invoice(InvoiceId id, Money amount, BankReference reference, LocalDate due) {}

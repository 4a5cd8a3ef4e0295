package org.supportpin.domain.billing;

import org.supportpin.domain.money.Money;
import java.time.LocalDate;

/**
 * What is to be paid for an order, by bank transfer.
 *
 * @param amount VAT included
 * @param due until when
 */
public record Invoice(InvoiceId id, Money amount, BankReference reference, LocalDate due) {}

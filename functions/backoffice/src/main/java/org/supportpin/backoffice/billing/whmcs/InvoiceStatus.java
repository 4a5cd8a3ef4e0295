package org.supportpin.backoffice.billing.whmcs;

import java.util.Arrays;

/** The status of an invoice in WHMCS. */
enum InvoiceStatus {
    UNPAID("Unpaid"),
    /** A payment was started and is not confirmed yet. */
    PAYMENT_PENDING("Payment Pending"),
    PAID("Paid"),
    REFUNDED("Refunded"),
    /** Not shown to the customer yet. */
    DRAFT("Draft"),
    /** Handed to a collector, who is paid instead. */
    COLLECTIONS("Collections"),
    CANCELLED("Cancelled"),
    /** Any other word. */
    UNKNOWN("");

    private final String text;

    InvoiceStatus(String text) {
        this.text = text;
    }

    static InvoiceStatus of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equals(text))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What it is for was invoiced, and is not settled. */
    boolean isOpen() {
        return switch (this) {
            case UNPAID, PAYMENT_PENDING, DRAFT, COLLECTIONS -> true;
            case PAID, REFUNDED, CANCELLED, UNKNOWN -> false;
        };
    }

    /** The customer must not be asked to pay it again. */
    boolean isPaid() {
        return switch (this) {
            case PAID, PAYMENT_PENDING, REFUNDED -> true;
            case UNPAID, DRAFT, COLLECTIONS, CANCELLED, UNKNOWN -> false;
        };
    }
}

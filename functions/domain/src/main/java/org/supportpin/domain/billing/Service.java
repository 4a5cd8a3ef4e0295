package org.supportpin.domain.billing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * A service that a customer has, had or ordered.
 *
 * @param cycle the cycle of the last payment
 * @param nextDue the date until which it is paid; for a pending one, the day it was ordered
 * @param name the host or domain name that it is for; null if none
 * @param openRenewal the unpaid invoice of its renewal; null if none
 * @param openUpgrade the unpaid order of its upgrade; null if none
 */
public record Service(
        ServiceId id,
        CustomerId customer,
        ProductId product,
        BillingCycle cycle,
        Status status,
        LocalDate nextDue,
        @Nullable DomainName name,
        @Nullable InvoiceId openRenewal,
        @Nullable OrderId openUpgrade) {

    /** The status of a service. */
    public enum Status implements WireName {
        /** Ordered but not paid, so not set up yet. */
        PENDING,
        ACTIVE,
        /** Switched off until it is paid. */
        SUSPENDED,
        /** Cancelled by the customer. */
        CANCELLED,
        /** Ended by the hosting company. */
        TERMINATED
    }

    public Optional<InvoiceId> renewalInvoice() {
        return Optional.ofNullable(openRenewal);
    }

    public Optional<OrderId> upgradeOrder() {
        return Optional.ofNullable(openUpgrade);
    }

    /** The same service with its renewal invoiced. */
    public Service renewing(InvoiceId invoice) {
        return new Service(id, customer, product, cycle, status, nextDue, name, invoice, openUpgrade);
    }

    /** The same service with its upgrade ordered. */
    public Service upgrading(OrderId order) {
        return new Service(id, customer, product, cycle, status, nextDue, name, openRenewal, order);
    }
}

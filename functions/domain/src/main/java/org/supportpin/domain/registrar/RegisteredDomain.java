package org.supportpin.domain.registrar;

import java.time.Instant;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * A domain as it is at the registry now.
 *
 * @param customer the customer in whose account it is, and who pays for it
 * @param owner the registrant, which nothing here ever changes
 * @param submission the last submission to the registry
 */
public record RegisteredDomain(
        DomainName name,
        CustomerId customer,
        Contact owner,
        Contact administrator,
        Nameservers nameservers,
        Status status,
        Submission submission,
        Instant expiresAt) {

    /** What the registry allows for a domain. If several states apply, the most restrictive one. */
    public enum Status implements WireName {
        ACTIVE,
        /** Submitted; the registry has not decided yet. */
        PENDING,
        /** Locked by the registry, a court or the registrar. No changes are allowed. */
        LOCKED,
        /** Its first registration was recalled. It is treated as if it did not exist. */
        RECALLED
    }

    /**
     * What was submitted to the registry.
     *
     * @param at the registry's date
     */
    public record Submission(Kind kind, Instant at) {

        /** A renewal or a transfer from another registrar, not a first registration. */
        public enum Kind implements WireName {
            FIRST_REGISTRATION,
            RENEWAL,
            TRANSFER
        }
    }

    /** Whether the customer is its owner or administrator, or has it in their account. */
    public boolean isKnownTo(CustomerId who) {
        return status != Status.RECALLED && isOfAccountOrPerson(who);
    }

    /** Like {@link #isKnownTo}, but also true if it was recalled. */
    public boolean isOfAccountOrPerson(CustomerId who) {
        return customer.equals(who) || isOwnerOrAdministrator(who);
    }

    boolean isOwnerOrAdministrator(CustomerId who) {
        return owner.isPerson(who) || administrator.isPerson(who);
    }

    public RegisteredDomain with(Nameservers next) {
        return new RegisteredDomain(name, customer, owner, administrator, next, status, submission, expiresAt);
    }

    public RegisteredDomain withAdministrator(Contact next) {
        return new RegisteredDomain(name, customer, owner, next, nameservers, status, submission, expiresAt);
    }

    public RegisteredDomain with(Status next) {
        return new RegisteredDomain(name, customer, owner, administrator, nameservers, next, submission, expiresAt);
    }
}

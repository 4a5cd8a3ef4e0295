package org.supportpin.domain.registrar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * A domain as it is at the registry now.
 *
 * @param customer the customer in whose account it is, and who pays for it
 * @param owner the registrant, which nothing here ever changes
 * @param administrators usually one; a registry may have several, or none
 * @param submission the last submission to the registry
 * @param signing null if the registrar's system does not say
 */
public record RegisteredDomain(
        DomainName name,
        CustomerId customer,
        Contact owner,
        List<Contact> administrators,
        Nameservers nameservers,
        Status status,
        Submission submission,
        Instant expiresAt,
        @Nullable Signing signing) {

    public RegisteredDomain {
        administrators = List.copyOf(administrators);
    }

    /** What the registry allows for a domain. If several states apply, the most restrictive one. */
    public enum Status implements WireName {
        ACTIVE,
        /** Submitted; the registry has not decided yet. */
        PENDING,
        /** Locked by the registry, a court or the registrar. No changes are allowed. */
        LOCKED,
        /** The regulator has locked its nameservers and DS records. Other changes are allowed. */
        DELEGATION_LOCKED,
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
        return owner.isPerson(who) || isAdministrator(who);
    }

    boolean isAdministrator(CustomerId who) {
        return administrators.stream().anyMatch(each -> each.isPerson(who));
    }

    /** Whether it, or its delegation, is locked. */
    public boolean isLocked() {
        return status == Status.LOCKED || status == Status.DELEGATION_LOCKED;
    }

    /** The administrator; empty if there are several, or none. */
    public Optional<Contact> onlyAdministrator() {
        return administrators.size() == 1 ? Optional.of(administrators.getFirst()) : Optional.empty();
    }

    public RegisteredDomain with(Nameservers next) {
        return new RegisteredDomain(
                name, customer, owner, administrators, next, status, submission, expiresAt, signing);
    }

    public RegisteredDomain withAdministrator(Contact next) {
        return withAdministrators(List.of(next));
    }

    public RegisteredDomain withAdministrators(List<Contact> next) {
        return new RegisteredDomain(name, customer, owner, next, nameservers, status, submission, expiresAt, signing);
    }

    public RegisteredDomain with(Status next) {
        return new RegisteredDomain(
                name, customer, owner, administrators, nameservers, next, submission, expiresAt, signing);
    }

    public RegisteredDomain with(@Nullable Signing next) {
        return new RegisteredDomain(
                name, customer, owner, administrators, nameservers, status, submission, expiresAt, next);
    }
}

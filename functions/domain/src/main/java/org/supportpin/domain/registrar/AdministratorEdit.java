package org.supportpin.domain.registrar;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action does to a domain's administrator. The owner has no place in it.
 *
 * @param before who is it at the check
 * @param contact who is it after, where they are a contact already; null where one is to be made
 * @param after their details, as they were at the check
 */
public record AdministratorEdit(
        DomainName domain, Contact before, @Nullable ContactId contact, ContactDetails after) {

    /** Whether the domain is as asked for: after an unknown outcome, it has happened. */
    public boolean isPresentIn(RegisteredDomain current) {
        var administrator = current.administrator();
        return contact == null
                ? administrator.details().equals(after)
                : administrator.id().equals(contact);
    }

    /** Whether the domain is as it was: after an unknown outcome, it has not happened. */
    public boolean isAbsentFrom(RegisteredDomain current) {
        return !isPresentIn(current) && current.administrator().id().equals(before.id());
    }

    /** Whether it would change nothing. */
    public boolean isVoid() {
        return contact == null ? before.details().equals(after) : before.id().equals(contact);
    }
}

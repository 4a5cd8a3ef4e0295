package org.supportpin.domain.registrar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action does to a domain's administrator. The owner has no place in it.
 *
 * @param before who is it at the check
 * @param contact who is it after, where they are a contact already; null where one is to be made
 * @param after their details, as they were at the check
 */
public record AdministratorEdit(
        DomainName domain, Contact before, @Nullable ContactId contact, ContactDetails after)
        implements Reconcilable<RegisteredDomain> {

    /** As the customer is shown it: names and addresses are masked. */
    public List<Difference> changes() {
        return List.of(new Difference(domain.ascii() + " administrator", shown(before.details()), shown(after)));
    }

    private static String shown(ContactDetails details) {
        return details.name().masked() + " (" + details.email().masked() + ")";
    }

    @Override
    public boolean isPresentIn(RegisteredDomain current) {
        var administrator = current.administrator();
        return contact == null
                ? administrator.details().equals(after)
                : administrator.id().equals(contact);
    }

    @Override
    public boolean isAbsentFrom(RegisteredDomain current) {
        return !isPresentIn(current) && current.administrator().id().equals(before.id());
    }

    /** Whether it would change nothing. */
    public boolean isVoid() {
        return contact == null ? before.details().equals(after) : before.id().equals(contact);
    }
}

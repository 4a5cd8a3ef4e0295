package org.supportpin.domain.registrar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action will do to a domain's administrator. It never affects the owner.
 *
 * @param before the only administrator at the check, whose details are shown
 * @param contact the new administrator, if already a contact; null if one will be created
 * @param after the new administrator's details at the check
 */
public record AdministratorEdit(
        DomainName domain, Contact before, @Nullable ContactId contact, ContactDetails after)
        implements Reconcilable<RegisteredDomain> {

    /** What the customer sees, with names and addresses masked. */
    public List<Difference> changes() {
        return List.of(new Difference(domain.ascii() + " administrator", shown(before.details()), shown(after)));
    }

    private static String shown(ContactDetails details) {
        return details.name().masked() + " (" + details.email().masked() + ")";
    }

    @Override
    public boolean isPresentIn(RegisteredDomain current) {
        return current.onlyAdministrator()
                .filter(administrator -> contact == null
                        ? after.equals(administrator.shown())
                        : administrator.id().equals(contact))
                .isPresent();
    }

    @Override
    public boolean isAbsentFrom(RegisteredDomain current) {
        return !isPresentIn(current)
                && current.onlyAdministrator()
                        .filter(administrator -> administrator.id().equals(before.id()))
                        .isPresent();
    }

    /** Whether nothing would change. */
    public boolean isVoid() {
        return contact == null ? before.details().equals(after) : before.id().equals(contact);
    }
}

package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.identity.CustomerId;

/** The rules of {@code change-domain-administrator}, which only the current administrator may request, not even the owner. */
public final class AdministratorRules {

    public static final String CONTACT_NOT_FOUND = "contact-not-found";
    public static final String CONTACT_CHANGED = "contact-changed";
    public static final String ADMINISTRATOR_UNCHANGED = "administrator-unchanged";

    private AdministratorRules() {}

    /** Refuses any change of administrator that this domain and customer do not allow. */
    public static Optional<Refusal> against(RegisteredDomain domain, CustomerId customer) {
        return domain.administrator().isPerson(customer)
                ? DomainRules.againstUpdate(domain)
                : Optional.of(new Refusal(
                        DomainRules.CALLER_NOT_ADMINISTRATOR, "The customer is not the domain's administrator."));
    }

    /** Refuses this particular new administrator. */
    public static Optional<Refusal> against(AdministratorEdit edit) {
        return edit.isVoid()
                ? Optional.of(new Refusal(
                        ADMINISTRATOR_UNCHANGED, "This is already the domain's administrator. Nothing would change."))
                : Optional.empty();
    }

    /** For a contact that does not exist or is in another customer's list. */
    public static Refusal contactNotFound() {
        return new Refusal(CONTACT_NOT_FOUND, "The customer has no such contact.");
    }

    /** For a contact whose details have changed since the check, so that mail could go to the wrong address. */
    public static Refusal contactChanged() {
        return new Refusal(
                CONTACT_CHANGED,
                "The contact has changed since the action was checked. Review it and repeat the request.");
    }
}

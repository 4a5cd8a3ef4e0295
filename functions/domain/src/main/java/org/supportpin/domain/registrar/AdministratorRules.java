package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.identity.CustomerId;

/** The rules of {@code change-domain-administrator}, which is for the administrator of now alone: not even for the owner. */
public final class AdministratorRules {

    public static final String CONTACT_NOT_FOUND = "contact-not-found";
    public static final String CONTACT_CHANGED = "contact-changed";
    public static final String ADMINISTRATOR_UNCHANGED = "administrator-unchanged";

    private AdministratorRules() {}

    /** What stands against another administrator, whoever it is to be. */
    public static Optional<Refusal> against(RegisteredDomain domain, CustomerId customer) {
        return domain.administrator().isPerson(customer)
                ? DomainRules.againstUpdate(domain)
                : Optional.of(new Refusal(
                        DomainRules.CALLER_NOT_ADMINISTRATOR, "The domain's administrator is somebody else."));
    }

    /** What stands against this one. */
    public static Optional<Refusal> against(AdministratorEdit change) {
        return change.isVoid()
                ? Optional.of(new Refusal(
                        ADMINISTRATOR_UNCHANGED, "The domain has this administrator already; nothing would change."))
                : Optional.empty();
    }

    /** For a contact that there is not, and for one of another customer's list. */
    public static Refusal contactNotFound() {
        return new Refusal(CONTACT_NOT_FOUND, "The customer has no such contact.");
    }

    /** For a contact whose details are not any more those that the check saw, where mail would go astray. */
    public static Refusal contactChanged() {
        return new Refusal(
                CONTACT_CHANGED, "The contact has changed since the action was checked; look at it and ask again.");
    }
}

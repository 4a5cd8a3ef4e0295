package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.RegisteredDomain.Status;

/** The rules of the actions on domain names at the registry. Pure. They are applied twice: at the check and at dispatch. */
public final class DomainRules {

    public static final String DOMAIN_NOT_FOUND = "domain-not-found";
    public static final String DOMAIN_LOCKED = "domain-locked";
    public static final String DOMAIN_PENDING = "domain-pending";
    public static final String DOMAIN_CHANGED = "domain-changed";
    public static final String CALLER_NOT_ADMINISTRATOR = "caller-not-administrator";

    private DomainRules() {}

    /** Refuses a change of nameservers. The owner and the administrator may request one. */
    public static Optional<Refusal> againstNameservers(RegisteredDomain domain, CustomerId customer) {
        return notOwnerNorAdministrator(domain, customer)
                .or(() -> againstUpdate(domain))
                .or(() -> domain.status() == Status.DELEGATION_LOCKED
                        ? Optional.of(new Refusal(
                                DOMAIN_LOCKED,
                                "The regulator has locked the domain's nameservers. They cannot change.",
                                "Η ρυθμιστική αρχή έχει κλειδώσει τους nameservers του ονόματος χώρου. Δεν αλλάζουν."))
                        : Optional.empty());
    }

    /** Refuses any change of the domain's data that its status at the registry forbids (RFC 5731 §2.3). */
    public static Optional<Refusal> againstUpdate(RegisteredDomain domain) {
        return switch (domain.status()) {
            case ACTIVE, DELEGATION_LOCKED -> Optional.empty();
            case PENDING ->
                Optional.of(
                        new Refusal(
                                DOMAIN_PENDING,
                                "The registry has not decided on the domain yet. Repeat the request once it has.",
                                "Το μητρώο δεν έχει αποφασίσει ακόμη για το όνομα χώρου. Επαναλάβετε το αίτημα όταν αποφασίσει."));
            case LOCKED -> Optional.of(domainLocked());
            case RECALLED -> Optional.of(domainNotFound());
        };
    }

    /** For a domain that is not registered here or belongs to another customer. */
    public static Refusal domainNotFound() {
        return new Refusal(
                DOMAIN_NOT_FOUND,
                "The customer has no such domain here.",
                "Ο πελάτης δεν έχει εδώ αυτό το όνομα χώρου.");
    }

    /** For a Greek name of which the customer has another form. */
    static Refusal registeredAs(DomainName registered) {
        return new Refusal(
                DOMAIN_NOT_FOUND,
                "The domain is registered as " + registered.unicode()
                        + ". Request the change for that form of the name.",
                "Το όνομα χώρου είναι κατοχυρωμένο ως " + registered.unicode()
                        + ". Ζητήστε την αλλαγή με αυτή τη μορφή.");
    }

    /** For a domain that has changed since the check. */
    public static Refusal domainChanged() {
        return new Refusal(
                DOMAIN_CHANGED,
                "The domain has changed since the action was checked. Review it and repeat the request.",
                "Το όνομα χώρου άλλαξε μετά τον έλεγχο της ενέργειας. Ελέγξτε το και επαναλάβετε το αίτημα.");
    }

    static Refusal domainLocked() {
        return new Refusal(
                DOMAIN_LOCKED,
                "The domain is " + Status.LOCKED.text() + ". No changes are allowed.",
                "Το όνομα χώρου είναι κλειδωμένο. Δεν επιτρέπονται αλλαγές.");
    }

    static Optional<Refusal> notOwnerNorAdministrator(RegisteredDomain domain, CustomerId customer) {
        return domain.isOwnerOrAdministrator(customer)
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                CALLER_NOT_ADMINISTRATOR,
                                "The domain is in the customer's account, but the customer is neither its owner nor its administrator.",
                                "Το όνομα χώρου βρίσκεται στον λογαριασμό του πελάτη, αλλά ο πελάτης δεν είναι ούτε φορέας ούτε διαχειριστής του."));
    }
}

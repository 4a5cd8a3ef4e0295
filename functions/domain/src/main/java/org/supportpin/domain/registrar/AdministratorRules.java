package org.supportpin.domain.registrar;

import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.LocalizedText;

/** The rules of {@code change-domain-administrator}, which only the current administrator may request, not even the owner. */
public final class AdministratorRules {

    public static final String CONTACT_NOT_FOUND = "contact-not-found";
    public static final String CONTACT_CHANGED = "contact-changed";
    public static final String CONTACT_INCOMPLETE = "contact-incomplete";
    public static final String SEVERAL_ADMINISTRATORS = "several-administrators";
    public static final String ADMINISTRATOR_UNCHANGED = "administrator-unchanged";

    /** Only the administrator may change the administrator, so the caller cannot take it back. */
    static final Warning NOT_TAKEN_BACK = new Warning(
            "caller-not-administrator-afterwards",
            new LocalizedText(
                    "Μετά την αλλαγή μόνο ο νέος διαχειριστής μπορεί να την αναιρέσει, όχι ο πελάτης που καλεί.",
                    "Afterwards only the new administrator can take it back, not the customer who is calling."));

    private AdministratorRules() {}

    /** Refuses any change of administrator that this domain and customer do not allow. */
    public static Optional<Refusal> against(RegisteredDomain domain, CustomerId customer) {
        if (!domain.isAdministrator(customer)) {
            return Optional.of(new Refusal(
                    DomainRules.CALLER_NOT_ADMINISTRATOR,
                    "The customer is not the domain's administrator.",
                    "Ο πελάτης δεν είναι ο διαχειριστής του ονόματος χώρου."));
        }
        return domain.onlyAdministrator()
                .map(administrator -> DomainRules.againstUpdate(domain).or(() -> againstUnknown(administrator)))
                .orElseGet(() -> Optional.of(severalAdministrators()));
    }

    /** Refuses a contact, the old administrator's or the new one's, that cannot be told of the change. */
    public static Optional<Refusal> againstUnknown(Contact contact) {
        return contact.isShown()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        CONTACT_INCOMPLETE,
                        "The registrar does not show a name, email address and phone number for contact %s, so nobody could be told of the change. Complete the contact there and repeat the request."
                                .formatted(contact.id()),
                        "Ο καταχωρητής δεν δείχνει όνομα, email και τηλέφωνο για την επαφή %s, οπότε κανείς δεν θα μπορούσε να ενημερωθεί για την αλλαγή. Συμπληρώστε την επαφή εκεί και επαναλάβετε το αίτημα."
                                .formatted(contact.id())));
    }

    private static Refusal severalAdministrators() {
        return new Refusal(
                SEVERAL_ADMINISTRATORS,
                "The domain has several administrators, and replacing one would leave the others. Remove them at the registrar first, or change the administrator there.",
                "Το όνομα χώρου έχει περισσότερους διαχειριστές, και αν αντικατασταθεί ο ένας, οι άλλοι μένουν. Αφαιρέστε τους πρώτα στον καταχωρητή, ή κάντε την αλλαγή εκεί.");
    }

    /** Refuses this particular new administrator. */
    public static Optional<Refusal> against(AdministratorEdit edit) {
        return edit.isVoid()
                ? Optional.of(new Refusal(
                        ADMINISTRATOR_UNCHANGED,
                        "This is already the domain's administrator. Nothing would change.",
                        "Είναι ήδη ο διαχειριστής του ονόματος χώρου. Δεν θα άλλαζε κάτι."))
                : Optional.empty();
    }

    /** For a contact that does not exist or is in another customer's list. */
    public static Refusal contactNotFound() {
        return new Refusal(
                CONTACT_NOT_FOUND, "The customer has no such contact.", "Ο πελάτης δεν έχει αυτή την επαφή.");
    }

    /** For a contact whose details have changed since the check, so that mail could go to the wrong address. */
    public static Refusal contactChanged() {
        return new Refusal(
                CONTACT_CHANGED,
                "The contact has changed since the action was checked. Review it and repeat the request.",
                "Η επαφή άλλαξε μετά τον έλεγχο της ενέργειας. Ελέγξτε την και επαναλάβετε το αίτημα.");
    }
}

package org.supportpin.domain.customer;

import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.LocalizedText;

/** Why the hosting company rings a customer. A closed list, so that nobody's own words reach the customer in the company's name. */
public enum CallReason implements WireName {
    CALL_BACK("Ζητήσατε να σας καλέσουμε", "You asked us to call you", "ζητήσατε κλήση", "you asked for a call"),
    FAULT("Βλάβη σε υπηρεσία σας", "A fault on one of your services", "βλάβη υπηρεσίας", "a fault"),
    MAINTENANCE(
            "Προγραμματισμένες εργασίες σε υπηρεσία σας",
            "Planned maintenance on one of your services",
            "εργασίες",
            "maintenance"),
    SECURITY(
            "Ζήτημα ασφαλείας σε υπηρεσία σας",
            "A security problem with one of your services",
            "ζήτημα ασφαλείας",
            "a security problem"),
    EXPIRY("Λήξη υπηρεσίας ή ονόματος χώρου", "A service or domain is about to expire", "λήξη υπηρεσίας", "an expiry"),
    ORDER("Παραγγελία σας", "An order of yours", "παραγγελία σας", "your order"),
    PAYMENT("Πληρωμή ή τιμολόγιο", "A payment or invoice", "πληρωμή", "a payment"),
    MIGRATION(
            "Μεταφορά ή αναβάθμιση υπηρεσίας",
            "Moving or upgrading a service",
            "μεταφορά υπηρεσίας",
            "moving a service");

    private final String greek;
    private final String english;
    private final String briefGreek;
    private final String briefEnglish;

    CallReason(String greek, String english, String briefGreek, String briefEnglish) {
        this.greek = greek;
        this.english = english;
        this.briefGreek = briefGreek;
        this.briefEnglish = briefEnglish;
    }

    /** For the panel. */
    public LocalizedText title() {
        return new LocalizedText(greek, english);
    }

    /** For an SMS: at most 20 characters. */
    public LocalizedText brief() {
        return new LocalizedText(briefGreek, briefEnglish);
    }
}

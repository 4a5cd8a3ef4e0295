package org.supportpin.functions.account;

import org.supportpin.domain.account.Account.Missing;
import org.supportpin.domain.account.Account.Part;
import org.supportpin.domain.identity.LocalizedText;

/** What is missing in an account, and why, in a sentence for the agent. */
final class Gaps {

    private Gaps() {}

    static LocalizedText text(Missing missing) {
        var part = name(missing.part());
        return switch (missing.gap()) {
            case NOT_LISTED ->
                new LocalizedText(
                        part.greek() + ": το σύστημα δεν δίνει κατάλογο. Ρωτήστε τον πελάτη.",
                        part.english() + ": the system lists none. Ask the customer.");
            case UNAVAILABLE ->
                new LocalizedText(
                        part.greek() + ": το σύστημα δεν απάντησε εγκαίρως. Δοκιμάστε ξανά.",
                        part.english() + ": the system did not answer in time. Try again.");
            case MORE ->
                new LocalizedText(
                        part.greek() + ": υπάρχουν κι άλλα, που δεν εμφανίζονται.",
                        part.english() + ": there are more than are shown.");
        };
    }

    private static LocalizedText name(Part part) {
        return switch (part) {
            case CUSTOMER -> new LocalizedText("Στοιχεία πελάτη", "Customer details");
            case DOMAINS -> new LocalizedText("Ονόματα χώρου (domains)", "Domains");
            case ZONES -> new LocalizedText("Ζώνες DNS", "DNS zones");
            case SERVICES -> new LocalizedText("Υπηρεσίες", "Services");
            case ORDERS -> new LocalizedText("Παραγγελίες", "Orders");
            case PACKAGES -> new LocalizedText("Πακέτα φιλοξενίας", "Hosting packages");
            case PRODUCTS -> new LocalizedText("Προϊόντα", "Products");
        };
    }
}

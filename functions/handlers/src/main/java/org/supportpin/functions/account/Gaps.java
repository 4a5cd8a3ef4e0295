package org.supportpin.functions.account;

import org.supportpin.domain.account.Account.Missing;
import org.supportpin.domain.account.Account.Part;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.listing.Gap;

/** What is missing in an account, and why, in a sentence for the agent. */
final class Gaps {

    private Gaps() {}

    static LocalizedText text(Missing missing) {
        var part = name(missing.part());
        return LocalizedText.each(language -> template(missing.gap(), language).formatted(part.in(language)));
    }

    private static String template(Gap gap, Language language) {
        return switch (gap) {
            case NOT_LISTED ->
                language.say(
                        "%s: το σύστημα δεν δίνει κατάλογο. Ρωτήστε τον πελάτη.",
                        "%s: the system lists none. Ask the customer.");
            case UNAVAILABLE ->
                language.say(
                        "%s: το σύστημα δεν απάντησε εγκαίρως. Δοκιμάστε ξανά.",
                        "%s: the system did not answer in time. Try again.");
            case MORE ->
                language.say("%s: υπάρχουν κι άλλα, που δεν εμφανίζονται.", "%s: there are more than are shown.");
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
            case CONTACTS -> new LocalizedText("Επαφές", "Contacts");
            case PRODUCTS -> new LocalizedText("Προϊόντα", "Products");
        };
    }
}

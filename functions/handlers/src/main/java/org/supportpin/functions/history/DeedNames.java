package org.supportpin.functions.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.name.NamesInText;

/** What the actions are called in the middle of a sentence. */
final class DeedNames {

    /** A longer name is not said: a line has 200 characters. */
    private static final int LONGEST = 100;

    private DeedNames() {}

    /**
     * What is about one thing is called by it.
     *
     * @param changed what it changes, such as {@code nea.gr NS}; empty if nothing, or it cannot be read
     */
    static LocalizedText of(ActionName action, List<String> changed) {
        @Nullable LocalizedText named = named(action);
        @Nullable String thing = thing(action, changed);
        if (thing == null || named == null) {
            return of(action);
        }
        var shown = NamesInText.unicode(thing);
        return shown.length() > LONGEST
                ? of(action)
                : LocalizedText.each(language -> named.in(language).formatted(shown));
    }

    /** Null if they are several, or it is called nothing that a customer knows. */
    private static @Nullable String thing(ActionName action, List<String> changed) {
        if (changed.isEmpty()) {
            return null;
        }
        var words = changed.getFirst().split(" ", -1);
        return switch (action) {
            case CHANGE_DNS_RECORDS -> changed.size() == 1 ? words[0] : null;
            // Its records are in the same list.
            case CHANGE_HOSTING_SETTINGS -> words.length > 1 && words[1].equals("PHP") ? words[0] : null;
            // The ID, and what it is for.
            case RENEW_SERVICE, UPGRADE_SERVICE -> words[words.length - 1];
            default -> words[0];
        };
    }

    private static @Nullable LocalizedText named(ActionName action) {
        return switch (action) {
            case RENEW_SERVICE -> new LocalizedText("ανανέωση της υπηρεσίας %s", "renewal of the service %s");
            case UPGRADE_SERVICE -> new LocalizedText("αναβάθμιση της υπηρεσίας %s", "upgrade of the service %s");
            case CHANGE_DNS_RECORDS -> new LocalizedText("αλλαγή εγγραφής DNS του %s", "DNS record change of %s");
            case CHANGE_NAMESERVERS -> new LocalizedText("αλλαγή nameservers του %s", "nameserver change of %s");
            case RECALL_GR_DOMAIN -> new LocalizedText("ανάκληση του %s", "recall of %s");
            case SEND_ORDER_DETAILS ->
                new LocalizedText("αποστολή στοιχείων της παραγγελίας %s", "sending of the details of order %s");
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                new LocalizedText("αλλαγή διαχειριστή του %s", "change of administrator of %s");
            case CHANGE_HOSTING_SETTINGS ->
                new LocalizedText("αλλαγή ρυθμίσεων στο πακέτο %s", "settings change of the package %s");
            case APPLY_MICRO_FIX -> new LocalizedText("μικρή διόρθωση στο πακέτο %s", "small fix on the package %s");
            case ORDER_SERVICE -> null;
        };
    }

    static LocalizedText of(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> new LocalizedText("παραγγελία υπηρεσίας", "service order");
            case RENEW_SERVICE -> new LocalizedText("ανανέωση υπηρεσίας", "service renewal");
            case UPGRADE_SERVICE -> new LocalizedText("αναβάθμιση υπηρεσίας", "service upgrade");
            case CHANGE_DNS_RECORDS -> new LocalizedText("αλλαγή εγγραφών DNS", "DNS record change");
            case CHANGE_NAMESERVERS -> new LocalizedText("αλλαγή nameservers", "nameserver change");
            case RECALL_GR_DOMAIN -> new LocalizedText("ανάκληση ονόματος .gr", "recall of a .gr domain");
            case SEND_ORDER_DETAILS -> new LocalizedText("αποστολή στοιχείων παραγγελίας", "sending of order details");
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                new LocalizedText("αλλαγή διαχειριστή ονόματος χώρου (domain)", "change of domain administrator");
            case CHANGE_HOSTING_SETTINGS -> new LocalizedText("αλλαγή ρυθμίσεων φιλοξενίας", "hosting settings change");
            case APPLY_MICRO_FIX ->
                new LocalizedText("μικρή διόρθωση σε πακέτο φιλοξενίας", "small fix on a hosting package");
        };
    }
}

package org.supportpin.functions.history;

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
     * What is of one domain is called by it.
     *
     * @param what the first change, such as {@code nea.gr NS}; null if there is none
     */
    static LocalizedText of(ActionName action, @Nullable String what) {
        @Nullable LocalizedText named = what == null ? null : named(action);
        if (what == null || named == null) {
            return of(action);
        }
        var domain = NamesInText.unicode(what.replaceFirst(" .*", ""));
        return domain.length() > LONGEST
                ? of(action)
                : LocalizedText.each(language -> named.in(language).formatted(domain));
    }

    private static @Nullable LocalizedText named(ActionName action) {
        return switch (action) {
            case CHANGE_NAMESERVERS -> new LocalizedText("αλλαγή nameservers του %s", "nameserver change of %s");
            case RECALL_GR_DOMAIN -> new LocalizedText("ανάκληση του %s", "recall of %s");
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                new LocalizedText("αλλαγή διαχειριστή του %s", "change of administrator of %s");
            case ORDER_SERVICE,
                    RENEW_SERVICE,
                    UPGRADE_SERVICE,
                    CHANGE_DNS_RECORDS,
                    SEND_ORDER_DETAILS,
                    CHANGE_HOSTING_SETTINGS,
                    APPLY_MICRO_FIX -> null;
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

package org.supportpin.domain.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.money.Money;

/**
 * What an action changes in the language's words, where it is told by SMS or mail. The states are said as the pages say them
 * (web/shared/change-words.js; a test compares the two).
 */
public final class ChangeWords {

    private static final String RECALLED = "recalled";
    private static final String DONE = "done";

    /** {@code 2028-06-14 (89.28 EUR)} */
    private static final Pattern PRICED = Pattern.compile("(.+) \\((\\d+(?:\\.\\d+)?) ([A-Z]{3})\\)");

    /** {@code svc-1 papadopoulou.gr} */
    private static final Pattern CALLED = Pattern.compile("(\\S+) (\\S+)");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final String VALID_UNTIL = "valid until ";
    private static final int DAY = "2028-06-14".length();

    private static final Map<String, LocalizedText> FIXES = Map.of(
            "restart-php", new LocalizedText("Επανεκκίνηση της PHP", "Restart PHP"),
            "clear-cache", new LocalizedText("Εκκαθάριση cache", "Clear the caches"),
            "repair-permissions", new LocalizedText("Επαναφορά δικαιωμάτων αρχείων", "Repair file permissions"),
            "reissue-certificate", new LocalizedText("Νέο πιστοποιητικό", "Reissue the certificate"),
            "unban-address", new LocalizedText("Άρση αποκλεισμού διεύθυνσης IP", "Let an IP address in again"),
            "raise-mailbox-quota", new LocalizedText("Μεγαλύτερο όριο γραμματοκιβωτίου", "Raise a mailbox quota"));

    private static final Map<String, LocalizedText> FIXED = Map.of(
            DONE,
            new LocalizedText("έγινε", "done"),
            "reissued",
            new LocalizedText("εκδόθηκε ξανά", "reissued"),
            "banned",
            new LocalizedText("αποκλεισμένη", "banned"),
            "not banned",
            new LocalizedText("ελεύθερη", "not banned"));

    private static final Map<String, LocalizedText> REGISTRATION = Map.of(
            "active",
            new LocalizedText("ενεργή", "active"),
            "pending",
            new LocalizedText("σε εξέλιξη", "in progress"),
            RECALLED,
            new LocalizedText("ανακλήθηκε", "recalled"));

    private static final Map<String, LocalizedText> CYCLES = Map.of(
            "monthly", new LocalizedText("με μηνιαία χρέωση", "billed monthly"),
            "quarterly", new LocalizedText("με τριμηνιαία χρέωση", "billed quarterly"),
            "semiannually", new LocalizedText("με εξαμηνιαία χρέωση", "billed every six months"),
            "annually", new LocalizedText("με ετήσια χρέωση", "billed annually"),
            "biennially", new LocalizedText("με χρέωση κάθε δύο χρόνια", "billed every two years"),
            "triennially", new LocalizedText("με χρέωση κάθε τρία χρόνια", "billed every three years"));

    private static final Map<String, LocalizedText> SWITCHES =
            Map.of("on", new LocalizedText("Ναι", "On"), "off", new LocalizedText("Όχι", "Off"));

    /** What must not read as done while it is only foreseen. */
    private static final Map<String, LocalizedText> AHEAD = Map.of(
            DONE,
            new LocalizedText("θα γίνει", "to be done"),
            "reissued",
            new LocalizedText("θα εκδοθεί ξανά", "to be reissued"),
            RECALLED,
            new LocalizedText("θα ανακληθεί", "to be recalled"));

    private final ActionName action;
    private final Language language;
    private final boolean isAhead;

    private ChangeWords(ActionName action, Language language, boolean isAhead) {
        this.action = action;
        this.language = language;
        this.isAhead = isAhead;
    }

    /** What is only foreseen. */
    static ChangeWords ahead(ActionName action, Language language) {
        return new ChangeWords(action, language, true);
    }

    /** What has come about. */
    static ChangeWords done(ActionName action, Language language) {
        return new ChangeWords(action, language, false);
    }

    /** The words of an action's states, and of the small fixes, by what the service calls them. */
    public static Map<String, LocalizedText> of(ActionName action) {
        return switch (action) {
            case APPLY_MICRO_FIX -> FIXED;
            case RECALL_GR_DOMAIN -> REGISTRATION;
            case ORDER_SERVICE, RENEW_SERVICE, UPGRADE_SERVICE -> CYCLES;
            case CHANGE_HOSTING_SETTINGS -> SWITCHES;
            case CHANGE_DNS_RECORDS, CHANGE_NAMESERVERS, CHANGE_DOMAIN_ADMINISTRATOR, SEND_ORDER_DETAILS -> Map.of();
        };
    }

    /** The small fixes, by their names. */
    public static Map<String, LocalizedText> fixes() {
        return FIXES;
    }

    /** What is said instead of a state that is only foreseen. */
    public static Map<String, LocalizedText> ahead() {
        return AHEAD;
    }

    /** The change in words; its note is left out, because nobody tells it. */
    Difference say(Difference change) {
        return new Difference(title(change.what()), value(change.before()), value(change.after()));
    }

    private String title(String what) {
        return switch (action) {
            case APPLY_MICRO_FIX -> fix(what);
            case RENEW_SERVICE, UPGRADE_SERVICE -> called(what, 2, 1);
            case ORDER_SERVICE, SEND_ORDER_DETAILS -> called(what, 1, 2);
            // The notice names the action: its domain is what is left to say.
            case CHANGE_DOMAIN_ADMINISTRATOR -> what.replaceFirst(" administrator$", "");
            default -> what;
        };
    }

    /** {@code svc-1 papadopoulou.gr}: a service is called by its name, an order by its number, and the other follows. */
    private static String called(String what, int first, int second) {
        var words = CALLED.matcher(what);
        return words.matches() ? words.group(first) + " (" + words.group(second) + ")" : what;
    }

    /** {@code papadopoulou.gr reissue-certificate nea.gr} */
    private String fix(String what) {
        var words = what.split(" ", 3);
        @Nullable LocalizedText fix = words.length < 2 ? null : FIXES.get(words[1]);
        if (fix == null) {
            return what;
        }
        var of = words.length == 2 || words[2].equals(words[0]) ? words[0] : words[0] + ", " + words[2];
        return fix.in(language) + " (" + of + ")";
    }

    private @Nullable String value(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (action) {
            case ORDER_SERVICE, RENEW_SERVICE, UPGRADE_SERVICE -> bought(text);
            case APPLY_MICRO_FIX -> text.startsWith(VALID_UNTIL) ? validUntil(text) : state(text);
            default -> state(text);
        };
    }

    private String state(String text) {
        @Nullable LocalizedText words = isAhead && of(action).containsKey(text) ? AHEAD.get(text) : null;
        if (words == null) {
            words = of(action).get(text);
        }
        return words == null ? text : words.in(language);
    }

    private String validUntil(String text) {
        int from = VALID_UNTIL.length();
        return text.length() < from + DAY
                ? text
                : language.say("ισχύει έως %s", "valid until %s").formatted(day(text.substring(from, from + DAY)));
    }

    private String bought(String text) {
        var priced = PRICED.matcher(text);
        if (!priced.matches()) {
            return term(text);
        }
        var price = new Money(new BigDecimal(priced.group(2)), Currency.getInstance(priced.group(3)));
        return term(priced.group(1)) + " (" + price.in(language) + ")";
    }

    private String term(String text) {
        return DATE.matcher(text).matches() ? language.say("έως %s", "until %s").formatted(day(text)) : state(text);
    }

    private String day(String date) {
        return LocalDate.parse(date)
                .format(DateTimeFormatter.ofPattern(language.say("d MMM yyyy", "d MMM yyyy"), language.locale()));
    }
}

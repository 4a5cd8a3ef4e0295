package org.supportpin.domain.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

/**
 * What an action would do, in as few characters as an SMS leaves. What does not fit is in the panel; the registrable part of a name
 * is never left out.
 *
 * @param changes each thing before and after; at least one
 */
public record Deed(ActionName action, List<Difference> changes) {

    private static final String CUT = "…";
    private static final int MOST_LINES = 20;

    public Deed {
        changes = changes.stream().map(Difference::readable).toList();
    }

    /** The action in one or two words, which in Greek are the same as a subject and as an object. */
    public LocalizedText name() {
        return name(action);
    }

    /** An action in one or two words. */
    static LocalizedText name(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> new LocalizedText("παραγγελία", "an order");
            case RENEW_SERVICE -> new LocalizedText("ανανέωση", "a renewal");
            case UPGRADE_SERVICE -> new LocalizedText("αναβάθμιση", "an upgrade");
            case CHANGE_DNS_RECORDS -> new LocalizedText("αλλαγή DNS", "a DNS change");
            case CHANGE_NAMESERVERS -> new LocalizedText("αλλαγή nameservers", "new nameservers");
            case RECALL_GR_DOMAIN -> new LocalizedText("ΑΝΑΚΛΗΣΗ ονόματος", "a domain RECALL");
            case SEND_ORDER_DETAILS -> new LocalizedText("αποστολή στοιχείων", "sending details");
            case CHANGE_DOMAIN_ADMINISTRATOR -> new LocalizedText("αλλαγή διαχειριστή", "a new administrator");
            case CHANGE_HOSTING_SETTINGS -> new LocalizedText("αλλαγή ρυθμίσεων", "new settings");
            case APPLY_MICRO_FIX -> new LocalizedText("μικρή διόρθωση", "a small fix");
        };
    }

    /** That it was done, in two or three words. */
    public LocalizedText done() {
        return done(action);
    }

    /** That an action was done, in two or three words. */
    static LocalizedText done(ActionName action) {
        return switch (action) {
            case ORDER_SERVICE -> new LocalizedText("Έγινε παραγγελία", "An order was placed");
            case RENEW_SERVICE -> new LocalizedText("Έγινε παραγγελία ανανέωσης", "A renewal was ordered");
            case UPGRADE_SERVICE -> new LocalizedText("Έγινε παραγγελία αναβάθμισης", "An upgrade was ordered");
            case CHANGE_DNS_RECORDS -> new LocalizedText("Άλλαξε το DNS", "DNS was changed");
            case CHANGE_NAMESERVERS -> new LocalizedText("Άλλαξαν οι nameservers", "Nameservers were changed");
            case RECALL_GR_DOMAIN -> new LocalizedText("ΑΝΑΚΛΗΘΗΚΕ όνομα", "A domain was RECALLED");
            case SEND_ORDER_DETAILS -> new LocalizedText("Στάλθηκαν στοιχεία", "Details were sent");
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                new LocalizedText("Άλλαξε ο διαχειριστής", "The administrator was changed");
            case CHANGE_HOSTING_SETTINGS -> new LocalizedText("Άλλαξαν ρυθμίσεις", "Settings were changed");
            case APPLY_MICRO_FIX -> new LocalizedText("Έγινε μικρή διόρθωση", "A small fix was made");
        };
    }

    /** The changes that are to come, before and after, each in a line; what a mail has no room for is in the panel. */
    public List<String> lines(Language language) {
        var words = ChangeWords.ahead(action, language);
        var lines = new ArrayList<String>();
        changes.stream().limit(MOST_LINES).forEach(each -> lines.add(line(words.say(each), language)));
        if (changes.size() > MOST_LINES) {
            lines.add("+" + (changes.size() - MOST_LINES));
        }
        return lines;
    }

    private static String line(Difference change, Language language) {
        @Nullable String before = change.before();
        return "%s: %s → %s".formatted(change.what(), before == null ? "–" : before, after(change, language));
    }

    /**
     * The changes that are to come, as many as fit, and how many more there are.
     *
     * @param room how many characters there are
     */
    public String values(Language language, int room) {
        return values(ChangeWords.ahead(action, language), language, room);
    }

    /** The same of changes that have come about. */
    public String doneValues(Language language, int room) {
        return values(ChangeWords.done(action, language), language, room);
    }

    private String values(ChangeWords words, Language language, int room) {
        var told = new StringBuilder();
        for (int i = 0; i < changes.size(); i++) {
            int left = changes.size() - i - 1;
            var more = left == 0 ? "" : " +" + left;
            var separator = i == 0 ? "" : "; ";
            int rest = room - told.length() - separator.length() - more.length();
            var next = shown(words.say(changes.get(i)), language, rest);
            if (next.length() > rest) {
                return i == 0 ? next : told + " +" + (left + 1);
            }
            told.append(separator).append(next);
        }
        return told.toString();
    }

    /** Shortened in steps: names first, each to its registrable part, then the values. */
    private static String shown(Difference change, Language language, int room) {
        var after = after(change, language);
        var whole = change.what() + ": " + after;
        if (whole.length() <= room) {
            return whole;
        }
        var names = names(change.what()) + ": " + names(after);
        if (names.length() <= room) {
            return names;
        }
        return values(names(change.what()) + ": ", List.of(names(after).split(", ")), room);
    }

    /** As many of the values as fit, at least one, and how many more there are. */
    private static String values(String what, List<String> values, int room) {
        var shown = new ArrayList<>(values);
        while (shown.size() > 1
                && text(what, shown, values.size() - shown.size()).length() > room) {
            shown.removeLast();
        }
        var text = text(what, shown, values.size() - shown.size());
        int most = Math.max(room, what.length());
        return text.length() <= most || isName(values.getFirst()) ? text : text.substring(0, most - CUT.length()) + CUT;
    }

    private static String text(String what, List<String> shown, int more) {
        return what + String.join(", ", shown) + (more == 0 ? "" : " +" + more);
    }

    private static String after(Difference change, Language language) {
        @Nullable String after = change.after();
        return after == null ? language.say("διαγράφεται", "removed") : after;
    }

    /** The text with each name in it cut to its registrable part. */
    private static String names(String text) {
        return Arrays.stream(text.split(" ")).map(Deed::cut).collect(Collectors.joining(" "));
    }

    private static boolean isName(String word) {
        return word.indexOf('.') >= 0 && word.chars().anyMatch(Character::isLetter);
    }

    /**
     * A name without the labels in front of its registrable part. Of a name below {@code com.gr} and its like three labels stay;
     * one label too many does no harm.
     */
    private static String cut(String word) {
        var ending = word.endsWith(",") ? "," : "";
        var labels = word.substring(0, word.length() - ending.length()).split("\\.", -1);
        int kept = labels.length > 2 && labels[labels.length - 2].length() <= 3 ? 3 : 2;
        return !isName(word) || labels.length <= kept
                ? word
                : CUT + String.join(".", Arrays.copyOfRange(labels, labels.length - kept, labels.length)) + ending;
    }
}

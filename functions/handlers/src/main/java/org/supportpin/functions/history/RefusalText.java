package org.supportpin.functions.history;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Refusal;

/** Why an action was refused, as it is stored under the seal: the words in English and, on a second line, in Greek, if there are any. */
public final class RefusalText {

    private static final char BETWEEN = '\n';

    private RefusalText() {}

    /** What is sealed. No sentence of a refusal has a line break. */
    public static String sealed(Refusal refusal) {
        return refusal.greek() == null ? refusal.detail() : refusal.detail() + BETWEEN + refusal.greek();
    }

    /** The refusal as a whole, of what was {@link #sealed}. */
    public static Refusal opened(String rule, String text) {
        var greek = greek(text);
        return greek == null ? Refusal.untranslated(rule, text) : new Refusal(rule, english(text), greek);
    }

    /** The words in English, of what was {@link #sealed}. */
    public static String english(String text) {
        var end = text.indexOf(BETWEEN);
        return end < 0 ? text : text.substring(0, end);
    }

    private static @Nullable String greek(String text) {
        var end = text.indexOf(BETWEEN);
        return end < 0 ? null : text.substring(end + 1);
    }
}

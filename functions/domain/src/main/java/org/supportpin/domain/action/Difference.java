package org.supportpin.domain.action;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.name.NamesInText;

/**
 * One thing before and after an action, as the customer sees it. Contains no personal data in clear. What an action did is, but
 * for the note, what its preview showed.
 *
 * @param what the thing, such as {@code www.papadopoulou.gr A}
 * @param before null if there was nothing
 * @param after null if there is nothing now
 * @param note what nobody could know in advance, such as the number that an order got; null if there is nothing to add
 */
public record Difference(
        String what,
        @Nullable String before,
        @Nullable String after,
        @Nullable String note) {

    /** A difference that can be foreseen. */
    public Difference(String what, @Nullable String before, @Nullable String after) {
        this(what, before, after, null);
    }

    /** The same for people, with domain names in their own letters. */
    public Difference readable() {
        return new Difference(NamesInText.unicode(what), readable(before), readable(after), note);
    }

    private static @Nullable String readable(@Nullable String text) {
        return text == null ? null : NamesInText.unicode(text);
    }

    /** The same with a note. */
    public Difference noted(@Nullable String text) {
        return new Difference(what, before, after, text);
    }
}

package org.supportpin.domain.billing;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/** The format of billing's IDs. */
final class Ids {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Ids() {}

    static void require(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an id of billing");
        }
    }

    static <T> Checked<T> parse(String text, Function<String, T> id) {
        return FORM.matcher(text).matches()
                ? Checked.valid(id.apply(text))
                : Checked.faulty(
                        "Enter the ID as shown by billing: 1 to 64 letters, digits or . _ -, starting with a letter or"
                                + " digit.");
    }
}

package org.supportpin.domain.billing;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/** How billing names its things. */
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
                        "Give the id as billing shows it: 1 to 64 letters, digits or . _ - of which the first is a letter or"
                                + " digit.");
    }
}

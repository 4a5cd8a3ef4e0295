package org.supportpin.domain.check;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The form of a short text, such as an ID.
 *
 * @param correction tells a person what to enter
 */
public record TextForm(Pattern pattern, String correction) {

    public static TextForm of(String regex, String correction) {
        return new TextForm(Pattern.compile(regex), correction);
    }

    /**
     * For the constructor of a value.
     *
     * @throws IllegalArgumentException if a text does not have the form; the message does not contain it
     */
    public void require(String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(correction);
        }
    }

    public <T> Checked<T> parse(String text, Function<String, T> make) {
        return pattern.matcher(text).matches() ? Checked.valid(make.apply(text)) : Checked.faulty(correction);
    }
}

package org.supportpin.domain.registrar;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * The name of a person or company. It cannot print itself: it leaves through {@link #value()} alone.
 *
 * @param value 1–100 characters, NFC
 */
public record PersonName(String value) {

    private static final int LONGEST = 100;

    /**
     * Takes a name back from where it was stored.
     *
     * @throws IllegalArgumentException if it is not just what {@link #parse} makes of it, without the name
     */
    public PersonName {
        if (!Text.line(value, 1, LONGEST).equals(Checked.valid(value))) {
            throw new IllegalArgumentException("not a name");
        }
    }

    public static Checked<PersonName> parse(String text) {
        return Text.line(text, 1, LONGEST).map(PersonName::new);
    }

    /** What may be shown: {@code Μ•••}, whatever the length. */
    public String masked() {
        return Character.toString(value.codePointAt(0)) + "•••";
    }

    @Override
    public String toString() {
        return masked();
    }
}

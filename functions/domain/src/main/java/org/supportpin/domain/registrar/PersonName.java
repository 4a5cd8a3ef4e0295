package org.supportpin.domain.registrar;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * The name of a person or company. {@code toString} does not reveal it; only {@link #value()} does.
 *
 * @param value 1–255 characters (RFC 5733 §4, {@code postalLineType}), NFC
 */
public record PersonName(String value) {

    private static final int LONGEST = 255;

    /**
     * Restores a stored name.
     *
     * @throws IllegalArgumentException if {@link #parse} would not return it unchanged; the message does not contain the name
     */
    public PersonName {
        if (!Text.line(value, 1, LONGEST).equals(Checked.valid(value))) {
            throw new IllegalArgumentException("not a name");
        }
    }

    public static Checked<PersonName> parse(String text) {
        return Text.line(text, 1, LONGEST).map(PersonName::new);
    }

    /** The masked form: {@code Μ•••}, whatever the length. */
    public String masked() {
        return Character.toString(value.codePointAt(0)) + "•••";
    }

    @Override
    public String toString() {
        return masked();
    }
}

package org.supportpin.domain.registrar;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * A contact of the registrar's, such as {@code con-1}.
 *
 * @param value 1–64 characters out of letters, digits and {@code . _ : -}
 */
public record ContactId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public ContactId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a contact id");
        }
    }

    public static Checked<ContactId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Checked.valid(new ContactId(text))
                : Checked.faulty("Give the contact's id as the panel shows it: 1 to 64 letters, digits or . _ : -");
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.supportpin.domain.registrar;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * The ID of a contact at the registrar, such as {@code con-1}.
 *
 * @param value 1–64 letters, digits or {@code . _ : -}
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
                : Checked.faulty("Enter the contact ID as shown in the panel: 1 to 64 letters, digits or . _ : -");
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.supportpin.domain.registrar;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * The ID of a contact at the registrar, such as {@code con-1}.
 *
 * @param value 1–64 letters, digits or {@code . _ : -}
 */
public record ContactId(String value) {

    private static final TextForm FORM = TextForm.of(
            "[A-Za-z0-9._:-]{1,64}", "Enter the contact ID as shown in the panel: 1 to 64 letters, digits or . _ : -");

    public ContactId {
        FORM.require(value);
    }

    public static Checked<ContactId> parse(String text) {
        return FORM.parse(text, ContactId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

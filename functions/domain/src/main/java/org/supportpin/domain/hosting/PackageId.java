package org.supportpin.domain.hosting;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * The hosting system's ID of a package.
 *
 * @param value 1–64 letters, digits and {@code . _ -}, the first of them a letter or a digit
 */
public record PackageId(String value) {

    private static final TextForm FORM = TextForm.of(
            "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "Enter the package ID as shown in the panel, for example pkg-1.");

    public PackageId {
        FORM.require(value);
    }

    public static Checked<PackageId> parse(String text) {
        return FORM.parse(text, PackageId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

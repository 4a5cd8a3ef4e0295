package org.supportpin.domain.hosting;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * The hosting system's ID of a package.
 *
 * @param value 1–64 letters, digits and {@code . _ -}, the first of them a letter or a digit
 */
public record PackageId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public PackageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a package id");
        }
    }

    public static Checked<PackageId> parse(String text) {
        return FORM.matcher(text).matches()
                ? Checked.valid(new PackageId(text))
                : Checked.faulty("Enter the package ID as shown in the panel, for example pkg-1.");
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.supportpin.domain.hosting;

import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * A PHP version that a package can choose.
 *
 * @param value major and minor, such as {@code 8.3}
 */
public record PhpVersion(String value) {

    private static final TextForm FORM =
            TextForm.of("[1-9][0-9]?\\.(0|[1-9][0-9]?)", "Enter a PHP version as two numbers, for example 8.3.");

    public PhpVersion {
        FORM.require(value);
    }

    public static Checked<PhpVersion> parse(String text) {
        return FORM.parse(text, PhpVersion::new);
    }

    @Override
    public String toString() {
        return value;
    }
}

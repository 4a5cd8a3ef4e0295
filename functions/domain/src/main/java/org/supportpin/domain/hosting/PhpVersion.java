package org.supportpin.domain.hosting;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;

/**
 * A PHP version that a package can choose.
 *
 * @param value major and minor, such as {@code 8.3}
 */
public record PhpVersion(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]?\\.(0|[1-9][0-9]?)");

    public PhpVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a version of PHP");
        }
    }

    public static Checked<PhpVersion> parse(String text) {
        return FORM.matcher(text).matches()
                ? Checked.valid(new PhpVersion(text))
                : Checked.faulty("Enter a PHP version as two numbers, for example 8.3.");
    }

    @Override
    public String toString() {
        return value;
    }
}

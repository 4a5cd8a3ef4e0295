package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;

/**
 * Six digits that somebody proves something with: a Support PIN, or the code that confirms a mobile.
 *
 * <p>It cannot print itself, and compares in constant time. {@link #digits()} is the only way out.
 */
public final class Passcode {

    /** How many digits; NIST SP 800-63B-4 §3.1.3 asks for six at least. */
    public static final int DIGITS = 6;

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    private final byte[] digits;

    private Passcode(String digits) {
        this.digits = digits.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The passcode of a number, with its leading zeros.
     *
     * @param value 0–999 999
     */
    static Passcode of(int value) {
        if (value < 0 || value > 999_999) {
            throw new IllegalArgumentException("a passcode has six digits");
        }
        var text = Integer.toString(value);
        return new Passcode("0".repeat(DIGITS - text.length()) + text);
    }

    /** Six ASCII digits; blanks between them, as a person types what they hear in two groups, are passed over. */
    public static Checked<Passcode> parse(String text) {
        var plain = text.length() > 16 ? text : text.replace(" ", "");
        return FORM.matcher(plain).matches()
                ? Checked.valid(new Passcode(plain))
                : Checked.faulty("Give the six digits, such as three and three with a blank between.");
    }

    /** The digits in clear, for the panel's answer and for the SMS: the two places where they may go. */
    public String digits() {
        return new String(digits, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Passcode that && MessageDigest.isEqual(digits, that.digits);
    }

    /** The same for all, so that no hash table or log tells one passcode from another. */
    @Override
    public int hashCode() {
        return DIGITS;
    }

    @Override
    public String toString() {
        return "Passcode[redacted]";
    }
}

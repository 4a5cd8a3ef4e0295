package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;

/**
 * Six digits that prove something: a Support PIN, or the code that confirms a mobile.
 *
 * <p>{@code toString} does not reveal it; only {@link #digits()} does. Compares in constant time.
 */
public final class Passcode {

    /** The number of digits. NIST SP 800-63B-4 §3.1.3 requires at least six. */
    public static final int DIGITS = 6;

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final int LONGEST_TEXT = 24;

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

    /**
     * Parses six ASCII digits. Spaces and invisible marks around and between them are ignored, because people type what they hear in
     * groups, and paste what they were sent.
     */
    public static Checked<Passcode> parse(String text) {
        var plain = text.length() > LONGEST_TEXT ? text : Text.withoutMarks(text);
        return FORM.matcher(plain).matches()
                ? Checked.valid(new Passcode(plain))
                : Checked.faulty("Enter six digits, for example 123 456.");
    }

    /** The digits in clear, only for the panel's answer and for SMS. */
    public String digits() {
        return new String(digits, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Passcode that && MessageDigest.isEqual(digits, that.digits);
    }

    /** The same for all passcodes, so that it reveals nothing. */
    @Override
    public int hashCode() {
        return DIGITS;
    }

    @Override
    public String toString() {
        return "Passcode[redacted]";
    }
}

package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.identity.Hash;

/** Four digits by which a colleague finds an offered call. {@code toString} does not reveal them; only {@link #digits()} does. */
public final class HandoverCode {

    private static final Pattern FORM = Pattern.compile("[0-9]{4}");
    private static final int CODES = 10_000;
    private static final int LONGEST_TEXT = 16;
    private static final int BYTES = 6;

    private final String digits;

    private HandoverCode(String digits) {
        this.digits = digits;
    }

    /**
     * A code that nobody can guess.
     *
     * @param key 128 random bits, base64url
     */
    public static HandoverCode of(String key) {
        long number = 0;
        var bytes = Hash.of(key.getBytes(StandardCharsets.US_ASCII)).bytes();
        for (int i = 0; i < BYTES; i++) {
            number = number << Byte.SIZE | (bytes[i] & 0xff);
        }
        return new HandoverCode(String.format(Locale.ROOT, "%04d", number % CODES));
    }

    /** Parses four ASCII digits, as leniently as a {@link Passcode}. */
    public static Checked<HandoverCode> parse(String text) {
        var plain = text.length() > LONGEST_TEXT ? text : Text.withoutMarks(text);
        return FORM.matcher(plain).matches()
                ? Checked.valid(new HandoverCode(plain))
                : Checked.faulty("Enter four digits, for example 12 34.");
    }

    /** The digits in clear, only for the answer to the agent who offers, and for the keyed hash. */
    public String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "HandoverCode[redacted]";
    }
}

package org.supportpin.domain.action;

import java.util.regex.Pattern;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.TextForm;

/**
 * The agent's tool's ID of a request, so that repeating the request does nothing twice.
 *
 * @param value 1–64 visible ASCII characters, without the quotation marks in which it may be sent
 */
public record IdempotencyKey(String value) {

    private static final TextForm FORM = TextForm.of(
            "[!-~]{1,64}",
            "Send one Idempotency-Key header with 1 to 64 visible ASCII characters, new for each action; put a key with a comma or"
                    + " a quotation mark between quotation marks.");

    /** A string of RFC 8941 §3.3.3. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){0,256})\"");

    /** Anything else is the key itself, but for what a gateway makes of a repeated header, and for half a string. */
    private static final Pattern BARE = Pattern.compile("[^\",]*");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    public IdempotencyKey {
        FORM.require(value);
    }

    /**
     * Reads the header. A string ({@code "k9"}, RFC 8941) and the bare text ({@code k9}) are the same key.
     *
     * <p>A gateway joins repeated headers by commas, so a bare key has none: the header sent twice is refused.
     */
    public static Checked<IdempotencyKey> parse(String header) {
        var quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return FORM.parse(ESCAPE.matcher(quoted.group(1)).replaceAll("$1"), IdempotencyKey::new);
        }
        return FORM.parse(BARE.matcher(header).matches() ? header : "", IdempotencyKey::new);
    }
}

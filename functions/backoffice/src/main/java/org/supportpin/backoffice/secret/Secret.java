package org.supportpin.backoffice.secret;

import java.util.regex.Pattern;

/** A password or key of a connector. It cannot print itself: it leaves through {@link #reveal()} alone. */
public final class Secret {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String value;

    /**
     * @throws SecretUnavailable if it is empty or holds a control character, which would end a header or a line
     */
    public Secret(String value) {
        if (value.isEmpty() || CONTROL.matcher(value).find()) {
            throw new SecretUnavailable(
                    "a connector's secret is empty, or holds a line break or another control character");
        }
        this.value = value;
    }

    /** The secret itself. Whoever calls this answers for where it goes. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}

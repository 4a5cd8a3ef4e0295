package org.supportpin.backoffice.secret;

import java.util.regex.Pattern;

/** A password or key of a connector. It cannot print itself; it is only available through {@link #reveal()}. */
public final class Secret {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String value;

    /**
     * @throws SecretUnavailable if it is empty or contains a control character, which could end a header or a line
     */
    public Secret(String value) {
        if (value.isEmpty() || CONTROL.matcher(value).find()) {
            throw new SecretUnavailable("a connector's secret is empty or contains a control character");
        }
        this.value = value;
    }

    /** The secret itself. The caller is responsible for where it goes. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}

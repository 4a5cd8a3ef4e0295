package org.supportpin.backoffice.simulated;

import java.util.Arrays;
import java.util.Optional;

/** What the back office is asked to do: the names by which faults are injected. */
public enum Operation {
    DNS_ZONE("dns.zone"),
    DNS_APPLY_CHANGES("dns.applyChanges");

    private final String text;

    Operation(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Optional<Operation> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }
}

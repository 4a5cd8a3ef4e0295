package org.supportpin.connectorcheck;

import org.supportpin.backoffice.http.VendorMessage;

/** What of a system's data the report may show. */
final class Mask {

    private Mask() {}

    /** The first and last character of an id: enough to recognise its form. */
    static String id(String id) {
        return id.length() <= 2
                ? "•".repeat(id.length())
                : id.charAt(0) + "•".repeat(id.length() - 2) + id.charAt(id.length() - 1);
    }

    /** A system's message on one line, without mail addresses and telephone numbers. */
    static String message(String words) {
        return words.isBlank()
                ? "no message"
                : "“" + VendorMessage.refusal(words).detail() + "”";
    }
}

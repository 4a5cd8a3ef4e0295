package org.supportpin.backoffice.billing.whmcs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.supportpin.backoffice.http.Content;

/** An {@code application/x-www-form-urlencoded} body in UTF-8. It does not print itself, because it contains the secret. */
final class Form {

    private final StringBuilder text = new StringBuilder();

    static Form of(String action) {
        return new Form().put("action", action);
    }

    Form put(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(encoded(name)).append('=').append(encoded(value));
        return this;
    }

    Form put(String name, long value) {
        return put(name, Long.toString(value));
    }

    /** Written as by PHP's {@code http_build_query}, which the examples in the documentation use. */
    Form put(String name, boolean value) {
        return put(name, value ? "1" : "0");
    }

    Content content() {
        return Content.of(text.toString());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}

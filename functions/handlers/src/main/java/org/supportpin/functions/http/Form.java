package org.supportpin.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.supportpin.domain.check.Checked;

/** A body of the type {@code application/x-www-form-urlencoded}, as OAuth sends it. */
final class Form {

    private Form() {}

    /** The parameters; a fault if one is there twice (RFC 6749 §3.2), or the text is none. Those without a value are left out. */
    static Checked<Map<String, String>> parse(String text) {
        var parameters = new LinkedHashMap<String, String>();
        try {
            for (var pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                var name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
                var value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), UTF_8);
                if (!value.isEmpty() && parameters.put(name, value) != null) {
                    return Checked.faulty("Send each parameter once.");
                }
            }
        } catch (IllegalArgumentException e) {
            return Checked.faulty("Send the parameters percent-encoded in UTF-8.");
        }
        return Checked.valid(parameters);
    }
}

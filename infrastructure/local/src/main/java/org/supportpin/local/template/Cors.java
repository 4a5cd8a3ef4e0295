package org.supportpin.local.template;

import java.util.List;

/**
 * The API's CORS rules.
 *
 * @param maxAge of a preflight answer, in seconds; 0 for the browser's default
 */
public record Cors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        boolean credentials,
        int maxAge) {
    public Cors {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
        exposed = List.copyOf(exposed);
    }
}

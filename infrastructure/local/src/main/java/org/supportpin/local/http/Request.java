package org.supportpin.local.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request, not interpreted.
 *
 * @param path raw, percent-encoded; starts with a slash
 * @param query raw; may be empty
 * @param headers names in lower case, values in order
 */
public record Request(
        String method,
        String path,
        String query,
        String protocol,
        Map<String, List<String>> headers,
        Body body,
        InetAddress caller) {

    public Request {
        headers = Map.copyOf(headers);
    }

    /** The value of a header; empty if it is missing or repeated. */
    public Optional<String> header(String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}

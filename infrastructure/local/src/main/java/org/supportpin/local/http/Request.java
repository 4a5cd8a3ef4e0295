package org.supportpin.local.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came over the wire, taken apart but not interpreted.
 *
 * @param path the raw path, percent-encoded as it came; starts with a slash
 * @param query the raw query string; empty where there is none
 * @param headers names in lower case, values in the order they came
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

    /** The only value of a header, or nothing where it is absent or given more than once. */
    public Optional<String> header(String name) {
        var values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}

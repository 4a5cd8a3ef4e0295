package org.supportpin.local.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One route of the API.
 *
 * @param path with parameters in braces, such as {@code /v1/agent/customers/{customerId}/sms}
 * @param authorizer which tokens are good for it
 * @param scopes sorted; one of them is needed
 */
record Route(String method, String path, String authorizer, Set<String> scopes) implements Comparable<Route> {

    Route {
        method = method.toUpperCase(Locale.ROOT);
        scopes = new TreeSet<>(scopes);
    }

    /** API Gateway's route key, such as {@code GET /v1/panel/support-pin}. */
    String key() {
        return method + " " + path;
    }

    /** The file of its sample event: the method and the words of the path, without version and parameters. */
    String eventFile() {
        var words = Arrays.stream(path.split("/")).skip(2).filter(word -> !word.startsWith("{"));
        return Stream.concat(Stream.of(method.toLowerCase(Locale.ROOT)), words).collect(Collectors.joining("-"))
                + ".json";
    }

    @Override
    public int compareTo(Route other) {
        return key().compareTo(other.key());
    }
}

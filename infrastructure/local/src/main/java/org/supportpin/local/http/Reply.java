package org.supportpin.local.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTTP response; header names are in lower case. */
public record Reply(int status, Map<String, List<String>> headers, Body body) {

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), Body.EMPTY);
    }

    public static Reply text(int status, String type, String body) {
        return new Reply(status, Map.of("content-type", List.of(type)), Body.of(body));
    }

    /** With API Gateway's own short body. */
    public static Reply message(int status, String message) {
        return text(status, "application/json", "{\"message\":\"" + message + "\"}");
    }

    /** With this header, replacing one of the same name. */
    public Reply with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, List.of(value));
        return new Reply(status, more, body);
    }

    /** With these headers, replacing those of the same names. */
    public Reply with(Map<String, String> others) {
        var more = new LinkedHashMap<>(headers);
        others.forEach((name, value) -> more.put(name, List.of(value)));
        return new Reply(status, more, body);
    }
}

package org.supportpin.functions.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;

/**
 * One answer.
 *
 * @param outcome what it comes to, for the log: a problem's slug, or the status
 * @param body null where there is none
 */
public record Response(
        int status,
        String outcome,
        Map<String, String> headers,
        @Nullable Json body) {

    public Response {
        headers = Map.copyOf(headers);
    }

    public static Response json(int status, Json body) {
        return new Response(status, Integer.toString(status), Map.of(), body);
    }

    public static Response empty(int status) {
        return new Response(status, Integer.toString(status), Map.of(), null);
    }

    public Response header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, outcome, more, body);
    }

    /** The function's answer in payload format 2.0. Nothing that leaves here may lie in a cache. */
    Json payload() {
        var all = Json.object();
        headers.forEach(all::put);
        all.put("Cache-Control", "no-store");
        if (body != null) {
            all.put("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        }
        return Json.object()
                .put("statusCode", status)
                .put("headers", all.build())
                .putIfPresent("body", body == null ? null : org.supportpin.backoffice.json.JsonText.write(body))
                .put("isBase64Encoded", false)
                .build();
    }
}

package org.supportpin.functions.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;

/** An answer. The outcome, a problem's slug or the status, is for the log. */
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

    /** A problem also says in its body which request it answers: scripts of another origin read few headers. */
    Response identified(String requestId) {
        if (status < 400 || requestId.isEmpty() || !(body instanceof Obj problem)) {
            return this;
        }
        return new Response(
                status,
                outcome,
                headers,
                Json.object().putAll(problem).put("requestId", requestId).build());
    }

    /** The function's answer in payload format 2.0. No answer may be cached. */
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
                .putIfPresent("body", body == null ? null : JsonText.write(body))
                .put("isBase64Encoded", false)
                .build();
    }
}

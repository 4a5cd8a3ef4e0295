package org.supportpin.functions.http;

import java.time.Duration;
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

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final String CONTENT_TYPE = "Content-Type";

    public Response {
        headers = Map.copyOf(headers);
    }

    public static Response json(int status, Json body) {
        return new Response(status, Integer.toString(status), Map.of(), body);
    }

    /** Something other than JSON. */
    public static Response text(int status, String contentType, String body) {
        return new Response(status, Integer.toString(status), Map.of(CONTENT_TYPE, contentType), Json.of(body));
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

    /** Public, so that it may be cached for a while; every other answer may not. */
    public Response cacheable(Duration age) {
        return header(CACHE_CONTROL, "public, max-age=" + age.toSeconds());
    }

    /** The function's answer in payload format 2.0. */
    Json payload() {
        var all = Json.object();
        all.put(CACHE_CONTROL, "no-store");
        if (body != null) {
            all.put(CONTENT_TYPE, status < 400 ? "application/json" : "application/problem+json");
        }
        headers.forEach(all::put);
        return Json.object()
                .put("statusCode", status)
                .put("headers", all.build())
                .putIfPresent("body", body == null ? null : text(body))
                .put("isBase64Encoded", false)
                .build();
    }

    /** A text is written as it is: no answer in JSON is a mere string. */
    private static String text(Json body) {
        return body instanceof Json.Str(var text) ? text : JsonText.write(body);
    }
}

package org.supportpin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.Reply;

/** Turns a function's output into an HTTP answer (payload format 2.0). */
final class FunctionAnswer {

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** Written by the server itself. */
    private static final List<String> HOP_BY_HOP = List.of("content-length", "transfer-encoding", "connection", "date");

    private FunctionAnswer() {}

    /** The answer; empty if API Gateway would not understand the output. */
    static Optional<Reply> read(byte[] written) {
        try {
            var answer = JsonText.read(new String(written, UTF_8));
            if (!answer.has("statusCode")) {
                return Optional.of(inferred(answer));
            }
            int status = answer.path("statusCode") instanceof Json.Num(var number) ? number.intValue() : 0;
            var headers = headers(answer);
            return status < 200 || status > 599 || !areClean(headers)
                    ? Optional.empty()
                    : Optional.of(new Reply(status, headers, body(answer)));
        } catch (MalformedJson | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without a status, the JSON itself is the body. */
    private static Reply inferred(Json answer) {
        return Reply.text(
                200, "application/json", answer instanceof Json.Str(var text) ? text : JsonText.write(answer));
    }

    private static Body body(Json answer) {
        var body = answer.path("body").asText();
        return answer.path("isBase64Encoded").equals(Json.of(true))
                ? Body.of(Base64.getDecoder().decode(body))
                : Body.of(body);
    }

    private static Map<String, List<String>> headers(Json answer) {
        var headers = new LinkedHashMap<String, List<String>>();
        answer.path("headers")
                .members()
                .entrySet()
                .forEach(header ->
                        add(headers, header.getKey(), header.getValue().asText()));
        answer.path("cookies").items().forEach(cookie -> add(headers, "set-cookie", cookie.asText()));
        HOP_BY_HOP.forEach(headers::remove);
        if (!answer.path("body").asText().isEmpty()) {
            headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
        }
        return headers;
    }

    private static void add(Map<String, List<String>> headers, String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(value);
    }

    private static boolean areClean(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .allMatch(header -> HEADER_NAME.matcher(header.getKey()).matches()
                        && header.getValue().stream()
                                .allMatch(value -> value.chars().noneMatch(Character::isISOControl)));
    }
}

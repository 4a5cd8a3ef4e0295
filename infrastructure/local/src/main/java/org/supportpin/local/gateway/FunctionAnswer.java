package org.supportpin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.Reply;
import org.supportpin.local.json.Json;

/** Turns what a function wrote into an HTTP answer: payload format 2.0. */
final class FunctionAnswer {

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /** Written by the server itself. */
    private static final List<String> HOP_BY_HOP = List.of("content-length", "transfer-encoding", "connection", "date");

    private FunctionAnswer() {}

    /** The answer, or nothing where the function wrote none that API Gateway would understand. */
    static Optional<Reply> read(byte[] written) {
        try {
            var answer = Json.read(new String(written, UTF_8));
            if (!answer.isObject() || !answer.has("statusCode")) {
                return answer.isMissingNode() ? Optional.empty() : Optional.of(inferred(answer));
            }
            int status = answer.path("statusCode").asInt();
            var headers = headers(answer);
            return status < 200 || status > 599 || !areClean(headers)
                    ? Optional.empty()
                    : Optional.of(new Reply(status, headers, body(answer)));
        } catch (Json.NotJson | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Any other JSON is itself the body. */
    private static Reply inferred(JsonNode answer) {
        return Reply.text(200, "application/json", answer.isTextual() ? answer.textValue() : answer.toString());
    }

    private static Body body(JsonNode answer) {
        var body = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean(false)
                ? Body.of(Base64.getDecoder().decode(body))
                : Body.of(body);
    }

    private static Map<String, List<String>> headers(JsonNode answer) {
        var headers = new LinkedHashMap<String, List<String>>();
        answer.path("headers")
                .properties()
                .forEach(header ->
                        add(headers, header.getKey(), header.getValue().asText()));
        answer.path("cookies").forEach(cookie -> add(headers, "set-cookie", cookie.asText()));
        HOP_BY_HOP.forEach(headers::remove);
        if (!answer.path("body").asText("").isEmpty()) {
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

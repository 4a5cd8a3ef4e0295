package org.supportpin.functions.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.check.Fault;

/** A request from API Gateway (HTTP API, payload format 2.0). */
public final class Request {

    private static final int MOST_BYTES = 32 * 1024;

    /** One media type, with parameters or without (RFC 9110 §8.3.1): the header sent twice, which a gateway joins, is none. */
    private static final Pattern JSON = Pattern.compile(
            "(?i)[ \\t]*(?:application/json|[!#$%&'*+.^_`|~0-9a-z-]+/[!#$%&'*+.^_`|~0-9a-z-]*\\+json)[ \\t]*(?:;[^,]*)?");

    private static final Pattern FORM =
            Pattern.compile("(?i)[ \\t]*application/x-www-form-urlencoded[ \\t]*(?:;[^,]*)?");

    private final Obj event;

    Request(Obj event) {
        this.event = event;
    }

    /** Method and template, such as {@code GET /v1/panel/support-pin}. */
    String routeKey() {
        return event.text("routeKey").orElse("");
    }

    public String id() {
        return context("requestId");
    }

    /** The id of the API that was called, which API Gateway writes, never the caller. */
    public String apiId() {
        return context("apiId");
    }

    /** The address that the call came from. */
    public String sourceAddress() {
        return event.object("requestContext")
                .flatMap(context -> context.object("http"))
                .flatMap(http -> http.text("sourceIp"))
                .orElse("");
    }

    private String context(String name) {
        return event.object("requestContext")
                .flatMap(context -> context.text(name))
                .orElse("");
    }

    /** The claims from API Gateway's JWT authorizer. */
    Obj claims() {
        return event.object("requestContext")
                .flatMap(context -> context.object("authorizer"))
                .flatMap(authorizer -> authorizer.object("jwt"))
                .flatMap(jwt -> jwt.object("claims"))
                .orElse(new Obj(Map.of()));
    }

    /** A header, by its name in lower case. */
    public Optional<String> header(String name) {
        return event.object("headers").flatMap(headers -> headers.text(name));
    }

    public Optional<String> query(String name) {
        return event.object("queryStringParameters").flatMap(query -> query.text(name));
    }

    /** A decoded path parameter. */
    public String path(String name) {
        return event.object("pathParameters")
                .flatMap(parameters -> parameters.text(name))
                .orElse("");
    }

    /** Reads the body; throws {@link Rejected} if it is too large, not JSON, or has faults. */
    public <T> T body(Read<T> read) {
        var bytes = bytes();
        if (bytes.length > 0 && !isJson()) {
            throw new Rejected(Problem.of(415, "unsupported-media-type", "The body is not JSON")
                    .detail("Send the body as Content-Type: application/json."));
        }
        return valid(read.from(parse(bytes)));
    }

    /** The body together with a header: the faults of both are reported together. */
    public <T> T body(Checked<?> header, String name, Read<T> read) {
        return body(json -> switch (header) {
            case Valid<?> _ -> read.from(json);
            case Faulty<?>(var wrong) -> {
                var faults = new ArrayList<Fault>();
                wrong.forEach(fault -> faults.add(fault.within(name)));
                if (read.from(json) instanceof Faulty<T>(var found)) {
                    faults.addAll(found);
                }
                yield Checked.faulty(faults);
            }
        });
    }

    /** The parameters of a form; throws {@link Rejected} if it is too large. */
    public Checked<Map<String, String>> form() {
        var text = new String(bytes(), StandardCharsets.UTF_8);
        return header("content-type").map(type -> FORM.matcher(type).matches()).orElse(false)
                ? Form.parse(text)
                : Checked.faulty("Send the parameters as Content-Type: application/x-www-form-urlencoded.");
    }

    /** Reads the body if there is one. */
    public <T> T bodyOr(T otherwise, Read<T> read) {
        return bytes().length == 0 ? otherwise : body(read);
    }

    /** Throws {@link Rejected} if there is a body other than an empty object. */
    public void noBody() {
        if (bytes().length > 0) {
            body(Read.object(fields -> fields.make(() -> true)));
        }
    }

    /** The valid value; throws {@link Rejected} if there are faults. */
    public static <T> T valid(Checked<T> checked) {
        return switch (checked) {
            case Valid<T>(var value) -> value;
            case Faulty<T>(var faults) -> throw new Rejected(Problem.invalid(faults));
        };
    }

    private boolean isJson() {
        return header("content-type").map(type -> JSON.matcher(type).matches()).orElse(true);
    }

    private static Json parse(byte[] bytes) {
        try {
            return JsonText.read(bytes);
        } catch (MalformedJson e) {
            throw malformed(e.getMessage());
        }
    }

    /** API Gateway encodes bodies that it takes for binary. */
    private static byte[] decoded(String body) {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw malformed("not base64");
        }
    }

    private static Rejected malformed(@Nullable String reason) {
        return new Rejected(Problem.of(400, "malformed-request", "The body is not well-formed JSON")
                .detail("Send one JSON object in UTF-8, without duplicate members: " + reason + "."));
    }

    private byte[] bytes() {
        var body = event.text("body").orElse("");
        var encoded = event.get("isBase64Encoded").equals(Optional.of(new Json.Bool(true)));
        var bytes = encoded ? decoded(body) : body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            throw new Rejected(Problem.of(413, "payload-too-large", "The body is too large")
                    .detail("Send at most 32 KiB."));
        }
        return bytes;
    }
}

package org.supportpin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.gateway.Verdict.Granted;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.Request;
import org.supportpin.local.template.Place;

/** Creates the events for functions (HTTP API, payload format 2.0). */
record Events(Clock clock) {

    private static final String API_ID = "local";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** The types that API Gateway passes as text; it encodes all others, including forms. */
    private static final Pattern TEXT =
            Pattern.compile("(text/|application/(json|javascript|xml)\\b|application/[a-z0-9.-]+\\+(json|xml)\\b).*");

    byte[] event(Request request, Router.Match match, @Nullable Granted grant, String requestId) {
        var headers = headers(request);
        var text = text(request.header("content-type").orElse(""), request.body());
        var cookies = cookies(request);
        var event = Json.object()
                .put("version", "2.0")
                .put("routeKey", match.route().key())
                .put("rawPath", request.path())
                .put("rawQueryString", request.query());
        if (!cookies.isEmpty()) {
            event.put("cookies", Json.array(cookies, Json::of));
        }
        event.put("headers", texts(headers));
        var parameters = Query.parameters(request.query());
        if (parameters != null) {
            event.put("queryStringParameters", texts(parameters));
        }
        if (!match.parameters().isEmpty()) {
            event.put("pathParameters", texts(match.parameters()));
        }
        if (!request.body().isEmpty()) {
            event.put("body", text.orElseGet(() -> encoded(request.body())));
        }
        event.put("isBase64Encoded", text.isEmpty() && !request.body().isEmpty())
                .put("requestContext", context(request, match, grant, requestId, headers));
        return JsonText.write(event.build()).getBytes(UTF_8);
    }

    private Json context(
            Request request,
            Router.Match match,
            @Nullable Granted grant,
            String requestId,
            Map<String, String> headers) {
        var now = clock.instant();
        var domain = headers.getOrDefault("host", "").replaceFirst(":[0-9]+$", "");
        var http = Json.object()
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.caller().getHostAddress())
                .put("userAgent", headers.getOrDefault("user-agent", ""));
        return Json.object()
                .put("routeKey", match.route().key())
                .put("accountId", Place.ACCOUNT)
                .put("stage", "$default")
                .put("apiId", API_ID)
                .put("domainName", domain)
                .put("domainPrefix", domain.replaceFirst("\\..*$", ""))
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli())
                .put("http", http.build())
                .putIfPresent("authorizer", grant == null ? null : authorizer(grant))
                .put("requestId", requestId)
                .build();
    }

    private static Json authorizer(Granted grant) {
        var jwt = Json.object().put("claims", texts(ClaimText.of(grant.claims())));
        if (!grant.scopes().isEmpty()) {
            jwt.put("scopes", Json.array(grant.scopes(), Json::of));
        }
        return Json.object().put("jwt", jwt.build()).build();
    }

    private static Json texts(Map<String, String> texts) {
        var object = Json.object();
        texts.forEach(object::put);
        return object.build();
    }

    private static Map<String, String> headers(Request request) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, values) -> {
            if (!name.equals("cookie")) {
                headers.put(name, String.join(",", values));
            }
        });
        headers.put("x-forwarded-for", request.caller().getHostAddress());
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private static List<String> cookies(Request request) {
        var cookies = new ArrayList<String>();
        request.headers()
                .getOrDefault("cookie", List.of())
                .forEach(line -> cookies.addAll(List.of(line.split("; *", -1))));
        return cookies;
    }

    /** The body, if it is text. */
    private static Optional<String> text(String type, Body body) {
        boolean textual = type.isEmpty()
                || TEXT.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
        if (body.isEmpty() || !textual) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body.bytes())).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String encoded(Body body) {
        return Base64.getEncoder().encodeToString(body.bytes());
    }
}

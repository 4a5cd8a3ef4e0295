package org.supportpin.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
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
import org.supportpin.local.gateway.Verdict.Granted;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.Request;
import org.supportpin.local.json.Json;
import org.supportpin.local.template.Place;

/** Makes the events that functions get: payload format 2.0 of HTTP APIs. */
final class Events {

    private static final String API_ID = "local";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** What API Gateway hands over as text; the rest it encodes, forms among it. */
    private static final Pattern TEXT =
            Pattern.compile("(text/|application/(json|javascript|xml)\\b|application/[a-z0-9.-]+\\+(json|xml)\\b).*");

    private final Clock clock;

    Events(Clock clock) {
        this.clock = clock;
    }

    byte[] event(Request request, Router.Match match, @Nullable Granted grant, String requestId) {
        var headers = headers(request);
        var text = text(request.header("content-type").orElse(""), request.body());
        var event = APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(match.route().key())
                .withRawPath(request.path())
                .withRawQueryString(request.query())
                .withCookies(cookies(request))
                .withHeaders(headers)
                .withQueryStringParameters(Query.parameters(request.query()))
                .withPathParameters(match.parameters().isEmpty() ? null : match.parameters())
                .withBody(text.orElseGet(() -> encoded(request.body())))
                .withIsBase64Encoded(text.isEmpty() && !request.body().isEmpty())
                .withRequestContext(context(request, match, grant, requestId, headers))
                .build();
        return Json.tree(event).toString().getBytes(UTF_8);
    }

    private RequestContext context(
            Request request,
            Router.Match match,
            @Nullable Granted grant,
            String requestId,
            Map<String, String> headers) {
        var now = clock.instant();
        var domain = headers.getOrDefault("host", "").replaceFirst(":[0-9]+$", "");
        return RequestContext.builder()
                .withAccountId(Place.ACCOUNT)
                .withApiId(API_ID)
                .withDomainName(domain)
                .withDomainPrefix(domain.replaceFirst("\\..*$", ""))
                .withRequestId(requestId)
                .withRouteKey(match.route().key())
                .withStage("$default")
                .withTime(TIME.format(now))
                .withTimeEpoch(now.toEpochMilli())
                .withHttp(RequestContext.Http.builder()
                        .withMethod(request.method())
                        .withPath(request.path())
                        .withProtocol(request.protocol())
                        .withSourceIp(request.caller().getHostAddress())
                        .withUserAgent(headers.getOrDefault("user-agent", ""))
                        .build())
                .withAuthorizer(grant == null ? null : authorizer(grant))
                .build();
    }

    private static RequestContext.Authorizer authorizer(Granted grant) {
        return RequestContext.Authorizer.builder()
                .withJwt(RequestContext.Authorizer.JWT
                        .builder()
                        .withClaims(ClaimText.of(grant.claims()))
                        .withScopes(grant.scopes().isEmpty() ? null : grant.scopes())
                        .build())
                .build();
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

    private static @Nullable List<String> cookies(Request request) {
        var cookies = new ArrayList<String>();
        request.headers()
                .getOrDefault("cookie", List.of())
                .forEach(line -> cookies.addAll(List.of(line.split("; *", -1))));
        return cookies.isEmpty() ? null : cookies;
    }

    /** The body as text, where it is one. */
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

    private static @Nullable String encoded(Body body) {
        return body.isEmpty() ? null : Base64.getEncoder().encodeToString(body.bytes());
    }
}

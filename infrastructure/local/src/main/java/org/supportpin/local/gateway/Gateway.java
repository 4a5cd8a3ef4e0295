package org.supportpin.local.gateway;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.FunctionHost;
import org.supportpin.local.gateway.Verdict.Forbidden;
import org.supportpin.local.gateway.Verdict.Granted;
import org.supportpin.local.gateway.Verdict.Unauthorized;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;
import org.supportpin.local.template.Cors;
import org.supportpin.local.template.Deployment;

/** The template's HTTP API. */
public final class Gateway implements Service {

    /** API Gateway's limit for a body, in bytes. */
    public static final int MAX_BODY = 10 << 20;

    private static final int MAX_HEADERS = 10_240;
    /** Only these host names: otherwise a web page whose name resolves to this address could read the answers (DNS rebinding). */
    private static final Pattern HOST = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:[0-9]{1,5})?");

    private static final Cors NO_CORS = new Cors(List.of(), List.of(), List.of(), List.of(), false, 0);

    private final Router router;
    private final Map<String, JwtAuthorizer> authorizers;
    private final CorsPolicy cors;
    private final FunctionHost functions;
    private final Service local;
    private final Service pages;
    private final Events events;

    private Gateway(
            Router router,
            Map<String, JwtAuthorizer> authorizers,
            CorsPolicy cors,
            FunctionHost functions,
            Service local,
            Service pages,
            Events events) {
        this.router = router;
        this.authorizers = Map.copyOf(authorizers);
        this.cors = cors;
        this.functions = functions;
        this.local = local;
        this.pages = pages;
        this.events = events;
    }

    public record Surroundings(
            FunctionHost functions,
            Map<String, SigningKeys> keysByIssuer,
            Service local,
            Service pages,
            Clock clock,
            Clock real) {
        public Surroundings {
            keysByIssuer = Map.copyOf(keysByIssuer);
        }
    }

    /** Throws {@link CannotStart} if an authorizer trusts an issuer without local keys. */
    public static Gateway of(Deployment deployment, Surroundings around) {
        var authorizers = new HashMap<String, JwtAuthorizer>();
        deployment.authorizers().forEach(authorizer -> {
            var keys = around.keysByIssuer().get(authorizer.issuer());
            if (keys == null) {
                throw new CannotStart("The authorizer " + authorizer.name() + " in template.yaml trusts "
                        + authorizer.issuer() + ", whose keys the local stack does not have.");
            }
            authorizers.put(authorizer.name(), new JwtAuthorizer(new TokenCheck(authorizer, keys, around.real())));
        });
        deployment.routes().forEach(route -> {
            var name = route.authorizer();
            if (name != null && !authorizers.containsKey(name)) {
                throw new CannotStart("The route " + route.key() + " in template.yaml names the authorizer " + name
                        + ", which does not exist.");
            }
        });
        return new Gateway(
                new Router(deployment.routes()),
                authorizers,
                new CorsPolicy(Objects.requireNonNullElse(deployment.cors(), NO_CORS)),
                around.functions(),
                around.local(),
                around.pages(),
                new Events(around.clock()));
    }

    @Override
    public Reply answer(Request request) {
        if (request.header("host").filter(host -> HOST.matcher(host).matches()).isEmpty()) {
            return Reply.message(403, "Forbidden");
        }
        if (size(request) > MAX_HEADERS) {
            return Reply.message(431, "Request Header Fields Too Large");
        }
        return request.method().equals("OPTIONS") ? cors.preflight(request) : cors.open(request, dispatch(request));
    }

    private static int size(Request request) {
        int size = request.method().length()
                + request.path().length()
                + request.query().length();
        for (var header : request.headers().entrySet()) {
            for (var value : header.getValue()) {
                size += header.getKey().length() + value.length() + ": \r\n".length();
            }
        }
        return size;
    }

    private Reply dispatch(Request request) {
        if (request.path().startsWith("/local/")) {
            return cors.allows(request) ? local.answer(request) : Reply.message(403, "Forbidden");
        }
        return PathSegments.of(request.path())
                .flatMap(path -> router.match(request.method(), path))
                .map(match -> {
                    var id = UUID.randomUUID().toString();
                    return authorize(request, match, id).with("apigw-requestid", id);
                })
                .orElseGet(() -> pages.answer(request));
    }

    private Reply authorize(Request request, Router.Match match, String id) {
        var name = match.route().authorizer();
        if (name == null) {
            return invoke(request, match, null, id);
        }
        var authorizer = Optional.ofNullable(authorizers.get(name)).orElseThrow();
        return switch (authorizer.judge(request, match.route().scopes())) {
            case Granted grant -> invoke(request, match, grant, id);
            case Unauthorized(var challenge) ->
                Reply.message(401, "Unauthorized").with("www-authenticate", challenge);
            case Forbidden(var challenge) -> Reply.message(403, "Forbidden").with("www-authenticate", challenge);
        };
    }

    private Reply invoke(Request request, Router.Match match, @Nullable Granted grant, String id) {
        try {
            var written = functions.invoke(match.route().function(), events.event(request, match, grant, id));
            return FunctionAnswer.read(written).orElseGet(Gateway::broken);
        } catch (FunctionFailed e) {
            return broken();
        }
    }

    private static Reply broken() {
        return Reply.message(500, "Internal Server Error");
    }
}

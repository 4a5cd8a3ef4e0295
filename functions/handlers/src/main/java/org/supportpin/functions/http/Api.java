package org.supportpin.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.functions.http.Log.Field;

/** A function's routes and what they have in common: authentication, problems, the log line. */
public final class Api {

    private final Callers callers;
    private final Log log;
    private final Clock clock;
    private final Map<String, Route> routes = new HashMap<>();

    public Api(Callers callers, Log log, Clock clock) {
        this.callers = callers;
        this.log = log;
        this.clock = clock;
    }

    @FunctionalInterface
    private interface Route {
        Response handle(Request request);
    }

    @FunctionalInterface
    public interface Handling<C extends Caller> {
        Response handle(C caller, Request request);
    }

    /**
     * A route for a customer with the scope {@code pin:self}.
     *
     * @param key method and template, as in template.yaml
     */
    public Api panel(String key, Handling<Caller.Customer> handling) {
        routes.put(key, request -> handling.handle(callers.customer(request.claims(), "pin:self"), request));
        return this;
    }

    /**
     * The same, for what moves trust: only soon after the customer has signed in, else {@code 403 login-not-fresh}. A route for
     * which this depends on the request asks {@link Caller.Customer#signIn} itself.
     */
    public Api panelSoonAfterSignIn(String key, Handling<Caller.Customer> handling) {
        return panel(key, (caller, request) -> {
            caller.signIn().requireFresh();
            return handling.handle(caller, request);
        });
    }

    /** A route for anybody: nothing that it answers is about a customer. */
    public Api open(String key, Function<Request, Response> handling) {
        routes.put(key, handling::apply);
        return this;
    }

    /** A route for the hosting company's staff with this scope. */
    public Api staff(String key, String scope, Handling<Caller.Staff> handling) {
        routes.put(key, request -> handling.handle(callers.staff(request.claims(), scope), request));
        return this;
    }

    /** Answers one event. Every failure becomes a problem without secrets. */
    public void handle(InputStream in, OutputStream out, Context context) throws IOException {
        var started = clock.instant();
        var line = log.line().put(Field.FUNCTION, context.getFunctionName());
        var response = FunctionTime.of(context).hold(() -> answer(in, line));
        line.put(Field.STATUS, response.status())
                .put(Field.OUTCOME, response.outcome())
                .put(
                        Field.DURATION_MS,
                        Duration.between(started, clock.instant()).toMillis())
                .writeRequest();
        out.write(JsonText.write(response.payload()).getBytes(StandardCharsets.UTF_8));
    }

    private Response answer(InputStream in, Log.Line line) throws IOException {
        Request request;
        try {
            request = new Request(event(in));
        } catch (MalformedJson e) {
            line.error(e);
            return failure("internal-error").response();
        }
        line.put(Field.REQUEST_ID, request.id());
        return answer(request, line).identified(request.id());
    }

    private Response answer(Request request, Log.Line line) {
        try {
            var route = Optional.ofNullable(routes.get(request.routeKey()));
            line.put(Field.ROUTE, route.isPresent() ? request.routeKey() : "unknown");
            return route.map(found -> found.handle(request))
                    .orElseGet(() -> Problem.of(404, "not-found", "No such route")
                            .detail("See the OpenAPI description for the routes.")
                            .response());
        } catch (Rejected e) {
            var claims = e.claims();
            if (claims != null) {
                line.put(Field.CLAIMS, claims);
            }
            return e.problem().response();
        } catch (Contended | StoreUnavailable e) {
            line.error(e);
            return unavailable();
        } catch (KeysUnavailable e) {
            line.error(e).count(Log.Metric.KEYS_UNAVAILABLE);
            return unavailable();
        } catch (SecretDoesNotOpen e) {
            line.error(e).count(Log.Metric.SECRETS_NOT_OPENING);
            return doesNotOpen(e.purpose()).response();
        } catch (RuntimeException e) {
            line.error(e);
            return failure("internal-error").response();
        }
    }

    private static Response unavailable() {
        return Problem.of(503, "temporarily-unavailable", "The service is temporarily unavailable")
                .detail("It may or may not have been carried out. Send the same request again after Retry-After.")
                .retryAfter(1)
                .response();
    }

    /** What the customer can do about it; nobody else can. */
    private static Problem doesNotOpen(Purpose key) {
        return switch (key) {
            case PIN ->
                Problem.of(409, "secret-does-not-open", "The PIN cannot be computed")
                        .detail("The customer must activate the service again in the panel, which makes a new PIN."
                                + " The operators have been notified.")
                        .with("remedy", Json.of("activate"));
            case RECORD ->
                Problem.of(409, "secret-does-not-open", "The mobile on file cannot be read")
                        .detail("The customer must register the mobile again in the panel."
                                + " The operators have been notified.")
                        .with("remedy", Json.of("register-mobile"));
        };
    }

    private static Problem failure(String slug) {
        return Problem.of(500, slug, "The service failed")
                .detail("The operators have been notified. If it is urgent, give them the request ID.");
    }

    private static Obj event(InputStream in) throws IOException, MalformedJson {
        return JsonText.read(in.readAllBytes()) instanceof Obj event ? event : new Obj(Map.of());
    }
}

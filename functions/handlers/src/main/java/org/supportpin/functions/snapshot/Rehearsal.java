package org.supportpin.functions.snapshot;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.snapshot.Scenes.Scene;

/** Plays a function's scenes to it, again and again, until the JVM has compiled what matters. */
public final class Rehearsal {

    /** Lambda gives 130 s for making a function and for all that comes before its snapshot. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int FAILED = 500;

    private final Scenes scenes;
    private final StandIns standIns;
    private final Parties parties;
    private final Clock clock;
    private final Supplier<@Nullable Throwable> failure;

    /** Whose tokens are made up. */
    public record Parties(String tenant, Realm panel, Realm agents) {}

    /**
     * @param failure what went wrong last in a call to AWS
     */
    public Rehearsal(
            Scenes scenes, StandIns standIns, Parties parties, Clock clock, Supplier<@Nullable Throwable> failure) {
        this.scenes = scenes;
        this.standIns = standIns;
        this.parties = parties;
        this.clock = clock;
        this.failure = failure;
    }

    /**
     * Plays until so many events were answered, or time is up. Each round connects anew: a restored function's first request does
     * so too, and most of its time is the handshakes.
     *
     * @param clients makes a round's clients, which have no connection yet
     * @param function makes the function's double, which calls AWS by them
     * @return how many were answered
     * @throws IllegalStateException at the first that was not: AWS is not within reach, or denies
     */
    public int play(Supplier<AwsClients> clients, Function<AwsClients, RequestStreamHandler> function, int events)
            throws IOException {
        var until = clock.instant().plus(LONGEST);
        int answered = 0;
        while (answered < events && clock.instant().isBefore(until)) {
            var cast = new Cast(standIns, parties.tenant(), new LedgerCommands(standIns.remembered(), clock));
            if (scenes.active()) {
                cast.activated();
            }
            try (var own = clients.get()) {
                var understudy = function.apply(own);
                for (var scene : scenes.all()) {
                    answer(understudy, scene, cast);
                    answered++;
                }
            }
        }
        return answered;
    }

    private void answer(RequestStreamHandler function, Scene scene, Cast cast) throws IOException {
        var out = new ByteArrayOutputStream();
        var event = JsonText.write(event(scene, cast)).getBytes(StandardCharsets.UTF_8);
        function.handleRequest(new ByteArrayInputStream(event), out, new NoInvocation());
        var answer = JsonText.readOwn(out.toString(StandardCharsets.UTF_8)) instanceof Obj object
                ? object
                : Json.object().build();
        if (answer.get("statusCode").orElse(Json.NULL) instanceof Num(var status) && status.intValue() >= FAILED) {
            throw new IllegalStateException("a rehearsal was answered " + status, failure.get());
        }
        answer.text("body")
                .filter(body -> body.contains("\"verificationId\""))
                .map(JsonText::readOwn)
                .flatMap(body -> body instanceof Obj object ? object.text("verificationId") : Optional.empty())
                .ifPresent(cast::verified);
    }

    /** As API Gateway would send it (HTTP API, payload format 2.0). */
    private Json event(Scene scene, Cast cast) {
        var claims = scene.isPanels() ? claims(parties.panel(), cast) : claims(parties.agents(), cast);
        claims.put("scope", scene.scope());
        var authorizer = Json.object()
                .put("jwt", Json.object().put("claims", claims.build()).build());
        return Json.object()
                .put("version", "2.0")
                .put("routeKey", scene.route())
                .put("headers", headers())
                .put(
                        "pathParameters",
                        Json.object()
                                .put("customerId", cast.fill("{customer}"))
                                .put("verificationId", cast.fill("{verification}"))
                                .put("actionId", "A".repeat(24))
                                .build())
                .put(
                        "requestContext",
                        Json.object()
                                .put("authorizer", authorizer.build())
                                .put("requestId", "rehearsal")
                                .build())
                .put("body", cast.fill(scene.body()))
                .put("isBase64Encoded", Json.of(false))
                .build();
    }

    /** As many as a browser's request has on its way through API Gateway. */
    private static Json headers() {
        return Json.object()
                .put("accept", "application/json")
                .put("accept-encoding", "gzip, deflate, br")
                .put("accept-language", "el-GR,el;q=0.9,en;q=0.8")
                .put("content-type", "application/json")
                .put("host", "api.example.gr")
                .put("idempotency-key", "rehearsal")
                .put("user-agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)")
                .put("x-amzn-trace-id", "Root=1-00000000-000000000000000000000000")
                .put("x-forwarded-for", "192.0.2.1")
                .put("x-forwarded-port", "443")
                .put("x-forwarded-proto", "https")
                .build();
    }

    private static Json.Builder claims(Realm realm, Cast cast) {
        return Json.object()
                .put("iss", realm.issuer())
                .put("aud", realm.audience())
                .put("sub", cast.fill("{customer}"))
                .put("phone_number", Cast.NUMBER)
                .put("phone_number_verified", "true")
                .put("locale", "el");
    }
}

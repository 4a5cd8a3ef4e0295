package org.supportpin.functions.snapshot;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Desk;
import org.supportpin.functions.http.Callers.Realm;
import org.supportpin.functions.snapshot.Scenes.Scene;
import org.supportpin.json.Json;
import org.supportpin.json.Json.Num;
import org.supportpin.json.Json.Obj;
import org.supportpin.json.JsonText;

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
     * Plays until so many events were answered, or time is up.
     *
     * @return how many were
     * @throws IllegalStateException at the first that was not: AWS is not within reach, or denies
     */
    public int play(RequestStreamHandler function, int events) throws IOException {
        var until = clock.instant().plus(LONGEST);
        int answered = 0;
        while (answered < events && clock.instant().isBefore(until)) {
            var cast = new Cast(standIns, parties.tenant(), new Desk(standIns.remembered(), clock));
            if (scenes.active()) {
                cast.activated();
            }
            for (var scene : scenes.all()) {
                answer(function, scene, cast);
                answered++;
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
                .put(
                        "headers",
                        Json.object()
                                .put("content-type", "application/json")
                                .put("idempotency-key", "rehearsal")
                                .build())
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

    private static Json.Builder claims(Realm realm, Cast cast) {
        return Json.object()
                .put("iss", realm.issuer())
                .put("aud", realm.audience())
                .put("sub", cast.fill("{customer}"));
    }
}

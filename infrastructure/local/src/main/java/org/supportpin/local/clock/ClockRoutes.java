package org.supportpin.local.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.supportpin.backoffice.json.Json;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.Call;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.routes.Problem;

/** {@code GET /local/clock} returns the service's time, {@code POST /local/clock} moves it forward. */
public record ClockRoutes(MovableClock clock) {

    private static final Duration FARTHEST = Duration.ofDays(400);

    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/clock", call -> now(clock.instant()));
        routes.add("POST", "/local/clock", call -> now(clock.advance(duration(call.allow("advance")))));
    }

    private static Answer now(Instant instant) {
        return Answer.ok(Json.object().put("now", instant.toString()).build());
    }

    private static Duration duration(Call call) {
        try {
            var duration = Duration.parse(call.text("advance"));
            if (duration.isPositive() && duration.compareTo(FARTHEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw Problem.invalid("/advance", "Enter an ISO 8601 duration, for example PT30M.");
        }
        throw Problem.invalid("/advance", "Enter a positive duration of at most 400 days.");
    }
}

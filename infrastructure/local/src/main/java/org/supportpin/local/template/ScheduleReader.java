package org.supportpin.local.template;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** Reads the events of the types Schedule and ScheduleV2. */
record ScheduleReader(Intrinsics intrinsics) {

    /** At the same time each day; here it is first due a day after the start, whatever time that is. */
    private static final Pattern DAILY = Pattern.compile("cron\\([0-9]{1,2} [0-9]{1,2} \\* \\* \\? \\*\\)");

    private static final Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]{0,5}) (minute|hour|day)s?\\)");

    List<Schedule> read(Json properties) {
        return properties.path("Events").members().entrySet().stream()
                .filter(event -> List.of("Schedule", "ScheduleV2")
                        .contains(event.getValue().path("Type").asText()))
                .map(event -> schedule(event.getKey(), event.getValue().path("Properties")))
                .toList();
    }

    private Schedule schedule(String name, Json event) {
        var expression = intrinsics.text(
                event.has("ScheduleExpression") ? event.path("ScheduleExpression") : event.path("Schedule"));
        var input = intrinsics.text(event.path("Input"));
        return new Schedule(
                name, rate(name, expression), input.isEmpty() ? Json.object().build() : JsonText.readOwn(input));
    }

    private static Duration rate(String name, String expression) {
        if (DAILY.matcher(expression).matches()) {
            return Duration.ofDays(1);
        }
        var match = RATE.matcher(expression);
        if (!match.matches()) {
            throw new TemplateFault("the schedule " + name
                    + " is neither a rate such as rate(1 minute) nor daily such as cron(20 1 * * ? *)");
        }
        long many = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "minute" -> Duration.ofMinutes(many);
            case "hour" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }
}

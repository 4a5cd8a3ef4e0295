package org.supportpin.functions.http;

import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.json.Json;
import org.supportpin.json.JsonText;

/** One JSON line a request, out of a closed set of fields: no event, body, header or message ever gets in. */
public final class Log {

    private final PrintStream out;
    private final Clock clock;

    /** Writes to a stream, with the real time. */
    public Log(PrintStream out) {
        this(out, Clock.systemUTC());
    }

    public Log(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** What may be logged. */
    public enum Field {
        FUNCTION("function"),
        REQUEST_ID("requestId"),
        ROUTE("route"),
        STATUS("status"),
        /** A problem's slug, or the status. */
        OUTCOME("outcome"),
        DURATION_MS("durationMs"),
        /** The exception's class and where it was thrown; not its message, which may bear a secret. */
        ERROR("error");

        private final String key;

        Field(String key) {
            this.key = key;
        }
    }

    /** What is counted, in CloudWatch's embedded metric format. */
    public enum Metric {
        ACTIONS_NEEDING_HUMAN("ActionsNeedingHuman");

        private final String key;

        Metric(String key) {
            this.key = key;
        }
    }

    /** A line in the making. */
    public final class Line {
        private final Map<Field, Json> fields = new EnumMap<>(Field.class);
        private final Set<Metric> metrics = EnumSet.noneOf(Metric.class);

        public Line put(Field field, String value) {
            fields.put(field, Json.of(value));
            return this;
        }

        public Line put(Field field, long value) {
            fields.put(field, Json.of(value));
            return this;
        }

        /** Counts one. */
        public Line count(Metric metric) {
            metrics.add(metric);
            return this;
        }

        public Line error(Throwable error) {
            return put(Field.ERROR, describe(error));
        }

        /** What tells CloudWatch which fields of the line are metrics. */
        private Json embedded() {
            var definitions = Json.array(
                    metrics,
                    metric -> Json.object()
                            .put("Name", metric.key)
                            .put("Unit", "Count")
                            .build());
            return Json.object()
                    .put("Timestamp", clock.millis())
                    .put(
                            "CloudWatchMetrics",
                            new Json.Arr(List.of(Json.object()
                                    .put("Namespace", "SupportPin")
                                    .put("Dimensions", new Json.Arr(List.of(new Json.Arr(List.of()))))
                                    .put("Metrics", definitions)
                                    .build())))
                    .build();
        }

        public void write() {
            var line = Json.object();
            fields.forEach((field, value) -> line.put(field.key, value));
            if (!metrics.isEmpty()) {
                metrics.forEach(metric -> line.put(metric.key, 1));
                line.put("_aws", embedded());
            }
            out.println(JsonText.write(line.build()));
        }
    }

    public Line line() {
        return new Line();
    }

    private static String describe(Throwable error) {
        var text = new StringBuilder();
        for (@Nullable Throwable each = error; each != null && text.length() < 2000; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : " < ").append(each.getClass().getName());
            var frames = each.getStackTrace();
            for (int i = 0; i < Math.min(6, frames.length); i++) {
                text.append(" at ").append(frames[i]);
            }
        }
        return text.toString();
    }
}

package org.supportpin.functions.http;

import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** One JSON line per request, from a closed set of fields: never an event, a body, a header or a message. */
public final class Log {

    private static final Json COUNTED = metric("Requests", "Count");

    /** Requests per outcome. Lambda times each function, and each line has its duration. */
    private static final Json REQUESTS = directive(List.of(Field.OUTCOME.key), List.of(COUNTED));

    /** And how long a caller waits who is verified, activated or acted for: one metric, where each outcome's would be one more. */
    private static final Json TIMED_REQUESTS =
            directive(List.of(Field.OUTCOME.key), List.of(COUNTED, metric(Field.DURATION_MS.key, "Milliseconds")));

    private static final Json TIMED_OUTCOME = Json.of("201");

    private final PrintStream out;
    private final Clock clock;

    public Log(PrintStream out) {
        this(out, Clock.systemUTC());
    }

    public Log(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public enum Field {
        FUNCTION("function"),
        REQUEST_ID("requestId"),
        ROUTE("route"),
        STATUS("status"),
        /** A problem's slug, or the status. */
        OUTCOME("outcome"),
        DURATION_MS("durationMs"),
        /** How many events a function rehearsed before its snapshot. */
        EVENTS("events"),
        /** The claim for which a token was refused: its name, never its value. */
        CLAIMS("claims"),
        /** The kind of a notice. */
        NOTICE("notice"),
        /** How a notice is delivered, or an event. */
        CHANNEL("channel"),
        /** The token service's client, if there is one of that name. */
        CLIENT("client"),
        /** Whose tokens a client asked for. */
        REALM("realm"),
        /** The hash of an assertion, which is also the id of the token that it was exchanged for. */
        ASSERTION("assertion"),
        /** Why a token was refused. */
        REFUSAL("refusal"),
        /** The kind of a violation. */
        VIOLATION("violation"),
        /** The id of an event that other systems are told: the hash of its entry. */
        EVENT("event"),
        /** The exception's class and where it was thrown; not its message, which may contain a secret. */
        ERROR("error");

        private final String key;

        Field(String key) {
            this.key = key;
        }
    }

    /** Metrics in CloudWatch's embedded metric format. */
    public enum Metric {
        ACTIONS_NEEDING_HUMAN("ActionsNeedingHuman"),
        /** The actions still pending after a run of recovery. */
        ACTIONS_PENDING("ActionsPending"),
        /** KMS refused or did not answer. */
        KEYS_UNAVAILABLE("KeysUnavailable"),
        /** An SMS was not taken by its provider, or perhaps not. */
        SMS_UNAVAILABLE("SmsUnavailable"),
        /** A provider refused an SMS's number for good. */
        SMS_REFUSED("SmsRefused"),
        /** A mail was not taken by the mail system, or perhaps not. */
        MAIL_UNAVAILABLE("MailUnavailable"),
        /** The mail system refused a mail for good. */
        MAIL_REFUSED("MailRefused"),
        /** A notice that was given up undelivered, or without an answer too often. */
        NOTICES_LOST("NoticesLost"),
        /** The notices that wait after a run of the outbox. */
        NOTICES_WAITING("NoticesWaiting"),
        /** How long the oldest of them has waited. */
        OLDEST_NOTICE("OldestNotice", "Seconds"),
        /** A customer's key does not open: it is missing, damaged, another customer's, or wrapped by a key that is not allowed. */
        SECRETS_NOT_OPENING("SecretsNotOpening"),
        /** The violations that nobody has resolved, as the rotation audit counts them, and those that a sweep found. */
        ROTATION_VIOLATIONS("RotationViolations"),
        /** The violations that the watch was told of. */
        VIOLATIONS("Violations"),
        /** Entries that the watch was not told of, so that it goes on behind a gap. */
        WATCH_GAPS("WatchGaps"),
        /** Agents suspended because they gave more right PINs than one person can. */
        AGENTS_SUSPENDED("AgentsSuspended"),
        /** Events that the hosting company's webhook refused for good. */
        EVENTS_REFUSED("EventsRefused"),
        /** The ledgers that a sweep read. */
        ROTATION_LEDGERS("RotationLedgers"),
        /** How long ago the watch last kept up; zero if it does. */
        WATCH_BEHIND("WatchBehind", "Seconds"),
        /** Actions and notices that have waited an hour longer than they should. */
        OVERDUE("Overdue"),
        /** The day's root could not be signed. */
        ROOTS_NOT_SIGNED("RootsNotSigned"),
        /** The token service refused a token. */
        TOKENS_REFUSED("TokensRefused");

        private final String key;
        private final String unit;

        Metric(String key) {
            this(key, "Count");
        }

        Metric(String key, String unit) {
            this.key = key;
            this.unit = unit;
        }

        /** The metric's name in CloudWatch. */
        public String text() {
            return key;
        }
    }

    public final class Line {
        private final Map<Field, Json> fields = new EnumMap<>(Field.class);
        private final Map<Metric, Long> metrics = new EnumMap<>(Metric.class);

        public Line put(Field field, String value) {
            fields.put(field, Json.of(value));
            return this;
        }

        public Line put(Field field, long value) {
            fields.put(field, Json.of(value));
            return this;
        }

        public Line count(Metric metric) {
            return count(metric, 1);
        }

        /** Counts; 0 means that it was checked and none was found. */
        public Line count(Metric metric, long value) {
            metrics.put(metric, value);
            return this;
        }

        public Line error(Throwable error) {
            return put(Field.ERROR, describe(error));
        }

        /** Writes the line of a request, with its outcome and duration as metrics. */
        public void writeRequest() {
            var requests = TIMED_OUTCOME.equals(fields.get(Field.OUTCOME)) ? TIMED_REQUESTS : REQUESTS;
            write(metrics.isEmpty() ? List.of(requests) : List.of(requests, counted()));
        }

        public void write() {
            write(metrics.isEmpty() ? List.of() : List.of(counted()));
        }

        /** Says which fields of the line are metrics. */
        private Json counted() {
            return directive(
                    List.of(),
                    metrics.keySet().stream()
                            .map(metric -> metric(metric.key, metric.unit))
                            .toList());
        }

        private void write(List<Json> directives) {
            var line = Json.object();
            fields.forEach((field, value) -> line.put(field.key, value));
            metrics.forEach((metric, value) -> line.put(metric.key, value));
            if (!directives.isEmpty()) {
                if (directives.contains(REQUESTS) || directives.contains(TIMED_REQUESTS)) {
                    line.put("Requests", 1);
                }
                line.put(
                        "_aws",
                        Json.object()
                                .put("Timestamp", clock.millis())
                                .put("CloudWatchMetrics", new Json.Arr(directives))
                                .build());
            }
            out.println(JsonText.write(line.build()));
        }
    }

    private static Json directive(List<String> dimensions, List<Json> metrics) {
        return Json.object()
                .put("Namespace", "SupportPin")
                .put("Dimensions", new Json.Arr(List.of(Json.array(dimensions, Json::of))))
                .put("Metrics", new Json.Arr(metrics))
                .build();
    }

    private static Json metric(String name, String unit) {
        return Json.object().put("Name", name).put("Unit", unit).build();
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

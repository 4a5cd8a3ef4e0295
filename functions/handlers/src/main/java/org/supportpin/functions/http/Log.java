package org.supportpin.functions.http;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.json.Json;
import org.supportpin.json.JsonText;

/** One JSON line a request, out of a closed set of fields: no event, body, header or message ever gets in. */
public final class Log {

    private final PrintStream out;

    public Log(PrintStream out) {
        this.out = out;
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

    /** A line in the making. */
    public final class Line {
        private final Map<Field, Json> fields = new EnumMap<>(Field.class);

        public Line put(Field field, String value) {
            fields.put(field, Json.of(value));
            return this;
        }

        public Line put(Field field, long value) {
            fields.put(field, Json.of(value));
            return this;
        }

        public Line error(Throwable error) {
            return put(Field.ERROR, describe(error));
        }

        public void write() {
            var line = Json.object();
            fields.forEach((field, value) -> line.put(field.key, value));
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

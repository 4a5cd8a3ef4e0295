package org.supportpin.functions.rotation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Arr;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.DailyRoots;
import org.supportpin.domain.audit.RotationAudit;
import org.supportpin.domain.audit.RotationReport;
import org.supportpin.domain.audit.SegmentProgress;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.FunctionTime;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;
import org.supportpin.functions.report.ReportJson;

/**
 * The two steps of the state machine {@code RotationAudit}: an event with a {@code segment} is answered with the segment's
 * progress, and the list of all segments' last progress with the report. Every failure is thrown, so that the state machine
 * tries again: a run that did not read everything must not end in a report.
 */
public final class RotationAuditHandler implements RequestStreamHandler {

    private final RotationAudit audit;
    private final Log log;

    public RotationAuditHandler() {
        this(Wiring.fromEnvironment());
    }

    public RotationAuditHandler(Wiring wiring) {
        audit = wiring.audits().rotationAudit();
        log = wiring.log();
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = event(in);
        var answer = FunctionTime.of(context).hold(() -> answer(event, context));
        out.write(JsonText.write(answer).getBytes(StandardCharsets.UTF_8));
    }

    private Json answer(Json event, Context context) {
        return switch (event) {
            case Obj part ->
                SegmentProgressJson.JSON.write(
                        audit.goOn(SegmentProgressJson.JSON.from(part).orThrow(), until()));
            case Arr(var parts) -> ReportJson.REPORT.write(report(parts, context));
            default -> throw SegmentProgressJson.unknown();
        };
    }

    /** The other half of the function's time is left for what is under way. */
    private static Deadline until() {
        var end = Deadline.current();
        return end.before(end.left().dividedBy(2));
    }

    private static Json event(InputStream in) throws IOException {
        try {
            return JsonText.read(in.readAllBytes());
        } catch (MalformedJson e) {
            throw SegmentProgressJson.unknown();
        }
    }

    private RotationReport report(List<Json> last, Context context) {
        var parts = last.stream()
                .flatMap(each -> each instanceof Obj part
                        ? Stream.of(SegmentProgressJson.JSON.from(part).orThrow())
                        : Stream.of())
                .toList();
        var segments = parts.stream().map(SegmentProgress::segment).distinct().count();
        if (parts.isEmpty()
                || segments != parts.getFirst().of()
                || parts.stream().anyMatch(part -> part.next() != null)) {
            throw new IllegalArgumentException("a segment is missing or not finished");
        }
        var startedAt = parts.getFirst().startedAt();
        var report = audit.report(
                startedAt, parts.stream().map(SegmentProgress::tally).reduce(AuditTotals.NONE, AuditTotals::plus));
        write(report, context);
        write(audit.root(startedAt, parts.getFirst().of()), context);
        return report;
    }

    /** A run without a signed root has still audited everything, and is reported. */
    private void write(DailyRoots.Outcome root, Context context) {
        var line = log.line().put(Field.FUNCTION, context.getFunctionName());
        switch (root) {
            case DailyRoots.Outcome.NotDue() -> {}
            case DailyRoots.Outcome.Kept _ ->
                line.put(Field.OUTCOME, "root-kept")
                        .count(Metric.ROOTS_NOT_SIGNED, 0)
                        .write();
            case DailyRoots.Outcome.NotSigned(var reason) ->
                line.put(Field.OUTCOME, "root-not-signed")
                        .error(reason)
                        .count(Metric.ROOTS_NOT_SIGNED)
                        .write();
        }
    }

    private static String outcome(AuditTotals tally) {
        if (!tally.violations().isEmpty()) {
            return "violations";
        }
        return tally.secretsPostponed() == 0 ? "sound" : "secrets-postponed";
    }

    private void write(RotationReport report, Context context) {
        var violations = report.tally().violations().count();
        log.line()
                .put(Field.FUNCTION, context.getFunctionName())
                .put(Field.OUTCOME, outcome(report.tally()))
                .put(
                        Field.DURATION_MS,
                        Duration.between(report.startedAt(), report.finishedAt())
                                .toMillis())
                .count(Metric.ROTATION_VIOLATIONS, violations)
                .count(Metric.ROTATION_LEDGERS, report.tally().ledgers())
                .write();
    }
}

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
import org.supportpin.backoffice.json.Codec;
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
import org.supportpin.domain.audit.Sweep;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.FunctionTime;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Log.Field;
import org.supportpin.functions.http.Log.Metric;
import org.supportpin.functions.report.ReportJson;

/**
 * The half-hourly audit, and the two steps of the state machine {@code Sweep}. An event {@code {"sample": …}} is answered with the
 * audit's report; one with a {@code segment} as well with the segment's progress; and the list of all segments' last progress with the
 * sweep's report. Every failure is thrown, so that the schedule or the state machine tries again: a run that did not read everything must
 * not end in a report.
 */
public final class RotationAuditHandler implements RequestStreamHandler {

    private static final Codec<Integer> SAMPLE = Codec.integer(1, 10_000);

    private final RotationAudit audit;
    private final Sweep sweep;
    private final Log log;

    public RotationAuditHandler() {
        this(Wiring.fromEnvironment());
    }

    public RotationAuditHandler(Wiring wiring) {
        audit = wiring.audits().rotationAudit();
        sweep = wiring.audits().sweep();
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
            case Obj part
            when part.has("segment") ->
                SegmentProgressJson.JSON.write(
                        sweep.goOn(SegmentProgressJson.JSON.from(part).orThrow(), until()));
            case Obj asked ->
                ReportJson.REPORT.write(
                        audited(SAMPLE.from(asked.path("sample")).orThrow(), context));
            case Arr(var parts) -> ReportJson.REPORT.write(swept(parts, context));
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

    private RotationReport audited(int sample, Context context) {
        var report = audit.run(sample, until());
        write(report, context);
        write(audit.root(), context);
        return report;
    }

    private RotationReport swept(List<Json> last, Context context) {
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
        var report = sweep.report(
                startedAt, parts.stream().map(SegmentProgress::tally).reduce(AuditTotals.NONE, AuditTotals::plus));
        write(report, context);
        write(sweep.root(startedAt, parts.getFirst().of()), context);
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
        var line = log.line();
        var backlog = report.backlog();
        if (backlog == null) {
            line.count(Metric.ROTATION_VIOLATIONS, report.tally().violations().count())
                    .count(Metric.ROTATION_LEDGERS, report.tally().ledgers());
        } else {
            line.count(Metric.ROTATION_VIOLATIONS, backlog.violations())
                    .count(Metric.WATCH_BEHIND, backlog.watch().toSeconds())
                    .count(Metric.OVERDUE, backlog.overdue());
        }
        line.put(Field.FUNCTION, context.getFunctionName())
                .put(Field.OUTCOME, outcome(report.tally()))
                .put(
                        Field.DURATION_MS,
                        Duration.between(report.startedAt(), report.finishedAt())
                                .toMillis())
                .write();
    }
}

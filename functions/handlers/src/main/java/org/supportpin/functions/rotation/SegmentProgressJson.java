package org.supportpin.functions.rotation;

import java.math.BigDecimal;
import java.time.Instant;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.SegmentProgress;
import org.supportpin.functions.report.ReportJson;

/** How far a run has come in one segment: what the state machine hands to the function, and what it gets back. */
final class SegmentProgressJson {

    private SegmentProgressJson() {}

    static SegmentProgress read(Obj json) {
        return new SegmentProgress(
                json.text("startedAt").map(Instant::parse).orElseThrow(SegmentProgressJson::unknown),
                number(json, "segment"),
                number(json, "of"),
                number(json, "sample"),
                json.text("next").orElse(null),
                json.object("tally").map(ReportJson::tally).orElse(AuditTotals.NONE));
    }

    static Obj write(SegmentProgress progress) {
        return Json.object()
                .put("startedAt", progress.startedAt().toString())
                .put("segment", progress.segment())
                .put("of", progress.of())
                .put("sample", progress.sample())
                .putIfPresent("next", progress.next())
                .put("tally", ReportJson.write(progress.tally()))
                .build();
    }

    private static int number(Obj json, String name) {
        if (json.get(name).orElse(Json.NULL) instanceof Num(BigDecimal value)) {
            return value.intValueExact();
        }
        throw unknown();
    }

    static IllegalArgumentException unknown() {
        return new IllegalArgumentException("the event is no part of a rotation audit");
    }
}

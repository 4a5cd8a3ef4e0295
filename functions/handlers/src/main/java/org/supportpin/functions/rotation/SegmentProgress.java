package org.supportpin.functions.rotation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.functions.report.ReportJson;

/**
 * How far a run has come in one segment: what the state machine hands to the function, and what it gets back.
 *
 * @param startedAt of the whole run
 * @param segment 0, 1 …
 * @param of how many segments there are
 * @param sample how many secrets are opened in a run, about
 * @param next where to go on; null before the first part, and after the last
 * @param tally of this segment up to there
 */
record SegmentProgress(
        Instant startedAt,
        int segment,
        int of,
        int sample,
        @Nullable String next,
        AuditTotals tally) {

    SegmentProgress then(Optional<String> position, AuditTotals found) {
        return new SegmentProgress(startedAt, segment, of, sample, position.orElse(null), tally.plus(found));
    }

    static SegmentProgress read(Obj json) {
        return new SegmentProgress(
                json.text("startedAt").map(Instant::parse).orElseThrow(SegmentProgress::unknown),
                number(json, "segment"),
                number(json, "of"),
                number(json, "sample"),
                json.text("next").orElse(null),
                json.object("tally").map(ReportJson::tally).orElse(AuditTotals.NONE));
    }

    Obj write() {
        return Json.object()
                .put("startedAt", startedAt.toString())
                .put("segment", segment)
                .put("of", of)
                .put("sample", sample)
                .putIfPresent("next", next)
                .put("tally", ReportJson.write(tally))
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

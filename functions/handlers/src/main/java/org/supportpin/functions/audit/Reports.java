package org.supportpin.functions.audit;

import java.time.DateTimeException;
import java.time.Instant;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.audit.RotationReports;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.report.ReportJson;

/** The rotation audit's reports, page by page, newest first. */
record Reports(RotationReports reports) {

    private static final int PAGE = 25;
    private static final Instant NEWEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The page that the request's {@code cursor} names: when the last run that was seen had started. */
    Json page(Request request) {
        var page = reports.list(request.query("cursor").map(Reports::instant).orElse(NEWEST), PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return Json.object()
                .put("reports", Json.array(shown, ReportJson.REPORT::write))
                .put(
                        "nextCursor",
                        Json.of(page.size() > PAGE ? shown.getLast().startedAt().toString() : null))
                .build();
    }

    private static Instant instant(String cursor) {
        try {
            var instant = Instant.parse(cursor);
            if (instant.toString().equals(cursor) && !instant.isAfter(NEWEST) && instant.isAfter(Instant.EPOCH)) {
                return instant;
            }
        } catch (DateTimeException notAnInstant) {
            // Refused below, like every instant that no page named.
        }
        throw Parameters.noSuchPage();
    }
}

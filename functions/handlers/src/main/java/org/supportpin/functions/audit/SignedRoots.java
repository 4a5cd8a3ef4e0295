package org.supportpin.functions.audit;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.audit.Roots;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;

/** The signed daily roots, page by page, newest first. */
record SignedRoots(Roots roots) {

    private static final int PAGE = 25;
    private static final LocalDate NEWEST = LocalDate.of(9999, 12, 31);
    private static final LocalDate OLDEST = LocalDate.of(2000, 1, 1);

    /** The page that the request's {@code cursor} names: the last day that was seen. */
    Json page(Request request) {
        var page = roots.list(request.query("cursor").map(SignedRoots::day).orElse(NEWEST), PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        return Json.object()
                .put(
                        "roots",
                        Json.array(
                                shown,
                                root -> Json.object()
                                        .put("day", root.day().toString())
                                        .put("statement", root.statement())
                                        .build()))
                .put(
                        "nextCursor",
                        Json.of(page.size() > PAGE ? shown.getLast().day().toString() : null))
                .build();
    }

    private static LocalDate day(String cursor) {
        try {
            var day = LocalDate.parse(cursor);
            if (!day.isAfter(NEWEST) && day.isAfter(OLDEST)) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Refused below, like every day that no page named.
        }
        throw Parameters.noSuchPage();
    }
}

package org.supportpin.functions.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.audit.FoundViolation;
import org.supportpin.domain.audit.FoundViolation.Resolution;
import org.supportpin.domain.audit.Resolving;
import org.supportpin.domain.audit.Violations;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What was found and is open, and what an operator did about it. */
record ViolationRoutes(Violations violations, Resolving resolving) {

    private static final int PAGE = 25;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{" + FoundViolation.ID_LENGTH + "}");

    /** The page that the request's {@code cursor} names. */
    Json page(Request request) {
        var page = Parameters.page(request, cursor -> violations.open(cursor, PAGE));
        return Json.object()
                .put(
                        "violations",
                        Json.array(page.violations(), each -> json(each).build()))
                .put("nextCursor", Json.of(page.next()))
                .build();
    }

    Response resolve(Caller.Staff caller, Request request) {
        var note = Bodies.note(request);
        var id = request.path("violationId");
        var resolved = ID.matcher(id).matches() ? resolving.resolve(id, caller.id(), note) : none();
        return resolved.map(each -> Response.json(200, json(each).build()))
                .orElseGet(() -> Problem.of(404, "not-found", "No such violation")
                        .detail("Use a violationId from GET /v1/audit/violations.")
                        .response());
    }

    private static Optional<FoundViolation> none() {
        return Optional.empty();
    }

    private static Json.Builder json(FoundViolation found) {
        var violation = found.violation();
        var customer = violation.customer();
        var json = Json.object()
                .put("violationId", found.id())
                .put("kind", violation.kind().text());
        if (customer != null) {
            json.put("customerId", customer.value());
        }
        if (violation.sequence() > 0) {
            json.put("sequence", violation.sequence());
        }
        var item = violation.item();
        if (item != null) {
            json.put("item", item);
        }
        json.put("detectedAt", found.detectedAt().toString())
                .put("by", found.by().text());
        if (found.resolution() instanceof Resolution(var by, var note, var at)) {
            json.put(
                    "resolution",
                    Json.object()
                            .put("by", by.value())
                            .put("note", note)
                            .put("at", at.toString())
                            .build());
        }
        return json;
    }
}

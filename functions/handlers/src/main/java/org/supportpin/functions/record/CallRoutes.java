package org.supportpin.functions.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.PersonalTexts;
import org.supportpin.domain.history.CallHistory;
import org.supportpin.domain.history.Episode.PastCall;
import org.supportpin.domain.history.PastCallId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.history.History;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.signing.Statements;

/**
 * A customer's calls, and their receipts.
 *
 * @param texts reads a customer's personal texts, for one request
 * @param actions what was not carried out
 * @param statements signs receipts
 */
record CallRoutes(
        CallHistory calls,
        Function<CustomerId, PersonalTexts> texts,
        Actions actions,
        Statements statements,
        Clock clock) {

    private static final int PAGE = 10;

    /** Lambda lets a function answer 6 MB, and a text is escaped in its answer. */
    private static final int MOST_BYTES = 2_000_000;

    Response list(Caller.Customer caller, Request request) {
        var page = calls.page(caller.id(), History.cursor(request), PAGE);
        try (var personal = texts.apply(caller.id())) {
            var json = new CallsJson(new Details(personal), new Proposed(caller.id(), personal, actions)::by);
            var shown = new ArrayList<Json>();
            @Nullable Long next = page.next();
            long bytes = 0;
            for (var episode : page.shown()) {
                var one = json.of(episode);
                bytes += JsonText.write(one).getBytes(StandardCharsets.UTF_8).length;
                if (!shown.isEmpty() && bytes > MOST_BYTES) {
                    next = page.shown().get(shown.size() - 1).sequence();
                    break;
                }
                shown.add(one);
            }
            return Response.json(
                    200,
                    Json.object()
                            .put("calls", new Json.Arr(shown))
                            .put("nextCursor", Json.of(next == null ? null : next.toString()))
                            .build());
        }
    }

    Response receipt(Caller.Customer caller, Request request) {
        var call = PastCallId.parse(request.path("callId")).flatMap(id -> calls.find(caller.id(), id));
        if (call.isEmpty()) {
            return Problem.of(404, "not-found", "There is no such call")
                    .detail("Use a callId listed by GET /v1/panel/calls.")
                    .response();
        }
        var ending = call.get().ending();
        return ending.isOver()
                ? Response.text(200, "application/jose", receipt(caller.id(), call.get()))
                : Problem.of(409, "call-not-over", "The call is not over yet")
                        .detail("It has a receipt once the agent has ended it, and at retryAt at the latest.")
                        .retryAt(ending.at(), clock.instant())
                        .response();
    }

    private String receipt(CustomerId customer, PastCall call) {
        try (var personal = texts.apply(customer)) {
            return statements.sign(
                    Statements.Type.RECEIPT,
                    Json.object()
                            .put("sub", customer.value())
                            .put(
                                    "call",
                                    CallsJson.ofReceipt(new Details(personal)).facts(call))
                            .put("first", entry(call.first()))
                            .put("last", entry(call.last()))
                            .build());
        }
    }

    private static Json entry(Recorded recorded) {
        return Json.object()
                .put("sequence", recorded.entry().sequence())
                .put("at", recorded.entry().at().toString())
                .put("hash", recorded.hash().hex())
                .build();
    }
}

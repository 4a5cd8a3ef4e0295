package org.supportpin.functions.verification;

import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.Suspensions;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What supervisors do about suspended agents. */
record SuspensionRoutes(Suspensions suspensions) {

    Response list(Caller.Staff caller, Request request) {
        return Response.json(
                200,
                Json.object()
                        .put("suspensions", Json.array(suspensions.list(), SuspensionRoutes::json))
                        .build());
    }

    private static Json json(AgentBudget budget) {
        var suspension = budget.suspension();
        if (suspension == null) {
            throw new IllegalStateException("an agent is listed who is not suspended");
        }
        return Json.object()
                .put("agentId", budget.agent().value())
                .put("cause", suspension.cause().text())
                .put("since", suspension.since().toString())
                .put("until", suspension.until().toString())
                .build();
    }

    Response lift(Caller.Staff caller, Request request) {
        var note = Bodies.note(request);
        return AgentId.parse(request.path("agentId"))
                .map(agent -> switch (suspensions.lift(agent, caller.id(), note)) {
                    case LIFTED -> Response.empty(204);
                    case OWN ->
                        Problem.of(403, "four-eyes", "Another supervisor must do this")
                                .detail("Nobody lifts their own suspension. Ask another supervisor.")
                                .response();
                    case NOT_SUSPENDED -> notSuspended();
                })
                .asOptional()
                .orElseGet(SuspensionRoutes::notSuspended);
    }

    private static Response notSuspended() {
        return Problem.of(404, "not-found", "This agent is not suspended")
                .detail("Use an agentId listed by GET /v1/agent/suspensions.")
                .response();
    }
}

package org.supportpin.functions.action;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Refusal;
import org.supportpin.functions.action.UndoService.Outcome;
import org.supportpin.functions.history.ChangesJson;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** The customer undoes an action in the panel. */
record UndoRoutes(UndoService service, Answers answers) {

    /** Answers with the customer's texts opened. */
    @FunctionalInterface
    interface Answers {
        Response of(ActionRecord action, Function<ActionAnswer, Response> answer);
    }

    Response undo(Caller.Customer caller, Request request) {
        request.noBody();
        return GateRoutes.id(request)
                .map(id -> answer(service.undo(caller.id(), id)))
                .orElseGet(GateRoutes::notFound);
    }

    private Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.OnRecord(var undo) -> answers.of(undo, answer -> onRecord(undo, answer));
            case Outcome.NotFound() -> GateRoutes.notFound();
            case Outcome.Refused(var refusal) -> refused(refusal).response();
            case Outcome.ChangedSince(var changes) -> changedSince(changes);
            case Outcome.BackOfficeDown() -> backOfficeDown().response();
        };
    }

    private static Response onRecord(ActionRecord undo, ActionAnswer answer) {
        var id = Json.of(undo.id().value());
        return switch (undo.status()) {
            case SUCCEEDED -> Response.json(201, answer.json(undo));
            case PENDING, WAITING -> Response.json(202, answer.json(undo));
            case STOPPED -> Response.json(200, answer.json(undo));
            case REFUSED -> refused(answer.refusal(undo)).with("actionId", id).response();
            case FAILED ->
                undo.end() != null && undo.end().needsHuman()
                        ? Response.json(200, answer.json(undo))
                        : backOfficeDown().with("actionId", id).response();
        };
    }

    private static Problem refused(Refusal refusal) {
        var problem = Problem.of(409, "cannot-be-undone", "The action cannot be undone")
                .detail(refusal.detail())
                .with("rule", Json.of(refusal.rule()));
        return refusal.greek() == null
                ? problem
                : problem.with("text", Problem.text(refusal.greek(), refusal.detail()));
    }

    private static Response changedSince(List<Difference> changes) {
        var what = changes.stream().map(Difference::what).collect(Collectors.joining(", "));
        var english = "This has been changed since the action: " + what
                + ". Nothing was undone. changes has what the action left, and what is there now.";
        var greek = "Αυτά άλλαξαν μετά την ενέργεια: " + what
                + ". Δεν αναιρέθηκε τίποτα. Δείτε τι είχε αφήσει η ενέργεια και τι ισχύει τώρα.";
        return Problem.of(409, "changed-since", "What the action did has been changed since")
                .detail(english)
                .with("text", Problem.text(greek, english))
                .with("changes", ChangesJson.of(changes))
                .response();
    }

    private static Problem backOfficeDown() {
        return Problem.of(502, "back-office-unavailable", "The back office did not answer")
                .detail("Nothing was undone. Try again.");
    }
}

package org.supportpin.functions.audit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.PersonalTexts;
import org.supportpin.domain.customer.Settling;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.history.ActionLabels;
import org.supportpin.functions.history.Summary;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Rejected;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.http.TextJson;

/** Actions of which nobody knows whether they were done, and what an operator found out. */
record SettlementRoutes(Actions actions, Settling settling, Function<CustomerId, PersonalTexts> texts) {

    private static final int PAGE = 25;

    /** What an agent wrote about people and reasons: whoever looks into a system needs the thing, and not them. */
    private static final Set<String> PERSONAL = Set.of("administrator", "arguments", "note");

    private static final String NEEDS_HUMAN = "needs-human";

    private record Found(boolean isDone, String note) {}

    /** The page that the request's {@code cursor} names. */
    Json page(Request request) {
        if (!request.query("status").orElse(NEEDS_HUMAN).equals(NEEDS_HUMAN)) {
            throw new Rejected(Problem.invalid(List.of(new Fault("/status", "Use needs-human."))));
        }
        var page = Parameters.page(request, cursor -> actions.unsettled(cursor, PAGE));
        return Json.object()
                .put("actions", Json.array(page.actions(), this::withValues))
                .put("nextCursor", Json.of(page.next()))
                .build();
    }

    Response settle(Caller.Staff caller, Request request) {
        Found found = request.body(Read.object(fields -> {
            var outcome = fields.required("outcome", Read.text(SettlementRoutes::isDone));
            var note = fields.required("note", Bodies.NOTE);
            return fields.make(() -> new Found(outcome.get(), note.get()));
        }));
        var id = request.path("actionId");
        var outcome = ActionId.isOne(id)
                ? settling.settle(new ActionId(id), caller.id(), found.isDone(), found.note())
                : new Settling.Outcome.Unknown();
        return switch (outcome) {
            case Settling.Outcome.Settled(var action) ->
                Response.json(200, facts(action).build());
            case Settling.Outcome.NotOpen() ->
                Problem.of(409, "too-late", "The action needs no person any more")
                        .detail("Its outcome is known, or not decided yet.")
                        .response();
            case Settling.Outcome.Unknown() ->
                Problem.of(404, "not-found", "No such action")
                        .detail("Use an actionId from GET /v1/audit/actions?status=needs-human.")
                        .response();
        };
    }

    private static Checked<Boolean> isDone(String outcome) {
        return switch (outcome) {
            case "done" -> Checked.valid(true);
            case "not-done" -> Checked.valid(false);
            default -> Checked.faulty("Use done or not-done.");
        };
    }

    private Json withValues(ActionRecord action) {
        try (var opened = texts.apply(action.customer())) {
            return facts(action)
                    .put(
                            "parameters",
                            opened.read(ActionLabels.PARAMETERS, action.texts().parameters())
                                    .map(SettlementRoutes::impersonal)
                                    .orElse(Json.Null.NULL))
                    .build();
        }
    }

    private static Json impersonal(String parameters) {
        if (!(JsonText.readOwn(parameters) instanceof Obj object)) {
            return Json.Null.NULL;
        }
        var json = Json.object();
        object.members().forEach((name, value) -> {
            if (!PERSONAL.contains(name)) {
                json.put(name, value);
            }
        });
        return json.build();
    }

    private static Json.Builder facts(ActionRecord action) {
        var request = action.request();
        var json = Json.object()
                .put("actionId", action.id().value())
                .put("action", request.name().text())
                .put("status", action.status().text())
                .put("needsHuman", new Json.Bool(action.needsHuman()))
                .put("customerId", action.customer().value())
                .put("risk", request.risk().text())
                .put("summary", TextJson.of(Summary.of(request.name(), action.status())))
                .put("requestedAt", request.at().toString());
        request.call().ifPresent(call -> json.put("agent", call.agent().id().value()));
        request.undone().ifPresent(undone -> json.put("undoes", undone.value()));
        var end = action.end();
        return end == null ? json : json.put("endedAt", end.at().toString());
    }
}

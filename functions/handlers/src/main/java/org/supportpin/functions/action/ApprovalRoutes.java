package org.supportpin.functions.action;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.customer.Gatekeeper.Outcome;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.functions.action.ActionGates.Result;
import org.supportpin.functions.history.ActionLabels;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What supervisors do about actions that wait for approval. */
record ApprovalRoutes(
        ActionService service, ActionGates gates, Actions actions, Limits limits, Clock clock, Texts texts) {

    private static final int MOST_LISTED = 200;

    /** Opens a customer's texts. */
    @FunctionalInterface
    interface Texts {
        <T> T read(ActionRecord action, Function<TextReader, T> reading);
    }

    private enum Choice {
        APPROVE,
        REFUSE
    }

    private record Decided(Choice choice, String note) {}

    /** What waits for approval over all customers, longest first. */
    Response list(Caller.Staff caller, Request request) {
        var now = clock.instant();
        var waiting = StreamSupport.stream(
                        actions.due(now.plus(limits.gates().approval())).spliterator(), false)
                .flatMap(each -> Optional.ofNullable(each.id()).stream())
                .flatMap(id -> readable(id).stream())
                .filter(action -> action.end() == null
                        && action.gates() != null
                        && action.request().call().isPresent()
                        && action.gates().has(Gate.APPROVAL)
                        && !action.gates().isOver(now))
                .limit(MOST_LISTED)
                .toList();
        return Response.json(
                200,
                Json.object().put("approvals", Json.array(waiting, this::json)).build());
    }

    private Optional<ActionRecord> readable(ActionId id) {
        try {
            return actions.find(id);
        } catch (Unreadable e) {
            // The audit names it.
            return Optional.empty();
        }
    }

    private Json json(ActionRecord action) {
        var gates = action.gates();
        if (gates == null) {
            throw new IllegalStateException("an action is listed that does not wait");
        }
        return texts.<Json>read(
                action,
                reader -> GateJson.put(
                                WaitingJson.builder(action, reader)
                                        .put("customerId", action.customer().value())
                                        .put(
                                                "agent",
                                                action.request()
                                                        .call()
                                                        .orElseThrow()
                                                        .agent()
                                                        .id()
                                                        .value()),
                                gates)
                        .build());
    }

    Response decide(Caller.Staff caller, Request request) {
        var decided = request.body(Read.<Decided>object(fields -> {
            var choice = fields.required("decision", Read.text(ApprovalRoutes::choice));
            var note = fields.required("note", Bodies.NOTE);
            return fields.make(() -> new Decided(choice.get(), note.get()));
        }));
        var found = GateRoutes.id(request).flatMap(service::find);
        if (found.isEmpty()) {
            return GateRoutes.notFound();
        }
        var action = found.get();
        // Who took the call over is the agent now.
        if (action.request().isBy(caller.id()) || service.isRunning(action, caller.id())) {
            return Problem.of(403, "four-eyes", "You cannot approve an action from your own call")
                    .detail("Another supervisor must decide.")
                    .response();
        }
        var actor = new Actor.Agent(caller.id(), null);
        var note = service.sealed(action, ActionLabels.NOTE, decided.note());
        var result = switch (decided.choice()) {
            case APPROVE -> gates.open(action, actor, List.of(Gate.APPROVAL), note);
            case REFUSE ->
                gates.attempt(
                        action,
                        actor,
                        (at, now) -> at.waitsFor(Gate.APPROVAL)
                                ? gates.keeper().stop(at, StopReason.SUPERVISOR, note, now)
                                : gates.keeper().open(at, List.of(), null, now));
        };
        return answer(result, decided.choice());
    }

    private Response answer(Result result, Choice choice) {
        return switch (result.outcome()) {
            case Outcome.Released _, Outcome.StillWaiting _ -> shown(result.action());
            case Outcome.Stopped _ when choice == Choice.REFUSE -> shown(result.action());
            case Outcome.Stopped _, Outcome.TooLate _, Outcome.WrongCode _ ->
                Problem.of(409, "too-late", "The action does not wait for approval any more")
                        .detail("It was approved, stopped, or its time is over. List what waits again.")
                        .response();
        };
    }

    private Response shown(ActionRecord action) {
        return Response.json(
                200,
                Json.object()
                        .put("actionId", action.id().value())
                        .put("action", action.request().name().text())
                        .put("status", action.status().text())
                        .build());
    }

    private static Checked<Choice> choice(String text) {
        return switch (text) {
            case "approve" -> Checked.valid(Choice.APPROVE);
            case "refuse" -> Checked.valid(Choice.REFUSE);
            default -> Checked.faulty("Use approve or refuse.");
        };
    }
}

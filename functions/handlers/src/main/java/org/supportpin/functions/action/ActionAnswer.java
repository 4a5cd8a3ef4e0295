package org.supportpin.functions.action;

import java.util.Objects;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.domain.message.Handover;
import org.supportpin.functions.history.ActionLabels;
import org.supportpin.functions.history.RefusalText;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Response;

/** Answers about an action, for the console. */
record ActionAnswer(ActionRegistry registry, TextReader texts, Consents consents) {

    /** How the customer's code gets from one side to the other; for the agent of a running call. */
    @FunctionalInterface
    interface Consents {

        /** For those who are told nothing of it. */
        Consents NOT_TOLD = _ -> Optional.empty();

        Optional<Json> of(ActionRecord waiting);
    }

    ActionAnswer(ActionRegistry registry, TextReader texts) {
        this(registry, texts, Consents.NOT_TOLD);
    }

    /** The answer to the request; a repeated request gets the same answer. */
    Response of(ActionRecord action) {
        return switch (action.status()) {
            case SUCCEEDED -> Response.json(201, json(action));
            case PENDING, WAITING -> Response.json(202, json(action));
            case STOPPED -> Response.json(200, json(action));
            case REFUSED ->
                refused(refusal(action))
                        .with("actionId", Json.of(action.id().value()))
                        .response();
            case FAILED ->
                needsHuman(action)
                        ? Response.json(200, json(action))
                        : backOfficeDown()
                                .with("actionId", Json.of(action.id().value()))
                                .response();
        };
    }

    /** The answer to a request that was denied, to the action's as to its preview's. */
    static Problem denied(Denial denial) {
        return switch (denial) {
            case Denial.Refused(var refusal) -> refused(refusal);
            case Denial.Faulty(var faults) ->
                Problem.invalid(
                        faults.stream().map(fault -> fault.within("parameters")).toList());
            case Denial.BackOfficeDown() -> backOfficeDown();
            case Denial.TooManySms(var until, var whose, var at) ->
                Problem.of(429, "too-many-requests", "Too many SMS sent")
                        .detail(
                                switch (whose) {
                                    case AGENT ->
                                        "You have sent as many SMS as an agent may in an hour, and this action needs one with a code. Nothing was done. Wait until retryAt, or let a colleague take over.";
                                    case CUSTOMER, DESTINATION ->
                                        "This mobile has received as many SMS as it may in a day, and this action needs one with a code. Nothing was done. Wait until retryAt, or verify the caller again with the PIN of the panel.";
                                })
                        .retryAt(until, at);
            case Denial.SmsNotSent(var handover) ->
                handover instanceof Handover.Refused
                        ? Problem.of(409, "sms-refused", "The mobile does not receive SMS")
                                .detail(
                                        "The number was refused, so the customer gets no code and nothing was done. The customer can replace the number in the panel, under Account Data → Mobile services, or give the PIN of the panel.")
                        : Problem.of(503, "temporarily-unavailable", "The SMS service is temporarily unavailable")
                                .detail(
                                        "The code was not sent, so the action was stopped and nothing was done. Request it again with a new Idempotency-Key.")
                                .retryAfter(60);
            case Denial.NotAllowed(var refusal) -> notAllowed(refusal);
            case Denial.Frozen() -> Parameters.telephoneFrozen();
            case Denial.NotVerified() -> Parameters.notVerified();
            case Denial.RefusalsUsedUp() ->
                Parameters.notVerified()
                        .detail(
                                "Too many requests were refused in this call. Ask the caller for the PIN and verify again.");
        };
    }

    private static Problem notAllowed(Refusal refusal) {
        return Problem.of(403, refusal.rule(), "The customer does not allow this action")
                .detail(refusal.detail())
                .with("text", Problem.text(Objects.requireNonNull(refusal.greek()), refusal.detail()));
    }

    private static Problem refused(Refusal refusal) {
        var problem = Problem.of(422, "action-refused", "A rule prevents this action")
                .detail(refusal.detail())
                .with("rule", Json.of(refusal.rule()));
        if (refusal.greek() != null) {
            problem = problem.with("text", Problem.text(refusal.greek(), refusal.detail()));
        }
        return refusal.faults().isEmpty()
                ? problem
                : problem.with(
                        "errors",
                        Problem.errors(refusal.faults().stream()
                                .map(fault -> fault.within("parameters"))
                                .toList()));
    }

    private static Problem backOfficeDown() {
        return Problem.of(502, "back-office-unavailable", "The back office did not answer")
                .detail("Nothing was done. Try again; an action needs a new Idempotency-Key.");
    }

    private static boolean needsHuman(ActionRecord action) {
        return action.end() != null && action.end().needsHuman();
    }

    Json json(ActionRecord action) {
        var json = Json.object()
                .put("actionId", action.id().value())
                .put("action", action.request().name().text())
                .put("status", action.status().text())
                .put("risk", action.request().risk().text())
                .put("requestedAt", action.request().at().toString())
                .putIfPresent(
                        "undoes", action.request().undone().map(ActionId::value).orElse(null));
        var gates = action.gates();
        if (gates != null && action.end() == null) {
            GateJson.put(json, gates);
            consents.of(action).ifPresent(consent -> json.put("consent", consent));
        }
        var end = action.end();
        if (end != null) {
            json.put("completedAt", end.at().toString());
            if (end.result() != null) {
                registry.find(action.request().name())
                        .shown(action, texts)
                        .ifPresent(result -> json.put("result", result));
            }
            if (action.status() == ActionStatus.REFUSED) {
                json.put("rule", refusal(action).rule())
                        .put("detail", refusal(action).detail());
            }
            if (end.needsHuman()) {
                json.put("needsHuman", true)
                        .put(
                                "detail",
                                "It may have been done. Do not request it again: the operators must find out first.");
            }
        }
        return json.build();
    }

    Refusal refusal(ActionRecord action) {
        var end = action.end();
        if (end == null || end.refusal() == null) {
            throw new IllegalStateException("a refused action has no refusal");
        }
        var rule = end.refusal().rule();
        var detail = end.refusal().detail();
        return (detail == null ? Optional.<String>empty() : texts.read(ActionLabels.REFUSAL, detail))
                .map(text -> RefusalText.opened(rule, text))
                .orElseGet(() ->
                        new Refusal(rule, "The reason cannot be read any more.", "Ο λόγος δεν διαβάζεται πλέον."));
    }
}

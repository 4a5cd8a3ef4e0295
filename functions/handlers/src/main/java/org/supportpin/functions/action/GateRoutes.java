package org.supportpin.functions.action;

import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Gate;
import org.supportpin.domain.customer.ConsentCodes;
import org.supportpin.domain.customer.Gatekeeper.Outcome;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.StopReason;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.functions.action.ActionGates.Result;
import org.supportpin.functions.action.ActionGates.Stopping;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What customers and agents do at the gates of a waiting action. */
record GateRoutes(ActionService service, ActionGates gates, Secrets secrets, Answers answers) {

    /** The action as it is shown to those who may see it. */
    @FunctionalInterface
    interface Answers {
        Response shown(ActionRecord action);
    }

    /** The customer types the code in the panel, beside the values. It opens whatever the customer may open. */
    Response typed(Caller.Customer caller, Request request) {
        var code = Bodies.code(request);
        return customers(caller, request)
                .map(action ->
                        answer(consent(action, new Actor.Panel(), code, List.of(Gate.CONSENT, Gate.HOLD)), action))
                .orElseGet(GateRoutes::notFound);
    }

    /** The agent types the code that the customer says. It opens the consent, and no hold. */
    Response said(Caller.Staff caller, Request request) {
        var code = Bodies.code(request);
        var found = ofCall(caller, request);
        if (found.isEmpty()) {
            return Parameters.notVerified().response();
        }
        var action = found.get();
        return service.isRunning(action, caller.id())
                ? answer(consent(action, new Actor.Agent(caller.id(), null), code, List.of(Gate.CONSENT)), action)
                : Parameters.notVerified().response();
    }

    private Result consent(ActionRecord known, Actor actor, Passcode code, List<Gate> keys) {
        try (var session = secrets.session()) {
            return gates.attempt(known, actor, (at, now) -> {
                if (!at.mayBeStopped()
                        || keys.stream().noneMatch(at::waitsFor)
                        || !at.snapshot().state().isActive()) {
                    return gates.keeper().open(at, List.of(), null, now);
                }
                var codes = new ConsentCodes(session.pinKey(at.snapshot()), at.action());
                var isRight = actor instanceof Actor.Panel ? codes.isTyped(code) : codes.isSaid(code);
                return isRight
                        ? gates.keeper().open(at, keys, null, now)
                        : gates.keeper().rejected(at, now);
            });
        }
    }

    private Response answer(Result result, ActionRecord known) {
        return switch (result.outcome()) {
            case Outcome.Released _, Outcome.StillWaiting _ -> answers.shown(result.action());
            case Outcome.WrongCode(var left) ->
                Parameters.codeRejected(
                                "The code is of this action with these values, and of no other. Check it and try again.",
                                left)
                        .response();
            case Outcome.Stopped _ ->
                Problem.of(409, "stopped", "The action was stopped")
                        .detail(
                                "Someone stopped it, its time was over, or a wrong code was given too often. Nothing was done. If it is still wanted, request it again.")
                        .with("actionId", Json.of(known.id().value()))
                        .response();
            case Outcome.TooLate _ -> tooLate(known);
        };
    }

    private static Response tooLate(ActionRecord action) {
        return Problem.of(409, "too-late", "The action does not wait for this any more")
                .detail("It has been carried out, or is being carried out. Look it up to see how it ended.")
                .with("actionId", Json.of(action.id().value()))
                .response();
    }

    Response stoppedByCustomer(Caller.Customer caller, Request request) {
        request.noBody();
        return customers(caller, request)
                .map(action -> stopped(gates.stop(action, new Actor.Panel(), StopReason.CUSTOMER, null), action))
                .orElseGet(GateRoutes::notFound);
    }

    /**
     * The agent in whose call it was requested needs no running verification to stop it, however long it waits. Who took the call over
     * stops it while the call runs.
     */
    Response stoppedByAgent(Caller.Staff caller, Request request) {
        request.noBody();
        return held(caller, request)
                .map(action ->
                        stopped(gates.stop(action, new Actor.Agent(caller.id(), null), StopReason.AGENT, null), action))
                .orElseGet(() -> Parameters.notVerified().response());
    }

    private Response stopped(Result result, ActionRecord known) {
        return result.outcome() instanceof Outcome.Stopped ? answers.shown(result.action()) : tooLate(known);
    }

    /** For a caller who need not be verified: a stop does no harm but delay. */
    Response allStopped(Caller.Staff caller, Request request) {
        var call = Bodies.call(request);
        var customer = Parameters.customerId(request);
        return switch (gates.stopAll(customer, new Actor.Agent(caller.id(), call))) {
            case Stopping.Stopped(int actions) ->
                Response.json(200, Json.object().put("stopped", actions).build());
            case Stopping.TooOften(var until, var at) ->
                Problem.of(429, "too-many-requests", "Too many stops for callers who were not verified")
                        .detail(
                                "What waits for this customer can now be stopped in the panel, by the agent in whose call it was requested, or after retryAt.")
                        .retryAt(until, at)
                        .response();
        };
    }

    private Optional<ActionRecord> customers(Caller.Customer caller, Request request) {
        return id(request)
                .flatMap(service::find)
                .filter(action -> action.customer().equals(caller.id()));
    }

    /** An action of this agent's call, while the agent may read it. */
    private Optional<ActionRecord> ofCall(Caller.Staff caller, Request request) {
        return held(caller, request).filter(service::isReadable);
    }

    /** Requested by this agent in this call, or in the call that this agent took over. */
    private Optional<ActionRecord> held(Caller.Staff caller, Request request) {
        return VerificationId.parse(request.path("verificationId"))
                .flatMap(verification -> id(request)
                        .flatMap(service::find)
                        .filter(action -> service.isHeld(verification, caller.id(), action)));
    }

    static Optional<ActionId> id(Request request) {
        return Optional.of(request.path("actionId")).filter(ActionId::isOne).map(ActionId::new);
    }

    static Response notFound() {
        return Problem.of(404, "not-found", "No such action")
                .detail("Use an actionId that the service has given.")
                .response();
    }
}

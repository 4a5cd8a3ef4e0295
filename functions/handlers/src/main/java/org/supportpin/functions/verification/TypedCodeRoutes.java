package org.supportpin.functions.verification;

import java.time.Instant;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.customer.TypedCodes;
import org.supportpin.domain.customer.TypedCodes.Asking;
import org.supportpin.domain.customer.TypedVerification.Asked;
import org.supportpin.domain.customer.TypedVerification.Status;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** The agent's side of a typed verification. */
record TypedCodeRoutes(TypedCodes codes) {

    private record Body(CustomerId customer, CallReference.Said call) {}

    Response ask(Caller.Staff caller, Request request) {
        Body body = request.body(Read.object(fields -> {
            var customer = fields.required("customerId", Read.text(CustomerId::parse));
            var call = fields.required("callReference", Read.text(CallReference::parse));
            return fields.make(() -> new Body(customer.get(), call.get()));
        }));
        var performed = codes.ask(body.customer(), caller.in(body.call()));
        return switch (performed.outcome()) {
            case Asking.Waiting(var waiting, var code) ->
                Response.json(
                        201,
                        Json.object()
                                .put("requestId", new VerificationId(body.customer(), waiting.key()).text())
                                .put("code", code.digits())
                                .put("expiresAt", waiting.expiresAt().toString())
                                .build());
            case Asking.Not(var why) -> notAsked(why, performed.at());
        };
    }

    private static Response notAsked(Asked why, Instant now) {
        return switch (why) {
            case Asked.AnothersWaits(var until) ->
                Problem.of(409, "request-waiting", "Another agent's request is waiting")
                        .detail("The customer sees another agent's request. Ask again at retryAt, or ask for the PIN.")
                        .retryAt(until, now)
                        .response();
            case Asked.Refused(var tooMany) ->
                Parameters.tooManyCalls(tooMany, now).response();
            case Asked.AgentSuspended(var suspension) ->
                Parameters.agentSuspended(suspension, now).response();
            case Asked.Frozen() -> Parameters.telephoneFrozen().response();
            case Asked.NotActive() -> Parameters.notActivated().response();
            case Asked.Waiting _ -> throw new IllegalStateException("it was asked for");
        };
    }

    /** Unknown, over or another agent's: {@code expired} for all of them. */
    Response status(Caller.Staff caller, Request request) {
        return Response.json(
                200,
                VerificationId.parse(request.path("requestId"))
                        .map(id -> json(codes.status(id, caller.id())))
                        .orElseGet(() -> json("expired").build()));
    }

    private static Json.Obj json(TypedCodes.Found found) {
        return switch (found.status()) {
            case Status.Waiting(var expiresAt) ->
                json("waiting").put("expiresAt", expiresAt.toString()).build();
            case Status.Passed(var verification) ->
                json("verified")
                        .put("verification", VerificationJson.of(found.customer(), verification))
                        .build();
            case Status.HandedOver() -> json("expired").put("handedOver", true).build();
            case Status.Expired() -> json("expired").build();
        };
    }

    private static Json.Builder json(String status) {
        return Json.object().put("status", status);
    }
}

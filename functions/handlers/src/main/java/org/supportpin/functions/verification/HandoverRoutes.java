package org.supportpin.functions.verification;

import java.util.Objects;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.customer.CallHandover;
import org.supportpin.domain.customer.CallHandover.Offering;
import org.supportpin.domain.customer.CallHandover.Taking;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.HandoverCode;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** Hands a call from one agent to another. */
record HandoverRoutes(CallHandover calls) {

    private record Body(HandoverCode code, CallReference.Said call) {}

    Response offer(Caller.Staff caller, Request request) {
        request.noBody();
        return VerificationId.parse(request.path("verificationId"))
                .map(id -> answer(calls.offer(id, caller.id())))
                .orElseGet(() -> Parameters.notVerified().response());
    }

    private static Response answer(Performed<Offering> performed) {
        return switch (performed.outcome()) {
            case Offering.Offered(var code, var until) ->
                Response.json(
                        201,
                        Json.object()
                                .put("code", code.digits())
                                .put("expiresAt", until.toString())
                                .build());
            case Offering.NotVerified() -> Parameters.notVerified().response();
            case Offering.Refused(var tooMany) ->
                Parameters.tooManyCalls(tooMany, performed.at()).response();
        };
    }

    Response take(Caller.Staff caller, Request request) {
        Body body = request.body(Read.object(fields -> {
            var code = fields.required("code", Read.text(HandoverCode::parse));
            var call = fields.required("callReference", Read.text(CallReference::parse));
            return fields.make(() -> new Body(code.get(), call.get()));
        }));
        var answer = calls.take(body.code(), caller.in(body.call()));
        return switch (answer.taking()) {
            case Taking.Taken(var _, var verification) ->
                Response.json(200, VerificationJson.of(Objects.requireNonNull(answer.customer()), verification));
            case Taking.Rejected() ->
                Problem.of(403, "handover-rejected", "No call is offered by this code")
                        .detail(
                                "Ask your colleague for the code that is shown now. Each wrong code counts as a wrong PIN.")
                        .response();
            case Taking.AgentSuspended(var suspension) ->
                Parameters.agentSuspended(suspension, answer.at()).response();
        };
    }
}

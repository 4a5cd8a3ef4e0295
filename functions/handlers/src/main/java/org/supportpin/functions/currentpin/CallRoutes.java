package org.supportpin.functions.currentpin;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.customer.CallEnding;
import org.supportpin.domain.customer.TypedCodes;
import org.supportpin.domain.customer.TypedVerification.Typed;
import org.supportpin.domain.customer.Verification;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What the customer does about calls in the panel. */
record CallRoutes(TypedCodes codes, CallEnding ending) {

    /** Types the code that the agent reads out. */
    Response type(Caller.Customer caller, Request request) {
        var code = Bodies.code(request);
        return switch (codes.type(caller.id(), code).outcome()) {
            case Typed.Passed(var verification) -> Response.json(200, json(verification));
            case Typed.Rejected(var attemptsLeft) ->
                Parameters.codeRejected("Ask the agent to read the code again.", attemptsLeft)
                        .response();
            case Typed.NothingAsked() ->
                Problem.of(409, "no-verification-request", "No agent is waiting for a code")
                        .detail(
                                "It was too late, or there were too many wrong codes. The agent can ask for another one.")
                        .response();
        };
    }

    private static Json.Obj json(Verification verification) {
        return Json.object()
                .put("verifiedAt", verification.verifiedAt().toString())
                .put("expiresAt", verification.expiresAt().toString())
                .put("source", verification.source().text())
                .build();
    }

    /** Ends all calls; with {@code notMe}, freezes telephone support too. */
    Response end(Caller.Customer caller, Request request) {
        boolean isNotMe = request.bodyOr(false, Read.object(fields -> {
            var given = fields.required("notMe", Read.bool());
            return fields.make(given::get);
        }));
        ending.end(caller.id(), isNotMe);
        return Response.empty(204);
    }
}

package org.supportpin.functions.policy;

import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.PolicyRules.Outcome;
import org.supportpin.domain.customer.PolicySetting;
import org.supportpin.functions.history.PolicyJson;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.http.SignIn;

/** The customer's own rules: read by anyone who is signed in as the customer, loosened only soon after signing in. */
public record PolicyRoutes(PolicySetting policy) {

    public Response show(Caller.Customer caller, Request request) {
        return document(policy.terms(caller.id()));
    }

    public Response change(Caller.Customer caller, Request request) {
        var asked = request.body(PolicyJson.READ);
        var performed = policy.change(caller.id(), asked, caller.signIn() == SignIn.FRESH);
        return switch (performed.outcome()) {
            case Outcome.Changed(var terms, var _) -> document(terms);
            case Outcome.Unchanged(var terms) -> document(terms);
            case Outcome.SignInTooOld() -> SignIn.notFresh().response();
            case Outcome.TooManyToday(var until) ->
                Parameters.tooManyToday(
                                "Your rules were loosened too often today. Loosen them again at retryAt; you can tighten them now.",
                                until,
                                performed.at())
                        .response();
            case Outcome.NotActive() ->
                Problem.of(409, "not-activated", "The service is not active")
                        .detail("Nothing can be requested by phone until you activate the service. Activate it first.")
                        .response();
        };
    }

    private static Response document(Terms terms) {
        return Response.json(200, PolicyJson.document(terms));
    }
}

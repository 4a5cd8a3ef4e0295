package org.supportpin.functions.erasure;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.Erasure;
import org.supportpin.domain.customer.Erasure.Outcome;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** Forgets a customer, when a second person confirms it. */
public final class ErasureHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Api api;
    private final Erasure erasure;

    public ErasureHandler() {
        this(SnapStart.fromEnvironment(Scenes.ERASURE, ErasureHandler::new));
    }

    public ErasureHandler(Wiring wiring) {
        this.wiring = wiring;
        erasure = new Erasure(wiring.ledgerCommands());
        api = wiring.api().staff("DELETE /v1/audit/customers/{customerId}", "audit:erase", this::erase);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response erase(Caller.Staff caller, Request request) {
        var note = Bodies.note(request);
        return switch (erasure.erase(Parameters.customerId(request), caller.id(), note)) {
            case Outcome.Requested(var until) ->
                Response.json(
                        202,
                        Json.object()
                                .put("status", "requested")
                                .put("expiresAt", until.toString())
                                .build());
            case Outcome.Done(var at) ->
                Response.json(
                        200,
                        Json.object()
                                .put("status", "erased")
                                .put("erasedAt", at.toString())
                                .build());
            case Outcome.FourEyes(var until) ->
                Problem.of(403, "four-eyes", "Another person must confirm this")
                        .detail("You requested this erasure. Until expiresAt, somebody else with this permission can"
                                + " confirm it by the same request.")
                        .with("expiresAt", Json.of(until.toString()))
                        .response();
            case Outcome.ActionOpen() ->
                Problem.of(409, "action-open", "An action for this customer has not ended")
                        .detail(
                                "It is pending, which ends within a day, or waits, which ends when it is done, stopped or out of time."
                                        + " The service needs what it says until then. Try again afterwards.")
                        .response();
            case Outcome.NothingKept() ->
                Problem.of(404, "nothing-kept", "Nothing personal is kept about this customer")
                        .detail(
                                "Check the customer's ID. Without a mobile on file, or after an erasure, there is nothing"
                                        + " to erase.")
                        .response();
        };
    }
}

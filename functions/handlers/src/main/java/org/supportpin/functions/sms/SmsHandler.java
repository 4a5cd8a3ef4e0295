package org.supportpin.functions.sms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.PinBySms;
import org.supportpin.domain.customer.PinBySms.Sending;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.message.Handover;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Handovers;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** Sends the PIN by SMS, requested by the customer or by the agent on the phone, and announces calls. */
public final class SmsHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Api api;
    private final PinBySms pinBySms;
    private final Log log;

    public SmsHandler() {
        this(SnapStart.fromEnvironment(Scenes.SMS, SmsHandler::new));
    }

    public SmsHandler(Wiring wiring) {
        this.wiring = wiring;
        pinBySms = wiring.pinBySms();
        log = wiring.log();
        var calls = new AnnouncedCallRoutes(wiring.calls().announcedCalls(), log);
        api = wiring.api()
                .panel("POST /v1/panel/support-pin/sms", this::forPanel)
                .staff("POST /v1/agent/customers/{customerId}/sms", "pin:verify", this::forAgent)
                .staff("POST /v1/agent/calls", "pin:verify", calls::announce)
                .staff("DELETE /v1/agent/calls/{callId}", "pin:verify", calls::end);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response forPanel(Caller.Customer caller, Request request) {
        request.noBody();
        return answer(pinBySms.send(caller.id(), new Actor.Panel(), caller.language()));
    }

    private Response forAgent(Caller.Staff caller, Request request) {
        var call = Bodies.call(request);
        var customer = Parameters.customerId(request);
        return answer(pinBySms.send(customer, new Actor.Agent(caller.id(), call), null));
    }

    private Response answer(Sending sending) {
        return switch (sending) {
            case Sending.Sent sent -> {
                Handovers.log(log, sent.handover());
                yield answer(sent);
            }
            case Sending.TooSoon(var until, var whose, var at) ->
                Problem.of(429, "too-many-requests", "Too many SMS sent")
                        .detail(tooSoon(whose))
                        .retryAt(until, at)
                        .response();
            case Sending.AgentSuspended(var suspension, var at) ->
                Parameters.agentSuspended(suspension, at).response();
            case Sending.NotActive() -> Parameters.notActivated().response();
            case Sending.Frozen() -> Parameters.telephoneFrozen().response();
        };
    }

    private static Response answer(Sending.Sent sent) {
        return switch (sent.handover()) {
            case Handover.Taken() ->
                Response.json(
                        202,
                        Json.object()
                                .put("maskedNumber", sent.mobile().masked())
                                .put(
                                        "validUntil",
                                        sent.delivery().acceptedUntil().toString())
                                .build());
            case Handover.Refused() ->
                Problem.of(409, "sms-refused", "The mobile does not receive SMS")
                        .detail(
                                "The number was refused. The customer can check or replace it in the panel, under Account Data → Mobile services.")
                        .response();
            case Handover.NotTaken _, Handover.Unanswered _ ->
                Handovers.notTaken(sent.nextAt(), sent.at()).response();
        };
    }

    private static String tooSoon(Whose whose) {
        return switch (whose) {
            case CUSTOMER -> "Wait until retryAt. The panel shows the PIN in the meantime.";
            case AGENT ->
                "You have sent as many SMS as an agent may in an hour. Wait until retryAt, or ask for the PIN in the panel.";
            case DESTINATION ->
                "This mobile has received as many SMS as it may in a day. Wait until retryAt. The panel shows the PIN in the meantime.";
        };
    }
}

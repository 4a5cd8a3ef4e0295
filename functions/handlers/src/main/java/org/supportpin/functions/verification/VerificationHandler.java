package org.supportpin.functions.verification;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.customer.CallerVerification;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.WrongPinLog.Lock;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** Verifies the PIN that the caller says and the agent enters, and shows supervisors who entered too many. */
public final class VerificationHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Api api;
    private final CallerVerification verification;

    public VerificationHandler() {
        this(SnapStart.fromEnvironment(Scenes.VERIFICATION, VerificationHandler::new));
    }

    public VerificationHandler(Wiring wiring) {
        this.wiring = wiring;
        verification = wiring.calls().callerVerification();
        var typed = new TypedCodeRoutes(wiring.calls().typedCodes());
        var handovers = new HandoverRoutes(wiring.calls().callHandover());
        var suspensions = new SuspensionRoutes(wiring.suspensions());
        api = wiring.api()
                .staff("POST /v1/agent/verifications", "pin:verify", this::verify)
                .staff("DELETE /v1/agent/verifications/{verificationId}", "pin:verify", this::end)
                .staff("POST /v1/agent/verifications/{verificationId}/handover", "pin:verify", handovers::offer)
                .staff("POST /v1/agent/handovers", "pin:verify", handovers::take)
                .staff("POST /v1/agent/verification-requests", "pin:verify", typed::ask)
                .staff("GET /v1/agent/verification-requests/{requestId}", "pin:verify", typed::status)
                .staff("GET /v1/agent/suspensions", "action:approve", suspensions::list)
                .staff("DELETE /v1/agent/suspensions/{agentId}", "action:approve", suspensions::lift);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private record Asked(CustomerId customer, Passcode pin, CallReference.Said call) {}

    private Response verify(Caller.Staff caller, Request request) {
        Asked asked = request.body(Read.object(fields -> {
            var customer = fields.required("customerId", Read.text(CustomerId::parse));
            var pin = fields.required("pin", Read.text(Passcode::parse));
            var call = fields.required("callReference", Read.text(CallReference::parse));
            return fields.make(() -> new Asked(customer.get(), pin.get(), call.get()));
        }));
        var performed = verification.verify(asked.customer(), caller.in(asked.call()), asked.pin());
        return switch (performed.outcome()) {
            case Outcome.Passed(var passed) -> passed(performed.state(), passed);
            case Outcome.Rejected(var attemptsLeft) ->
                Problem.of(403, "pin-rejected", "The PIN is wrong")
                        .detail("Ask the caller for the PIN now shown in the panel, or send it by SMS.")
                        .with("attemptsLeft", Json.of(attemptsLeft))
                        .response();
            case Outcome.Locked(var lock) -> locked(lock, performed).response();
            case Outcome.AgentSuspended(var suspension) ->
                Parameters.agentSuspended(suspension, performed.at()).response();
            case Outcome.TooManyToday(var until) ->
                Parameters.tooManyToday(
                                "This customer was verified too often today. Verify again at retryAt.",
                                until,
                                performed.at())
                        .response();
            case Outcome.NotActive() -> Parameters.notActivated().response();
            case Outcome.Frozen() -> Parameters.telephoneFrozen().response();
        };
    }

    private static Response passed(Customer customer, Verification passed) {
        return Response.json(201, VerificationJson.of(customer, passed));
    }

    private static Problem locked(Lock lock, Performed<Outcome> performed) {
        var problem = Problem.of(423, "phone-verification-locked", "Phone verification is locked for this customer");
        var until = lock.until();
        return until == null
                ? problem.detail("Too many wrong PINs were given. Only the customer can unlock it, in the panel.")
                : problem.detail(
                                "Too many wrong PINs were given. It unlocks at retryAt; the customer can unlock it earlier in the panel.")
                        .retryAt(until, performed.at());
    }

    private Response end(Caller.Staff caller, Request request) {
        request.noBody();
        var ended =
                VerificationId.parse(request.path("verificationId")).filter(id -> verification.end(id, caller.id()));
        return ended.isPresent()
                ? Response.empty(204)
                : Parameters.notVerified().response();
    }
}

package org.supportpin.functions.activation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.customer.Activation;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.MobileRegistration;
import org.supportpin.domain.customer.MobileRegistration.Declared;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.PinView;
import org.supportpin.domain.customer.ServiceActivation;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.phone.PhoneNumbers;
import org.supportpin.functions.AccountData;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.currentpin.PinViewJson;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Handovers;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.noticeaddress.NoticeAddressRoutes;
import org.supportpin.functions.policy.PolicyRoutes;
import org.supportpin.functions.snapshot.Scenes;

/** Account Data → Mobile services: declares and confirms the mobile, activates and deactivates the service, sets the own rules. */
public final class ActivationHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Api api;
    private final MobileRegistration registration;
    private final ServiceActivation activation;
    private final CurrentPin currentPin;
    private final PhoneNumbers numbers;
    private final Log log;

    public ActivationHandler() {
        this(SnapStart.fromEnvironment(Scenes.ACTIVATION, ActivationHandler::new));
    }

    public ActivationHandler(Wiring wiring) {
        this.wiring = wiring;
        var account = new AccountData(wiring);
        registration = account.mobileRegistration();
        activation = wiring.serviceActivation();
        currentPin = wiring.currentPin();
        log = wiring.log();
        var policy = new PolicyRoutes(account.policySetting());
        var address = new NoticeAddressRoutes(account.addressRegistration());
        numbers = wiring.settings().sms().numbers();
        api = wiring.api()
                .panelSoonAfterSignIn("PUT /v1/panel/mobile", this::declareMobile)
                .panelSoonAfterSignIn("POST /v1/panel/mobile/confirmation", this::confirmMobile)
                .panel("POST /v1/panel/support-pin/activation", this::activate)
                .panel("DELETE /v1/panel/support-pin/activation", this::deactivate)
                .panel("GET /v1/panel/policy", policy::show)
                .panel("PUT /v1/panel/policy", policy::change)
                .panel("GET /v1/panel/notice-address", address::show)
                .panel("PUT /v1/panel/notice-address", address::declare)
                .panel("POST /v1/panel/notice-address/confirmation", address::confirm)
                .panel("DELETE /v1/panel/notice-address", address::remove);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response declareMobile(Caller.Customer caller, Request request) {
        PhoneNumber number = request.body(Read.object(fields -> {
            var given = fields.required("number", Read.text(numbers::parse));
            return fields.make(given::get);
        }));
        return switch (registration.declare(caller.id(), number, caller.mobile(), caller.language())) {
            case Declared.CodeSent sent -> {
                Handovers.log(log, sent.handover());
                yield answer(number, sent);
            }
            case Declared.TooSoon(var until, var whose, var at) ->
                Problem.of(429, "too-many-requests", "Too many codes requested")
                        .detail(
                                whose == Whose.DESTINATION
                                        ? "This number has received as many SMS as it may in a day. Wait until retryAt, or enter another number."
                                        : "Wait until retryAt, then request a new code.")
                        .retryAt(until, at)
                        .response();
        };
    }

    private static Response answer(PhoneNumber number, Declared.CodeSent sent) {
        return switch (sent.handover()) {
            case Handover.Taken() ->
                Response.json(
                        202,
                        Json.object()
                                .put("maskedNumber", number.masked())
                                .put("confirmationExpiresAt", sent.expiresAt().toString())
                                .build());
            case Handover.Refused() ->
                Problem.invalid(List.of(new Fault(
                                "/number", "This number does not receive SMS. Check it, or enter another mobile.")))
                        .response();
            case Handover.NotTaken _, Handover.Unanswered _ ->
                Handovers.notTaken(sent.nextAt(), sent.at()).response();
        };
    }

    private Response confirmMobile(Caller.Customer caller, Request request) {
        var code = Bodies.code(request);
        var confirmed = registration.confirm(caller.id(), code, caller.mobile());
        return switch (confirmed.confirmation()) {
            case Confirmation.Confirmed(var at, var _) ->
                Response.json(
                        200,
                        Json.object()
                                .put(
                                        "maskedNumber",
                                        confirmed.number().orElseThrow().masked())
                                .put("confirmedAt", at.toString())
                                .build());
            case Confirmation.Rejected(var attemptsLeft) ->
                Parameters.codeRejected(
                                "Enter the code from the latest SMS. After the last attempt, request a new code.",
                                attemptsLeft)
                        .response();
            case Confirmation.NothingPending() ->
                Parameters.noPendingConfirmation(
                                "The code expired, was wrong too often, or was never requested. Enter the mobile number again.")
                        .response();
        };
    }

    private Response activate(Caller.Customer caller, Request request) {
        request.noBody();
        var performed = activation.activate(caller.id(), caller.mobile(), caller.language());
        return switch (performed.outcome()) {
            case Activation.Outcome.Activated() -> shown(201, caller);
            case Activation.Outcome.AlreadyActive() -> shown(200, caller);
            case Activation.Outcome.TooManyToday(var until) ->
                Parameters.tooManyToday(
                                "The service was activated too often today. Activate it again at retryAt.",
                                until,
                                performed.at())
                        .response();
            case Activation.Outcome.MobileRequired() ->
                Problem.of(409, "mobile-required", "No confirmed mobile")
                        .detail("Enter a mobile number, confirm it with the code we send, then activate again.")
                        .response();
        };
    }

    /** The PIN, unless another request has just deactivated the service. */
    private Response shown(int status, Caller.Customer caller) {
        var view = currentPin.view(caller.id(), caller::hasVerifiedMobile, _ -> false);
        return view instanceof PinView.Inactive
                ? Problem.of(503, "temporarily-unavailable", "Another request has just deactivated the service")
                        .detail("To activate it, send the same request again.")
                        .retryAfter(1)
                        .response()
                : PinViewJson.response(status, view);
    }

    private Response deactivate(Caller.Customer caller, Request request) {
        request.noBody();
        activation.deactivate(caller.id());
        return Response.empty(204);
    }
}

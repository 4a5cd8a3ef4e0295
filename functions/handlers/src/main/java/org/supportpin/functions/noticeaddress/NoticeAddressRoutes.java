package org.supportpin.functions.noticeaddress;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.customer.AddressRegistration;
import org.supportpin.domain.customer.AddressRegistration.View;
import org.supportpin.domain.customer.AddressRules.Confirmation;
import org.supportpin.domain.customer.AddressRules.Declaration;
import org.supportpin.domain.customer.AddressRules.Removal;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.functions.http.Bodies;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.http.SignIn;

/** The notice address: declared, confirmed by a code, shown masked, removed. */
public record NoticeAddressRoutes(AddressRegistration registration) {

    public Response show(Caller.Customer caller, Request request) {
        var view = registration.view(caller.id());
        return Response.json(
                200,
                Json.object()
                        .put("confirmed", confirmed(view))
                        .put("pending", pending(view))
                        .build());
    }

    private static Json confirmed(View view) {
        var at = view.state().confirmedAt();
        return at == null
                ? Json.Null.NULL
                : Json.object()
                        .put("maskedAddress", masked(view.confirmed()))
                        .put("confirmedAt", at.toString())
                        .build();
    }

    private static Json pending(View view) {
        var pending = view.state().pending();
        return pending == null || view.pending() == null
                ? Json.Null.NULL
                : Json.object()
                        .put("maskedAddress", masked(view.pending()))
                        .put("confirmationExpiresAt", pending.expiresAt().toString())
                        .build();
    }

    private static Json masked(@Nullable EmailAddress address) {
        return Json.of(address == null ? null : address.masked());
    }

    public Response declare(Caller.Customer caller, Request request) {
        EmailAddress address = request.body(Read.object(fields -> {
            var given = fields.required("email", Read.text(EmailAddress::parse));
            return fields.make(given::get);
        }));
        var performed = registration.declare(caller.id(), address, isFresh(caller));
        return switch (performed.outcome()) {
            case Declaration.CodeDue(var _, var expiresAt) ->
                Response.json(
                        202,
                        Json.object()
                                .put("maskedAddress", address.masked())
                                .put("confirmationExpiresAt", expiresAt.toString())
                                .build());
            case Declaration.TooSoon(var until, var whose) ->
                Problem.of(429, "too-many-requests", "Too many codes requested")
                        .detail(
                                whose == Whose.DESTINATION
                                        ? "This address has received as many codes as it may in a day. Wait until retryAt, or enter another address."
                                        : "Wait until retryAt, then request a new code.")
                        .retryAt(until, performed.at())
                        .response();
            case Declaration.SignInTooOld() -> SignIn.notFresh().response();
            case Declaration.MobileRequired() ->
                Problem.of(409, "mobile-required", "No confirmed mobile")
                        .detail("The address for notices is the second one. Confirm a mobile number first.")
                        .response();
        };
    }

    public Response confirm(Caller.Customer caller, Request request) {
        var code = Bodies.code(request);
        var confirmed = registration.confirm(caller.id(), code, isFresh(caller));
        return switch (confirmed.confirmation()) {
            case Confirmation.Confirmed(var at, var _) ->
                Response.json(
                        200,
                        Json.object()
                                .put(
                                        "maskedAddress",
                                        confirmed.find().orElseThrow().masked())
                                .put("confirmedAt", at.toString())
                                .build());
            case Confirmation.Rejected(var attemptsLeft) ->
                Parameters.codeRejected(
                                "Enter the code from the latest mail. After the last attempt, request a new code.",
                                attemptsLeft)
                        .response();
            case Confirmation.NothingPending() ->
                Parameters.noPendingConfirmation(
                                "The code expired, was wrong too often, or was never requested. Enter the address again.")
                        .response();
            case Confirmation.SignInTooOld() -> SignIn.notFresh().response();
        };
    }

    public Response remove(Caller.Customer caller, Request request) {
        request.noBody();
        return switch (registration.remove(caller.id(), isFresh(caller))) {
            case Removal.Removed _, Removal.NothingToRemove _ -> Response.empty(204);
            case Removal.SignInTooOld() -> SignIn.notFresh().response();
        };
    }

    private static boolean isFresh(Caller.Customer caller) {
        return caller.signIn() == SignIn.FRESH;
    }
}

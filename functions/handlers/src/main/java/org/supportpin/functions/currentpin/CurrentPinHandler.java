package org.supportpin.functions.currentpin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.Activation.Lifting;
import org.supportpin.domain.customer.CurrentPin;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.PinView;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.action.WaitingJson;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.EntityTags;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** What the panel shows of the PIN and of calls, and what the customer does about them there. */
public final class CurrentPinHandler implements RequestStreamHandler {

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Api api;
    private final CurrentPin currentPin;

    public CurrentPinHandler() {
        this(SnapStart.fromEnvironment(Scenes.CURRENT_PIN, CurrentPinHandler::new));
    }

    public CurrentPinHandler(Wiring wiring) {
        this.wiring = wiring;
        currentPin = wiring.currentPin();
        var calls = new CallRoutes(wiring.calls().typedCodes(), wiring.calls().callEnding());
        api = wiring.api()
                .panel("GET /v1/panel/support-pin", this::view)
                .panel("POST /v1/panel/support-pin/unlock", this::unlock)
                .panel("POST /v1/panel/verification", calls::type)
                .panel("DELETE /v1/panel/call", calls::end);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response view(Caller.Customer caller, Request request) {
        var known = request.header("if-none-match");
        return PinViewJson.response(
                200,
                currentPin.view(
                        caller.id(),
                        caller::hasVerifiedMobile,
                        tag -> known.filter(tags -> EntityTags.name(tags, tag)).isPresent()),
                waiting -> waiting(caller.id(), waiting));
    }

    /** What waits, with its values. Each is read, and the record key opened, then and only then. */
    private Json waiting(CustomerId customer, List<OpenAction> waiting) {
        var actions = wiring.actions();
        try (var texts = wiring.personalTexts(customer)) {
            return Json.array(
                    waiting.stream()
                            .flatMap(open -> actions.find(open.id()).filter(open::isOf).stream())
                            .toList(),
                    action -> WaitingJson.of(action, texts));
        }
    }

    private Response unlock(Caller.Customer caller, Request request) {
        request.noBody();
        var performed = currentPin.unlock(caller.id());
        if (performed.outcome() instanceof Lifting.TooManyToday(var until)) {
            return Parameters.tooManyToday(
                            "Phone verification was unlocked too often today. Unlock it again at retryAt.",
                            until,
                            performed.at())
                    .response();
        }
        var view = currentPin.view(caller.id(), caller::hasVerifiedMobile, _ -> false);
        return view instanceof PinView.Inactive
                ? Parameters.notActivated().response()
                : PinViewJson.response(200, view, waiting -> waiting(caller.id(), waiting));
    }
}

package org.supportpin.functions.action;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.action.ActionBinding.ParsedAction;
import org.supportpin.functions.action.ActionService.Order;
import org.supportpin.functions.action.ActionService.Outcome;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** A verified caller's actions: lists, executes and looks them up. */
public final class ActionHandler implements RequestStreamHandler {

    private final Wiring wiring;

    private final Api api;
    private final ActionRegistry registry;
    private final ActionService service;

    public ActionHandler() {
        this(SnapStart.fromEnvironment(Scenes.ACTION, ActionHandler::new));
    }

    public ActionHandler(Wiring wiring) {
        this.wiring = wiring;
        var module = new ActionModule(wiring);
        registry = module.registry();
        service = module.service();
        api = wiring.api()
                .staff("GET /v1/agent/actions", "action:execute", this::catalogue)
                .staff("POST /v1/agent/verifications/{verificationId}/actions", "action:execute", this::execute)
                .staff(
                        "GET /v1/agent/verifications/{verificationId}/actions/{actionId}",
                        "action:execute",
                        this::lookUp);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response catalogue(Caller.Staff caller, Request request) {
        return Response.json(200, Catalogue.json());
    }

    private Response execute(Caller.Staff caller, Request request) {
        var key =
                request.header("idempotency-key").map(IdempotencyKey::parse).orElseGet(() -> IdempotencyKey.parse(""));
        var parsed = request.body(key, "Idempotency-Key", Read.object(fields -> {
            var name = fields.required("action", Read.text(ActionHandler::name)).orNull();
            if (name == null) {
                var _ = fields.required("parameters", Read.json());
                return fields.faulty();
            }
            var parameters = fields.required("parameters", json -> parse(name, json));
            return fields.make(parameters::get);
        }));
        var verification = VerificationId.parse(request.path("verificationId"));
        if (verification.isEmpty()) {
            return Parameters.notVerified().response();
        }
        return answer(
                verification.get().customer(),
                service.execute(new Order(caller.id(), verification.get(), Request.valid(key), parsed)));
    }

    private Checked<ParsedAction<?, ?, ?>> parse(ActionName name, Json parameters) {
        return registry.find(name).parse(parameters).map(parsed -> parsed);
    }

    private static Checked<ActionName> name(String text) {
        return WireName.find(ActionName.values(), text)
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty("Use one of the actions listed by GET /v1/agent/actions."));
    }

    private Response answer(CustomerId customer, Outcome outcome) {
        return switch (outcome) {
            case Outcome.OnRecord(var action) -> {
                try (var texts = wiring.personalTexts(customer)) {
                    yield new ActionAnswer(registry, texts).of(action);
                }
            }
            case Outcome.Refused(var refusal) -> ActionAnswer.refused(refusal).response();
            case Outcome.Faulty(var faults) ->
                Problem.invalid(faults.stream()
                                .map(fault -> fault.within("parameters"))
                                .toList())
                        .response();
            case Outcome.BackOfficeDown() -> ActionAnswer.backOfficeDown().response();
            case Outcome.NotVerified() -> Parameters.notVerified().response();
            case Outcome.RefusalsUsedUp() ->
                Parameters.notVerified()
                        .detail(
                                "Too many requests were refused in this call. Ask the caller for the PIN and verify again.")
                        .response();
            case Outcome.Conflict() ->
                Problem.of(409, "idempotency-conflict", "This Idempotency-Key was used for another request")
                        .detail("Use a new key for a new action, or repeat the same body.")
                        .response();
        };
    }

    private Response lookUp(Caller.Staff caller, Request request) {
        var verification = VerificationId.parse(request.path("verificationId"));
        var id = Optional.of(request.path("actionId")).filter(ActionId::isOne).map(ActionId::new);
        if (verification.isEmpty()) {
            return Parameters.notVerified().response();
        }
        return id.flatMap(found -> service.find(verification.get(), found))
                .map(action -> action.request().agent().id().equals(caller.id())
                        ? shown(action)
                        : Parameters.notVerified().response())
                .orElseGet(() -> Problem.of(404, "not-found", "No such action")
                        .detail("Use an actionId returned for this verification.")
                        .response());
    }

    private Response shown(ActionRecord action) {
        try (var texts = wiring.personalTexts(action.customer())) {
            return Response.json(200, new ActionAnswer(registry, texts).json(action));
        }
    }
}

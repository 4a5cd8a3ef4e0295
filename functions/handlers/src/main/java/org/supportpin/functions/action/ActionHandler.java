package org.supportpin.functions.action;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.IdempotencyKey;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.account.AccountRoutes;
import org.supportpin.functions.action.ActionPlanner.Asked;
import org.supportpin.functions.action.ActionPlanner.Foreseen;
import org.supportpin.functions.action.ActionService.Order;
import org.supportpin.functions.action.ActionService.Outcome;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** A verified caller's actions: lists, previews, executes and looks them up; and the account that they are about. */
public final class ActionHandler implements RequestStreamHandler {

    private final Wiring wiring;

    private final Api api;
    private final ActionRegistry registry;
    private final ActionRequests requests;
    private final ActionPlanner planner;
    private final ActionService service;

    public ActionHandler() {
        this(SnapStart.fromEnvironment(Scenes.ACTION, ActionHandler::new));
    }

    public ActionHandler(Wiring wiring) {
        this.wiring = wiring;
        var module = new ActionModule(wiring);
        registry = module.registry();
        requests = new ActionRequests(registry);
        planner = module.planner();
        service = module.service();
        var gates = new GateRoutes(service, module.gates(), wiring.secrets(), this::shown);
        var approvals = new ApprovalRoutes(
                service, module.gates(), wiring.actions(), wiring.settings().limits(), wiring.clock(), this::reading);
        var undo = new UndoRoutes(module.undo(), this::answered);
        var account = new AccountRoutes(wiring, registry.backOffice());
        api = wiring.api()
                .staff("GET /v1/agent/verifications/{verificationId}/account", "action:execute", account::account)
                .staff(
                        "GET /v1/agent/verifications/{verificationId}/account/zones/{domain}",
                        "action:execute",
                        account::zone)
                .staff("GET /v1/agent/actions", "action:execute", this::catalogue)
                .staff("POST /v1/agent/verifications/{verificationId}/actions", "action:execute", this::execute)
                .staff("POST /v1/agent/verifications/{verificationId}/actions/preview", "action:execute", this::preview)
                .staff(
                        "GET /v1/agent/verifications/{verificationId}/actions/{actionId}",
                        "action:execute",
                        this::lookUp)
                .staff(
                        "POST /v1/agent/verifications/{verificationId}/actions/{actionId}/consent",
                        "action:execute",
                        gates::said)
                .staff(
                        "POST /v1/agent/verifications/{verificationId}/actions/{actionId}/stop",
                        "action:execute",
                        gates::stoppedByAgent)
                .staff("POST /v1/agent/customers/{customerId}/stop", "pin:verify", gates::allStopped)
                .staff("GET /v1/agent/approvals", "action:approve", approvals::list)
                .staff("POST /v1/agent/approvals/{actionId}", "action:approve", approvals::decide)
                .panel("POST /v1/panel/actions/{actionId}/consent", gates::typed)
                .panel("POST /v1/panel/actions/{actionId}/stop", gates::stoppedByCustomer)
                .panel("POST /v1/panel/actions/{actionId}/undo", undo::undo);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response catalogue(Caller.Staff caller, Request request) {
        return Response.json(200, Catalogue.json());
    }

    private Response preview(Caller.Staff caller, Request request) {
        var parsed = request.body(requests.asked());
        var verification = VerificationId.parse(request.path("verificationId"));
        if (verification.isEmpty()) {
            return Parameters.notVerified().response();
        }
        return switch (planner.preview(new Asked(caller.id(), verification.get(), parsed))) {
            case Foreseen foreseen ->
                Response.json(200, PreviewJson.of(parsed.action().name(), foreseen));
            case Denial denial -> ActionAnswer.denied(denial).response();
        };
    }

    private Response execute(Caller.Staff caller, Request request) {
        var key =
                request.header("idempotency-key").map(IdempotencyKey::parse).orElseGet(() -> IdempotencyKey.parse(""));
        var parsed = request.body(key, "Idempotency-Key", requests.askedWith(key));
        var verification = VerificationId.parse(request.path("verificationId"));
        if (verification.isEmpty()) {
            return Parameters.notVerified().response();
        }
        var who = new Asked(caller.id(), verification.get(), parsed);
        return switch (service.execute(new Order(who, Request.valid(key)))) {
            case Outcome.OnRecord(var action) -> {
                try (var texts = wiring.personalTexts(who.customer());
                        var session = wiring.secrets().session()) {
                    yield new ActionAnswer(registry, texts, consents(caller, action, session)).of(action);
                }
            }
            case Denial denial -> ActionAnswer.denied(denial).response();
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
        return id.flatMap(found -> service.find(verification.get(), caller.id(), found))
                .map(action -> service.isHeld(verification.get(), caller.id(), action)
                        ? shownToAgent(caller, action)
                        : Parameters.notVerified().response())
                .orElseGet(() -> Problem.of(404, "not-found", "No such action")
                        .detail("Use an actionId returned for this verification.")
                        .response());
    }

    /** The way to the customer's consent, which only a waiting action has. */
    private ActionAnswer.Consents consents(Caller.Staff caller, ActionRecord action, SecretSession session) {
        if (action.status() != ActionStatus.WAITING) {
            return ActionAnswer.Consents.NOT_TOLD;
        }
        var ledger = wiring.ledgerCommands();
        var snapshot = ledger.read(action.customer());
        return new ConsentJson(caller.id(), session, snapshot, ledger.now(snapshot));
    }

    private Response shownToAgent(Caller.Staff caller, ActionRecord action) {
        try (var texts = wiring.personalTexts(action.customer());
                var session = wiring.secrets().session()) {
            return Response.json(
                    200, new ActionAnswer(registry, texts, consents(caller, action, session)).json(action));
        }
    }

    private <T> T reading(ActionRecord action, Function<TextReader, T> reading) {
        try (var texts = wiring.personalTexts(action.customer())) {
            return reading.apply(texts);
        }
    }

    private Response shown(ActionRecord action) {
        return answered(action, answer -> Response.json(200, answer.json(action)));
    }

    private Response answered(ActionRecord action, Function<ActionAnswer, Response> answer) {
        return reading(action, texts -> answer.apply(new ActionAnswer(registry, texts)));
    }
}

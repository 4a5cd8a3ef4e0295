package org.supportpin.functions.record;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.DataExport;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.history.History;
import org.supportpin.functions.history.Summary;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** What is kept about the customer: the activity in sentences, the calls with their receipts, and a copy of everything. */
public final class RecordHandler implements RequestStreamHandler {

    private final Wiring wiring;
    private final Api api;
    private final History<Recorded> history;
    private final DataExport exports;

    public RecordHandler() {
        this(SnapStart.fromEnvironment(Scenes.RECORD, RecordHandler::new));
    }

    public RecordHandler(Wiring wiring) {
        this.wiring = wiring;
        history = new History<>(wiring.ledger()::history, each -> each.entry().sequence());
        exports = new DataExport(wiring.ledgerCommands(), wiring.ledger());
        var signing = wiring.signing();
        var calls = new CallRoutes(
                signing.callHistory(), wiring::personalTexts, wiring.actions(), signing.statements(), wiring.clock());
        api = wiring.api()
                .panel("GET /v1/panel/activity", this::activity)
                .panel("GET /v1/panel/calls", calls::list)
                .panel("GET /v1/panel/calls/{callId}/receipt", calls::receipt)
                .panel("GET /v1/panel/export", this::export);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response activity(Caller.Customer caller, Request request) {
        try (var texts = wiring.personalTexts(caller.id())) {
            var details = new Details(texts);
            var proposed = new Proposed(caller.id(), texts, wiring.actions());
            return Response.json(
                    200,
                    history.page(caller.id(), request, recorded -> event(recorded.entry(), caller, details, proposed)));
        }
    }

    private static Json event(Entry entry, Caller.Customer caller, Details details, Proposed proposed) {
        var language = caller.languageOr(entry.state().language());
        return Json.object()
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("type", entry.event().type())
                .put("actor", details.of(entry.actor()))
                .put("summary", Summary.of(entry.event(), language))
                .put("details", details(entry.event(), details, proposed))
                .build();
    }

    /** What waited says what it was to change, for it may have been stopped. */
    private static Json details(Event event, Details details, Proposed proposed) {
        var facts = Json.object().putAll(details.of(event));
        if (event instanceof Event.ActionStopped stopped) {
            facts.put("actions", Json.array(stopped.actions(), action -> named(action, proposed)));
        } else if (event instanceof Event.ActionAccepted accepted && accepted.gates() != null) {
            facts.putIfPresent("proposed", proposed.by(accepted.actionId()).orElse(null));
        }
        return facts.build();
    }

    private static Json named(Event.ActionStopped.Named action, Proposed proposed) {
        return Json.object()
                .put("actionId", action.id().value())
                .put("action", action.action().text())
                .putIfPresent("proposed", proposed.by(action.id()).orElse(null))
                .build();
    }

    private Response export(Caller.Customer caller, Request request) {
        if (request.query("cursor").isEmpty()) {
            exports.record(caller.id());
        }
        try (var texts = wiring.personalTexts(caller.id())) {
            return Response.json(
                    200,
                    new ExportJson(texts, wiring.actions())
                            .of(
                                    wiring.ledger().read(caller.id()),
                                    history.page(caller.id(), request, ExportJson.ENTRIES),
                                    wiring.clock().instant()));
        }
    }
}

package org.supportpin.functions.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.AuditReading;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.history.History;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/** For operators: a customer's chain, each entry with its own and the previous hash, and the reports of the rotation audit. */
public final class AuditHandler implements RequestStreamHandler {

    private static final String SCOPE = "audit:read";

    /** Kept because the runtime holds the snapshot hook only weakly. */
    @SuppressWarnings("UnusedVariable")
    private final Wiring wiring;

    private final Api api;
    private final History history;
    private final AuditReading reading;
    private final Reports reports;

    public AuditHandler() {
        this(SnapStart.fromEnvironment(Scenes.AUDIT, AuditHandler::new));
    }

    public AuditHandler(Wiring wiring) {
        this.wiring = wiring;
        history = new History(wiring.ledger());
        reading = new AuditReading(wiring.ledgerCommands(), wiring.ledger());
        reports = new Reports(wiring.rotationReports());
        api = wiring.api()
                .staff("GET /v1/audit/customers/{customerId}/events", SCOPE, this::events)
                .staff("GET /v1/audit/rotation-reports", SCOPE, this::rotationReports);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response events(Caller.Staff caller, Request request) {
        var customer = Parameters.customerId(request);
        var page = history.page(customer, request, AuditHandler::event);
        reading.record(customer, caller.id());
        return Response.json(200, page);
    }

    private Response rotationReports(Caller.Staff caller, Request request) {
        return Response.json(200, reports.page(request));
    }

    private static Json event(Recorded recorded) {
        var entry = recorded.entry();
        return Json.object()
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("type", entry.event().type())
                .put("actor", Details.of(entry.actor()))
                .put("details", Details.of(entry.event()))
                .put("previousHash", entry.previous().hex())
                .put("hash", recorded.hash().hex())
                .build();
    }
}

package org.supportpin.functions.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.customer.AuditReading;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.functions.snapshot.Scenes;

/**
 * For operators: a customer's chain, each entry with its own and the previous hash, to look at or to keep, the reports of the rotation
 * audit, open violations, and actions that need a person.
 */
public final class AuditHandler implements RequestStreamHandler {

    private static final String SCOPE = "audit:read";

    private final Wiring wiring;

    private final Api api;
    private final AuditReading reading;
    private final Reports reports;
    private final SignedRoots roots;
    private final ViolationRoutes violations;
    private final SettlementRoutes settlements;

    public AuditHandler() {
        this(SnapStart.fromEnvironment(Scenes.AUDIT, AuditHandler::new));
    }

    public AuditHandler(Wiring wiring) {
        this.wiring = wiring;
        reading = new AuditReading(wiring.ledgerCommands(), wiring.ledger());
        reports = new Reports(wiring.rotationReports());
        roots = new SignedRoots(wiring.signing().roots());
        violations = new ViolationRoutes(
                wiring.audits().violations(), wiring.audits().resolving());
        settlements = new SettlementRoutes(wiring.actions(), wiring.audits().settling(), wiring::personalTexts);
        api = wiring.api()
                .staff("GET /v1/audit/customers/{customerId}/events", SCOPE, this::events)
                .staff("GET /v1/audit/rotation-reports", SCOPE, this::rotationReports)
                .staff("GET /v1/audit/roots", SCOPE, (_, request) -> Response.json(200, roots.page(request)))
                .staff("GET /v1/audit/violations", SCOPE, (_, request) -> Response.json(200, violations.page(request)))
                .staff("POST /v1/audit/violations/{violationId}/resolution", SCOPE, violations::resolve)
                .staff("GET /v1/audit/actions", SCOPE, (_, request) -> Response.json(200, settlements.page(request)))
                .staff("POST /v1/audit/actions/{actionId}/resolution", SCOPE, settlements::settle);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response events(Caller.Staff caller, Request request) {
        var customer = Parameters.customerId(request);
        var form = ChainForm.of(request);
        var page = page(customer, ChainQuery.of(request, form.limit()));
        if (!reading.record(customer, caller.id())) {
            wiring.log().line().put(Log.Field.OUTCOME, "reading-not-recorded").write();
        }
        return form.response(page);
    }

    private ChainPage page(CustomerId customer, ChainQuery query) {
        try (var texts = wiring.personalTexts(customer)) {
            var details = new Details(texts);
            var store = wiring.auditStore();
            return ChainReader.read(
                    (place, most) -> store.entries(customer, place, most), query, stored -> event(stored, details));
        }
    }

    private Response rotationReports(Caller.Staff caller, Request request) {
        return Response.json(200, reports.page(request));
    }

    /** As stored, also if it was tampered with: the reports of the rotation audit say so. */
    private static Obj event(StoredEntry stored, Details details) {
        var entry = stored.entry();
        var json = Json.object().put("sequence", stored.place());
        if (entry == null) {
            return json.put("type", "unreadable")
                    .put("hash", stored.recorded().hex())
                    .build();
        }
        return json.put("at", entry.at().toString())
                .put("type", entry.event().type())
                .put("actor", details.of(entry.actor()))
                .put("details", details.of(entry.event()))
                .put("previousHash", entry.previous().hex())
                .put("hash", stored.recorded().hex())
                .build();
    }
}

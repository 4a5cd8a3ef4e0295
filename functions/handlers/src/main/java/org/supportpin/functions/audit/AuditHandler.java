package org.supportpin.functions.audit;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.history.History;
import org.supportpin.functions.http.Api;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;
import org.supportpin.json.Json;

/** A customer's audit chain, for operations: each entry with the hash before it and its own. */
public final class AuditHandler implements RequestStreamHandler {

    private final Api api;
    private final History history;

    public AuditHandler() {
        this(Wiring.fromEnvironment());
    }

    public AuditHandler(Wiring wiring) {
        history = new History(wiring.ledger());
        api = wiring.api().staff("GET /v1/audit/customers/{customerId}/events", "audit:read", this::events);
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        api.handle(in, out, context);
    }

    private Response events(Caller.Staff caller, Request request) {
        return Response.json(200, history.page(Parameters.customerId(request), request, AuditHandler::event));
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

package org.supportpin.functions.sms;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.AnnouncedCalls;
import org.supportpin.domain.customer.AnnouncedCalls.Announcing;
import org.supportpin.domain.customer.CallAnnouncement.Outcome;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.identity.CallId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.message.Handover;
import org.supportpin.functions.http.Caller;
import org.supportpin.functions.http.Handovers;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.http.Parameters;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** Calls that agents announce. */
record AnnouncedCallRoutes(AnnouncedCalls calls, Log log) {

    private static final int LONGEST_OBJECT = 80;

    private record Body(
            CustomerId customer,
            CallReason reason,
            @Nullable String object,
            CallReference.Said call) {}

    Response announce(Caller.Staff caller, Request request) {
        Body body = request.body(Read.object(fields -> {
            var customer = fields.required("customerId", Read.text(CustomerId::parse));
            var reason = fields.required("reason", Read.text(text -> WireName.parse(CallReason.values(), text)));
            var object = fields.optional("object", Read.text(text -> Text.line(text, 1, LONGEST_OBJECT)));
            var call = fields.required("callReference", Read.text(CallReference::parse));
            return fields.make(() -> new Body(customer.get(), reason.get(), object.orNull(), call.get()));
        }));
        var announcing = calls.announce(body.customer(), caller.in(body.call()), body.reason(), body.object());
        var at = announcing.performed().at();
        return switch (announcing.performed().outcome()) {
            case Outcome.Announced(var announcement, var _) ->
                Response.json(
                        201,
                        Json.object()
                                .put("callId", new CallId(body.customer(), announcement.key()).text())
                                .put("expiresAt", announcement.until().toString())
                                .put("sms", sms(announcing))
                                .build());
            case Outcome.AnothersStands(var until) -> standing(until, at);
            case Outcome.Refused(var tooMany) ->
                Parameters.tooManyCalls(tooMany, at).response();
            case Outcome.AgentSuspended(var suspension) ->
                Parameters.agentSuspended(suspension, at).response();
            case Outcome.NotActive() -> Parameters.notActivated().response();
        };
    }

    /** Whether an SMS is on its way. The panel shows the call in either case. */
    private String sms(Announcing announcing) {
        var handover = announcing.handover();
        if (handover == null) {
            return "none";
        }
        Handovers.log(log, handover);
        return handover instanceof Handover.Taken ? "sent" : "not-sent";
    }

    private static Response standing(Instant until, Instant now) {
        return Problem.of(409, "call-announced", "Another agent has announced a call")
                .detail(
                        "The customer sees another agent's call. Announce yours at retryAt, or ask the colleague to end theirs.")
                .retryAt(until, now)
                .response();
    }

    Response end(Caller.Staff caller, Request request) {
        request.noBody();
        Optional<CallId> ended = CallId.parse(request.path("callId")).filter(id -> calls.end(id, caller.id()));
        return ended.isPresent()
                ? Response.empty(204)
                : Problem.of(404, "not-found", "No such announced call")
                        .detail("It is over, or another agent announced it.")
                        .response();
    }
}

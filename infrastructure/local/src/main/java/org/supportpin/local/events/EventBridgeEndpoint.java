package org.supportpin.local.events;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;

/**
 * {@code PutEvents} of EventBridge over AWS JSON 1.1. Rules are not applied: {@code GET /local/events} shows the newest thousand events
 * in the form in which a rule's target gets them.
 */
public final class EventBridgeEndpoint implements Service {

    private static final int KEPT = 1000;
    private static final int MOST_ENTRIES = 10;

    private final List<Json> events = new ArrayList<>();

    public void addTo(LocalRoutes routes) {
        routes.add(
                "GET",
                "/local/events",
                _ -> Answer.ok(Json.object().put("events", new Json.Arr(all())).build()));
    }

    private synchronized List<Json> all() {
        return List.copyOf(events);
    }

    private synchronized void keep(Json event) {
        events.add(event);
        if (events.size() > KEPT) {
            events.removeFirst();
        }
    }

    @Override
    public Reply answer(Request request) {
        if (request.header("authorization").isEmpty()) {
            return fault("MissingAuthenticationTokenException");
        }
        if (!request.header("x-amz-target").orElse("").equals("AWSEvents.PutEvents")) {
            return fault("UnknownOperationException");
        }
        try {
            var entries = JsonText.read(request.body().text()).path("Entries").items();
            if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
                return fault("ValidationException");
            }
            return put(entries);
        } catch (MalformedJson e) {
            return fault("SerializationException");
        }
    }

    private Reply put(List<Json> entries) {
        int failed = 0;
        var results = new ArrayList<Json>();
        for (var entry : entries) {
            var id = UUID.randomUUID().toString();
            var event = event(id, entry);
            if (event.has("fault")) {
                failed++;
                results.add(Json.object()
                        .put("ErrorCode", event.path("fault"))
                        .put("ErrorMessage", "not accepted")
                        .build());
            } else {
                keep(event);
                results.add(Json.object().put("EventId", id).build());
            }
        }
        return reply(200, Json.object().put("FailedEntryCount", failed).put("Entries", new Json.Arr(results)));
    }

    private static Json event(String id, Json entry) {
        var source = entry.path("Source").asText();
        var type = entry.path("DetailType").asText();
        try {
            var detail = JsonText.read(entry.path("Detail").asText());
            if (detail instanceof Json.Obj && !source.isEmpty() && !source.startsWith("aws.") && !type.isEmpty()) {
                return Json.object()
                        .put("version", "0")
                        .put("id", id)
                        .put("bus", entry.path("EventBusName"))
                        .put("source", source)
                        .put("detail-type", type)
                        .put("detail", detail)
                        .build();
            }
            return Json.object().put("fault", "InvalidArgument").build();
        } catch (MalformedJson e) {
            return Json.object().put("fault", "MalformedDetail").build();
        }
    }

    private static Reply fault(String code) {
        return reply(400, Json.object().put("__type", code));
    }

    private static Reply reply(int status, Json.Builder body) {
        return Reply.text(status, "application/x-amz-json-1.1", JsonText.write(body.build()))
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }
}

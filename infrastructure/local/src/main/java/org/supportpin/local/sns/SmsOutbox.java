package org.supportpin.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.json.Json;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;

/** The telephones of the local stack: every text message that was sent, oldest first, one JSON line each on disk. */
public final class SmsOutbox {

    private static final String FILE = "sms.jsonl";

    private final DataFolder data;
    private final Clock clock;
    private final List<Sms> messages = new ArrayList<>();

    private SmsOutbox(DataFolder data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    public static SmsOutbox open(DataFolder data, Clock clock) {
        var outbox = new SmsOutbox(data, clock);
        try {
            data.read(FILE).stream()
                    .flatMap(String::lines)
                    .map(line -> sms(Json.read(line)))
                    .forEach(outbox.messages::add);
        } catch (Json.NotJson | IllegalArgumentException | DateTimeException e) {
            throw new CannotStart("The file " + data.path().resolve(FILE) + " is damaged; mend it, or delete it.", e);
        }
        return outbox;
    }

    /** {@code GET /local/sms}. */
    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/sms", call -> {
            var list = Json.array();
            messages().forEach(sms -> list.add(json(sms)));
            return Answer.ok(Json.object().set("messages", list));
        });
    }

    synchronized void send(String to, String text, @Nullable String senderId) {
        var sms = new Sms(to, text, senderId, clock.instant());
        data.append(FILE, json(sms).toString());
        messages.add(sms);
    }

    public synchronized List<Sms> messages() {
        return List.copyOf(messages);
    }

    private static ObjectNode json(Sms sms) {
        return Json.object()
                .put("to", sms.to())
                .put("text", sms.text())
                .put("senderId", sms.senderId())
                .put("sentAt", sms.sentAt().toString());
    }

    private static Sms sms(JsonNode json) {
        return new Sms(
                json.required("to").asText(),
                json.required("text").asText(),
                json.path("senderId").textValue(),
                Instant.parse(json.required("sentAt").asText()));
    }
}

package org.supportpin.local.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.json.Json;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;

/** Every mail that was handed to SES, oldest first, one JSON line each on disk. */
public final class MailOutbox {

    private static final String FILE = "mail.jsonl";

    private final DataFolder data;
    private final Clock clock;
    private final List<JsonNode> messages = new ArrayList<>();

    private MailOutbox(DataFolder data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    public static MailOutbox open(DataFolder data, Clock clock) {
        var outbox = new MailOutbox(data, clock);
        try {
            data.read(FILE).stream().flatMap(String::lines).map(Json::read).forEach(outbox.messages::add);
        } catch (Json.NotJson e) {
            throw new CannotStart("The file " + data.path().resolve(FILE) + " is damaged; mend it, or delete it.", e);
        }
        return outbox;
    }

    /** {@code GET /local/mail}. */
    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/mail", call -> {
            var list = Json.array();
            messages().forEach(list::add);
            return Answer.ok(Json.object().set("messages", list));
        });
    }

    synchronized void send(ObjectNode mail) {
        mail.put("sentAt", clock.instant().toString());
        data.append(FILE, mail.toString());
        messages.add(mail);
    }

    public synchronized List<JsonNode> messages() {
        return List.copyOf(messages);
    }
}

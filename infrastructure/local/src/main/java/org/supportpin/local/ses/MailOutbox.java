package org.supportpin.local.ses;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;

/** Every mail that was handed to SES, oldest first, one JSON line each on disk. */
public final class MailOutbox {

    private static final String FILE = "mail.jsonl";

    private final DataFolder data;
    private final Clock clock;
    private final List<Json> messages = new ArrayList<>();

    private MailOutbox(DataFolder data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    public static MailOutbox open(DataFolder data, Clock clock) {
        var outbox = new MailOutbox(data, clock);
        try {
            data.read(FILE).stream()
                    .flatMap(String::lines)
                    .map(JsonText::readOwn)
                    .forEach(outbox.messages::add);
        } catch (IllegalStateException e) {
            throw new CannotStart("The file " + data.path().resolve(FILE) + " is damaged; mend it, or delete it.", e);
        }
        return outbox;
    }

    /** {@code GET /local/mail}. */
    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/mail", call -> {
            return Answer.ok(Json.object()
                    .put("messages", Json.array(messages(), mail -> mail))
                    .build());
        });
    }

    synchronized void send(Json.Builder mail) {
        var sent = mail.put("sentAt", clock.instant().toString()).build();
        data.append(FILE, JsonText.write(sent));
        messages.add(sent);
    }

    public synchronized List<Json> messages() {
        return List.copyOf(messages);
    }
}

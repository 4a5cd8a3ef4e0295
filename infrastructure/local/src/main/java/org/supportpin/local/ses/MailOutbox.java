package org.supportpin.local.ses;

import java.time.Clock;
import java.util.List;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.Checked;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;
import org.supportpin.local.store.JsonLines;

/** All mails sent through SES, oldest first. */
public record MailOutbox(JsonLines<Json> mails, Clock clock) {

    public static MailOutbox open(DataFolder data, Clock clock) {
        return new MailOutbox(new JsonLines<>(data, "mail.jsonl", Codec.of(mail -> mail, Checked::valid)), clock);
    }

    /** {@code GET /local/mail}. */
    public void addTo(LocalRoutes routes) {
        routes.add(
                "GET",
                "/local/mail",
                call -> Answer.ok(Json.object()
                        .put("messages", Json.array(messages(), mail -> mail))
                        .build()));
    }

    void send(Json.Builder mail) {
        mails.add(mail.put("sentAt", clock.instant().toString()).build());
    }

    public List<Json> messages() {
        return mails.all();
    }
}

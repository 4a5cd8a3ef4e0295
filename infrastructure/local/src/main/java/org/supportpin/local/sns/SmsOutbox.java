package org.supportpin.local.sns;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;
import org.supportpin.local.store.JsonLines;

/** All text messages sent, oldest first. */
public record SmsOutbox(JsonLines<Sms> sent, Clock clock) {

    private static final ObjectCodec<Sms> JSON = members -> {
        var to = members.required("to", Codec.string(), Sms::to);
        var text = members.required("text", Codec.string(), Sms::text);
        var senderId = members.nullable("senderId", Codec.string(), Sms::senderId);
        var sentAt = members.required("sentAt", Texts.INSTANT, Sms::sentAt);
        return members.make(() -> new Sms(to.get(), text.get(), senderId.orNull(), sentAt.get()));
    };

    public static SmsOutbox open(DataFolder data, Clock clock) {
        return new SmsOutbox(new JsonLines<>(data, "sms.jsonl", JSON), clock);
    }

    /** {@code GET /local/sms}. */
    public void addTo(LocalRoutes routes) {
        routes.add(
                "GET",
                "/local/sms",
                call -> Answer.ok(Json.object()
                        .put("messages", Json.array(messages(), JSON::write))
                        .build()));
    }

    void send(String to, String text, @Nullable String senderId) {
        sent.add(new Sms(to, text, senderId, clock.instant()));
    }

    public List<Sms> messages() {
        return sent.all();
    }
}

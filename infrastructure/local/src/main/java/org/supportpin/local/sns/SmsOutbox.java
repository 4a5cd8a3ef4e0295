package org.supportpin.local.sns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;

/** The telephones of the local stack: every text message that was sent, oldest first, one JSON line each on disk. */
public final class SmsOutbox {

    private static final String FILE = "sms.jsonl";

    private static final ObjectCodec<Sms> JSON = members -> {
        var to = members.required("to", Codec.string(), Sms::to);
        var text = members.required("text", Codec.string(), Sms::text);
        var senderId = members.nullable("senderId", Codec.string(), Sms::senderId);
        var sentAt = members.required("sentAt", Texts.INSTANT, Sms::sentAt);
        return members.make(() -> new Sms(to.get(), text.get(), senderId.orNull(), sentAt.get()));
    };

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
                    .map(line -> JSON.from(JsonText.readOwn(line)).orThrow())
                    .forEach(outbox.messages::add);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new CannotStart("The file " + data.path().resolve(FILE) + " is damaged; mend it, or delete it.", e);
        }
        return outbox;
    }

    /** {@code GET /local/sms}. */
    public void addTo(LocalRoutes routes) {
        routes.add("GET", "/local/sms", call -> {
            return Answer.ok(Json.object()
                    .put("messages", Json.array(messages(), JSON::write))
                    .build());
        });
    }

    synchronized void send(String to, String text, @Nullable String senderId) {
        var sms = new Sms(to, text, senderId, clock.instant());
        data.append(FILE, JsonText.write(JSON.write(sms)));
        messages.add(sms);
    }

    public synchronized List<Sms> messages() {
        return List.copyOf(messages);
    }
}

package org.supportpin.backoffice.webhook;

import java.time.Instant;
import java.util.Map;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;

/** Posts a body to the hosting company's system, signed as Standard Webhooks has it. */
public final class SignedPost {

    private final WebhookSettings settings;
    private final SecretStore secrets;
    private final HttpCaller http;

    public SignedPost(WebhookSettings settings, SecretStore secrets, Timeouts patience) {
        this.settings = settings;
        this.secrets = secrets;
        this.http = new HttpCaller(settings.endpoint(), patience);
    }

    /**
     * Sends a body once.
     *
     * @param id without a full stop, which separates it from what else is signed; the same whenever the same thing is sent
     * @param at now, by real time, because the receiver compares it with its own clock
     */
    public Reply<HttpAnswer> send(String id, Instant at, Json body) {
        var content = Content.of(JsonText.write(body));
        try {
            var keys = settings.secrets().stream().map(secrets::open).toList();
            var headers = Map.of(
                    "Content-Type",
                    "application/json",
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    Long.toString(at.getEpochSecond()),
                    "webhook-signature",
                    Signature.of(id, at, content, keys));
            return http.send("POST", "", headers, content);
        } catch (SecretUnavailable e) {
            return new Reply.NotSent<>("the webhook secret is not available");
        }
    }
}

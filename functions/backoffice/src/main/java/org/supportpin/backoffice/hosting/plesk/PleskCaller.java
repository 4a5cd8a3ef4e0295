package org.supportpin.backoffice.hosting.plesk;

import java.util.Map;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;

/** Posts to the APIs of a Plesk server, which share one key. */
final class PleskCaller {

    private final PleskSettings settings;
    private final SecretStore secrets;
    private final HttpCaller http;

    PleskCaller(PleskSettings settings, SecretStore secrets, Timeouts patience) {
        this.settings = settings;
        this.secrets = secrets;
        this.http = new HttpCaller(settings.endpoint(), patience);
    }

    /**
     * The content of an answer with status 200; {@link Reply.NotSent} also if the server rejects the key, {@link Reply.Lost} for any
     * other status.
     *
     * @param keyHeader the header in which the API expects the key
     */
    Reply<Content> post(String path, String keyHeader, String contentType, Content content) {
        String key;
        try {
            key = secrets.open(settings.secretKey()).reveal();
        } catch (SecretUnavailable e) {
            return new Reply.NotSent<>("the secret key is not available");
        }
        return http.send("POST", path, Map.of(keyHeader, key, "Content-Type", contentType), content)
                .then(answer -> switch (answer.status()) {
                    case 200 -> new Reply.Answered<>(answer.content());
                    case 401, 403 -> new Reply.NotSent<>("Plesk rejected the key");
                    default -> new Reply.Lost<>("an unexpected status");
                });
    }
}

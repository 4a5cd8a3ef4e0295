package org.supportpin.backoffice.hosting.plesk;

import java.util.Map;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.HttpCaller;
import org.supportpin.backoffice.http.Reply;
import org.supportpin.backoffice.http.Reply.Answered;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;

/** Posts to either API of a Plesk server, with its one key. */
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
     * What the server says; {@link Reply.NotSent} too where it does not let us in, and {@link Reply.Lost} for any status but 200.
     *
     * @param keyHeader the header that the API takes the key in
     */
    Reply post(String path, String keyHeader, String contentType, Content content) {
        String key;
        try {
            key = secrets.open(settings.secretKey()).reveal();
        } catch (SecretUnavailable e) {
            return new Reply.NotSent("the secret key cannot be had");
        }
        return switch (http.send("POST", path, Map.of(keyHeader, key, "Content-Type", contentType), content)) {
            case Answered answered ->
                switch (answered.status()) {
                    case 200 -> answered;
                    case 401, 403 -> new Reply.NotSent("Plesk did not let us in");
                    default -> new Reply.Lost("an answer that is none");
                };
            case Reply other -> other;
        };
    }
}

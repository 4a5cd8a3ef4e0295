package org.supportpin.backoffice.webhook;

import java.util.List;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Fault;

/**
 * Where the hosting company's system is, and how requests to it are signed.
 *
 * @param secrets one, or two during a key rotation: every request is signed with each
 */
public record WebhookSettings(Endpoint endpoint, List<SecretReference> secrets) {

    public WebhookSettings {
        secrets = List.copyOf(secrets);
    }

    public static final Read<WebhookSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var secrets = fields.required("secrets", Read.list(SecretReference.READ, 1, 2));
        if (endpoint.networkOrNull() == Network.PRIVATE) {
            fields.fault(new Fault("/network", "A webhook must have a public address; use public or loopback."));
        }
        return fields.make(() -> new WebhookSettings(endpoint.get(), secrets.get()));
    });
}

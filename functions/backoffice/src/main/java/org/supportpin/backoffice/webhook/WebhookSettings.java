package org.supportpin.backoffice.webhook;

import java.util.List;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Fault;

/**
 * Where the hoster's system is, and what signs what is sent there.
 *
 * @param secrets one, or while keys are exchanged two: every request bears a signature by each
 */
public record WebhookSettings(Endpoint endpoint, List<SecretReference> secrets) {

    public WebhookSettings {
        secrets = List.copyOf(secrets);
    }

    public static final Read<WebhookSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var secrets = fields.required("secrets", Read.list(SecretReference.READ, 1, 2));
        if (endpoint.networkOrNull() == Network.PRIVATE) {
            fields.fault(new Fault("/network", "A webhook goes to a public address; give public, or loopback."));
        }
        return fields.make(() -> new WebhookSettings(endpoint.get(), secrets.get()));
    });
}

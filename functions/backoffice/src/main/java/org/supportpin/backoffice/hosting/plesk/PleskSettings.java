package org.supportpin.backoffice.hosting.plesk;

import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;

/**
 * A Plesk server and its key.
 *
 * @param secretKey of the XML and REST APIs, created with {@code plesk bin secret_key}
 * @param fail2ban whether the server bans addresses with Fail2Ban
 */
public record PleskSettings(Endpoint endpoint, SecretReference secretKey, boolean fail2ban) {

    public static final Read<PleskSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var secretKey = fields.required("secretKey", SecretReference.READ);
        var fail2ban = fields.optional("fail2ban", Read.bool());
        return fields.make(() -> new PleskSettings(endpoint.get(), secretKey.get(), fail2ban.orElse(true)));
    });
}

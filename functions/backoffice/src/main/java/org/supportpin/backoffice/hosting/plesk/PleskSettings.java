package org.supportpin.backoffice.hosting.plesk;

import java.util.Objects;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;

/**
 * Where a Plesk server is, and what opens it.
 *
 * @param secretKey of the XML and REST APIs, made by {@code plesk bin secret_key}
 * @param fail2ban whether the server keeps addresses out by Fail2Ban
 */
public record PleskSettings(Endpoint endpoint, SecretReference secretKey, boolean fail2ban) {

    public static final Read<PleskSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var secretKey = fields.required("secretKey", SecretReference.READ);
        var fail2ban = fields.optional("fail2ban", Read.bool());
        return fields.make(() -> new PleskSettings(
                endpoint.get(), secretKey.get(), Objects.requireNonNullElse(fail2ban.orNull(), true)));
    });
}

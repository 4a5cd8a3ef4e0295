package org.supportpin.backoffice.hosting.plesk;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.billing.whmcs.WhmcsAccess;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;

/**
 * A Plesk server and its key.
 *
 * @param secretKey of the XML and REST APIs, created with {@code plesk bin secret_key}
 * @param whmcs whose module wrote the external ids of Plesk's customers; null if they are the panel's customer ids
 * @param fail2ban whether the server bans addresses with Fail2Ban
 */
public record PleskSettings(
        Endpoint endpoint,
        SecretReference secretKey,
        @Nullable WhmcsAccess whmcs,
        boolean fail2ban) {

    public static final Read<PleskSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var secretKey = fields.required("secretKey", SecretReference.READ);
        var whmcs = fields.optional("whmcs", WhmcsAccess.READ);
        var fail2ban = fields.optional("fail2ban", Read.bool());
        return fields.make(
                () -> new PleskSettings(endpoint.get(), secretKey.get(), whmcs.orNull(), fail2ban.orElse(true)));
    });
}

package org.supportpin.backoffice.dns.powerdns;

import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;

/**
 * A PowerDNS server and its API key.
 *
 * @param server its {@code server_id}
 */
public record PowerDnsSettings(Endpoint endpoint, String server, SecretReference apiKey) {

    public static final Read<PowerDnsSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var server = fields.optional(
                "server", Read.matching("[A-Za-z0-9._-]{1,100}", "Enter the server_id, for example localhost."));
        var apiKey = fields.required("apiKey", SecretReference.READ);
        return fields.make(() -> new PowerDnsSettings(endpoint.get(), server.orElse("localhost"), apiKey.get()));
    });
}

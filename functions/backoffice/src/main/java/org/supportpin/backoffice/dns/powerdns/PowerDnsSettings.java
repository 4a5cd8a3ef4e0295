package org.supportpin.backoffice.dns.powerdns;

import java.util.Objects;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.domain.check.Checked;

/**
 * Where a PowerDNS server is, and what opens it.
 *
 * @param server its {@code server_id}
 */
public record PowerDnsSettings(Endpoint endpoint, String server, SecretReference apiKey) {

    public static final Read<PowerDnsSettings> READ = Read.object(fields -> {
        var endpoint = Endpoint.in(fields);
        var server = fields.optional("server", Read.text(PowerDnsSettings::server));
        var apiKey = fields.required("apiKey", SecretReference.READ);
        return fields.make(() -> new PowerDnsSettings(
                endpoint.get(), Objects.requireNonNullElse(server.orNull(), "localhost"), apiKey.get()));
    });

    private static Checked<String> server(String text) {
        return text.matches("[A-Za-z0-9._-]{1,100}")
                ? Checked.valid(text)
                : Checked.faulty("Give the server_id, such as localhost.");
    }
}

package org.supportpin.backoffice.registrar;

import java.util.List;
import java.util.Objects;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.Nameservers;

/** Nameservers as JSON: a list of {@code {host, addresses}}, the addresses only where there are any. */
public final class NameserversJson {

    private static final int MOST = 1000;

    private static final Read<Nameserver> SERVER = Read.object(fields -> {
        var host = fields.required("host", Read.text(DomainName::parse));
        var addresses = fields.optional("addresses", Read.list(Read.text(IpAddress::parse), 1, MOST));
        return fields.make(() -> new Nameserver(host.get(), Objects.requireNonNullElse(addresses.orNull(), List.of())));
    });

    private NameserversJson() {}

    public static Json write(Nameservers nameservers) {
        return Json.array(nameservers.servers(), NameserversJson::server);
    }

    /** What {@link #write} gave. */
    public static final Read<Nameservers> READ =
            json -> Read.list(SERVER, 0, MOST).from(json).map(Nameservers::new);

    private static Json server(Nameserver server) {
        return Json.object()
                .put("host", server.host().ascii())
                .putIfPresent(
                        "addresses",
                        server.addresses().isEmpty()
                                ? null
                                : Json.array(server.addresses(), address -> Json.of(address.text())))
                .build();
    }
}

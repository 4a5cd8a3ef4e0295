package org.supportpin.domain.registrar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.IpAddress;

/**
 * A requested nameserver before it is checked.
 *
 * @param host null if none was given
 * @param addresses null if none were given
 */
public record RawNameserver(@Nullable String host, @Nullable List<String> addresses) {

    static RawNameserver of(Nameserver server) {
        return new RawNameserver(
                server.host().ascii(),
                server.addresses().isEmpty()
                        ? null
                        : server.addresses().stream().map(IpAddress::text).toList());
    }
}

package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;

/**
 * A nameserver of a domain, as the registry has it.
 *
 * @param addresses glue (RFC 9499 §7): for a host at or below the domain that it serves, which could not be found otherwise
 */
public record Nameserver(DomainName host, List<IpAddress> addresses) {

    public Nameserver {
        addresses = List.copyOf(addresses);
    }

    /** Whether it is the same server with the same addresses in any order. */
    boolean isSameAs(Nameserver other) {
        return host.equals(other.host) && Set.copyOf(addresses).equals(Set.copyOf(other.addresses));
    }

    /** For display: the host, with its glue in brackets. */
    String shown() {
        return addresses.isEmpty()
                ? host.ascii()
                : addresses.stream().map(IpAddress::text).collect(Collectors.joining(" ", host.ascii() + " [", "]"));
    }
}

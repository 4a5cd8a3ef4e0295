package org.supportpin.domain.registrar;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.name.DomainName;

/**
 * The nameservers of a domain, in the order that somebody gave them. What a registry has need not be what could be asked for.
 *
 * @param servers each host once
 */
public record Nameservers(List<Nameserver> servers) {

    public Nameservers {
        servers = List.copyOf(servers);
        var hosts = new HashSet<DomainName>();
        if (!servers.stream().allMatch(server -> hosts.add(server.host()))) {
            throw new IllegalArgumentException("a nameserver twice");
        }
    }

    /**
     * Judges nameservers that somebody asks for: 2 to 13, each host once, with 1 to 13 public addresses exactly where the host lies
     * at or below the domain.
     *
     * @param domain null where what was given is none: then everything is judged that does not need it
     * @return every fault, at its pointer in the list
     */
    public static Checked<Nameservers> parse(@Nullable DomainName domain, List<RawNameserver> raw) {
        return new NameserversCheck(domain).check(raw);
    }

    /** As {@link #parse}, of what was parsed already. */
    public List<Fault> faultsFor(DomainName domain) {
        return parse(domain, servers.stream().map(RawNameserver::of).toList())
                        instanceof Checked.Faulty<Nameservers>(var faults)
                ? faults
                : List.of();
    }

    /** Whether a registry would see no difference: order, of hosts or of addresses, means nothing to it. */
    public boolean isSameAs(Nameservers other) {
        return servers.size() == other.servers.size()
                && servers.stream().allMatch(mine -> other.servers.stream().anyMatch(mine::isSameAs));
    }

    /** For people, in one line. */
    public String told() {
        return servers.stream().map(Nameserver::told).collect(Collectors.joining(", "));
    }
}

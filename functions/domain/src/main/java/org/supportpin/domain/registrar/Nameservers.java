package org.supportpin.domain.registrar;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.name.DomainName;

/**
 * The nameservers of a domain, in the given order. Those at a registry need not satisfy the rules for a request.
 *
 * @param servers without duplicate hosts
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
     * Checks requested nameservers: 2 to 13 different hosts, with 1 to 13 public addresses if, and only if, the host is at or
     * below the domain.
     *
     * @param domain null if it is not valid; then only what does not need it is checked
     * @return the nameservers, or every fault with its pointer in the list
     */
    public static Checked<Nameservers> parse(@Nullable DomainName domain, List<RawNameserver> raw) {
        return new NameserversCheck(domain).check(raw);
    }

    /** Like {@link #parse}, for nameservers that are already parsed. */
    public List<Fault> faultsFor(DomainName domain) {
        return parse(domain, servers.stream().map(RawNameserver::of).toList())
                        instanceof Checked.Faulty<Nameservers>(var faults)
                ? faults
                : List.of();
    }

    /** Whether a registry would see no difference. The order of hosts and addresses does not matter. */
    public boolean isSameAs(Nameservers other) {
        return servers.size() == other.servers.size()
                && servers.stream().allMatch(mine -> other.servers.stream().anyMatch(mine::isSameAs));
    }

    /** For display, in one line. */
    public String shown() {
        return servers.stream().map(Nameserver::shown).collect(Collectors.joining(", "));
    }
}

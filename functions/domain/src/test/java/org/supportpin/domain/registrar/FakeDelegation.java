package org.supportpin.domain.registrar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ServedZone.MailHost;

/** Nameservers that all serve the same zone, unless a test says otherwise. */
public final class FakeDelegation implements DelegationProbe {

    public static final ServedZone ZONE = new ServedZone(
            Set.of("195.251.255.1"),
            Set.of("195.251.255.1"),
            Set.of(inZone("mail.papadopoulou.gr", "195.251.255.2")),
            Set.of());

    private final Map<DomainName, List<Reply>> others = new HashMap<>();
    public final List<List<DomainName>> asked = new ArrayList<>();
    public boolean hasNoTime;

    /** Where mail goes, of domains other than those that take it themselves; empty for one of which nobody knows. */
    public final Map<DomainName, Set<DnsName>> mailHosts = new HashMap<>();

    static MailHost inZone(String host, String... addresses) {
        return new MailHost(host, true, Set.of(addresses));
    }

    static MailHost elsewhere(String host) {
        return new MailHost(host, false, Set.of());
    }

    static Reply serving(ServedZone zone) {
        return new Reply.Serving(zone);
    }

    /** From now on the host answers so, once from each of its addresses. */
    public FakeDelegation with(String host, Reply... replies) {
        others.put(new DomainName(host), List.of(replies));
        return this;
    }

    /** From now on the hosts serve the zone so. */
    FakeDelegation with(ServedZone zone, String... hosts) {
        Stream.of(hosts).forEach(host -> with(host, serving(zone)));
        return this;
    }

    @Override
    public List<ProbedNameserver> ask(DomainName zone, List<Nameserver> servers) {
        if (hasNoTime) {
            throw new BackOfficeUnavailable("nameservers.ask");
        }
        var hosts = servers.stream().map(Nameserver::host).toList();
        asked.add(hosts);
        return hosts.stream()
                .map(host -> new ProbedNameserver(host, others.getOrDefault(host, List.of(serving(ZONE)))))
                .toList();
    }

    @Override
    public Optional<Set<DnsName>> mailHosts(DomainName domain) {
        return Optional.of(mailHosts.getOrDefault(domain, Set.of(domain.dnsName())))
                .filter(hosts -> !hosts.isEmpty());
    }
}

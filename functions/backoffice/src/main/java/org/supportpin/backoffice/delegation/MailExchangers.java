package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.name.DnsName;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The hosts on which a domain's mail depends, by the answers of a resolver. */
record MailExchangers(Resolvers resolvers) {

    /** Mail systems have a handful; more would take too long to ask for. */
    private static final int MOST = 16;

    /** With the root: the servers of a top-level domain are nobody's of whom the question is. */
    private static final int TOP_LEVEL = 2;

    /**
     * The targets of its MX records, or without any the domain itself; the targets of the aliases on the way; and the nameservers of
     * the zones that all of these are in. Whoever has one of them has the mail.
     *
     * @return empty if the domain takes no mail, has too many hosts, or one whose name cannot be read
     * @throws IOException if no resolver answers
     */
    Optional<Set<DnsName>> of(Name domain) throws IOException {
        var answer = resolvers.ask(domain, Type.MX);
        if (answer.getRcode() == Rcode.NXDOMAIN) {
            return Optional.empty();
        }
        var targets = targets(answer, domain);
        if (targets.size() > MOST) {
            return Optional.empty();
        }
        var names = new HashSet<>(targets);
        var asked = new HashSet<Name>();
        names.addAll(nameservers(domain, asked));
        for (var target : targets) {
            names.addAll(nameservers(target, asked));
        }
        return read(names);
    }

    private static Optional<Set<DnsName>> read(Set<Name> names) {
        var hosts = new HashSet<DnsName>();
        for (var name : names) {
            if (!(DnsName.inZone(name.toString(true)) instanceof Checked.Valid<DnsName>(var host))) {
                return Optional.empty();
            }
            hosts.add(host);
        }
        return Optional.of(hosts);
    }

    private static Set<Name> targets(Message answer, Name domain) {
        var targets = new HashSet<Name>();
        var hasExchangers = false;
        for (Record each : answer.getSection(Section.ANSWER)) {
            switch (each) {
                case MXRecord exchanger -> {
                    hasExchangers = true;
                    targets.add(exchanger.getTarget());
                }
                case CNAMERecord alias -> targets.add(alias.getTarget());
                default -> {
                    // Nothing that mail goes by.
                }
            }
        }
        if (!hasExchangers) {
            targets.add(domain);
        }
        return targets;
    }

    /**
     * Those of the zone that a name is in, which is the nearest name above it that has some.
     *
     * @param asked names of which they are known already; each that is asked for is added
     */
    private Set<Name> nameservers(Name name, Set<Name> asked) throws IOException {
        for (var each = name; each.labels() > TOP_LEVEL && asked.add(each); ) {
            var answer = resolvers.ask(each, Type.NS);
            var servers = answer.getSection(Section.ANSWER).stream()
                    .flatMap(record ->
                            record instanceof NSRecord server ? Stream.of(server.getTarget()) : Stream.empty())
                    .collect(Collectors.toSet());
            if (!servers.isEmpty()) {
                return servers;
            }
            each = above(each, answer);
        }
        return Set.of();
    }

    /** The zone that the answer names (RFC 2308), or the next name above. */
    private static Name above(Name name, Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.SOA)
                .map(Record::getName)
                .filter(zone -> name.subdomain(zone) && !name.equals(zone))
                .findFirst()
                .orElseGet(() -> new Name(name, 1));
    }
}

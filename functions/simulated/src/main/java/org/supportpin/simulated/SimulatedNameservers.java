package org.supportpin.simulated;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.DelegationProbe;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.ProbedNameserver;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ServedZone;
import org.supportpin.domain.registrar.ServedZone.MailHost;
import org.supportpin.domain.registrar.ZoneKey;
import org.supportpin.simulated.Documents.Kind;

/**
 * {@link DelegationProbe} of the simulated back office. Any nameserver serves every domain as it is hosted here, without keys, unless
 * it has a document that says otherwise. An injected {@code timeout} silences all that are asked; any other fault makes them lame.
 */
record SimulatedNameservers(Documents documents, Faults faults) implements DelegationProbe {

    /** What a nameserver answers. */
    enum Answers implements WireName {
        NOTHING,
        OTHER_DOMAINS_ONLY,
        EMPTY_ZONES,
        HOSTED_ZONES
    }

    /** A key that a nameserver serves in one zone. */
    record HeldKey(DomainName zone, ZoneKey key) {}

    /** A nameserver that is not like any other. */
    record Server(DomainName host, Answers answers, List<HeldKey> keys) {

        Server {
            keys = List.copyOf(keys);
        }
    }

    private static final ObjectCodec<HeldKey> KEY = members -> {
        var zone = members.required("zone", Texts.DOMAIN_NAME, HeldKey::zone);
        var flags = members.required(
                "flags", Codec.integer(0, 0xFFFF), held -> held.key().flags());
        var protocol = members.required(
                "protocol", Codec.integer(0, 0xFF), held -> held.key().protocol());
        var algorithm = members.required(
                "algorithm", Codec.integer(0, 0xFF), held -> held.key().algorithm());
        var key =
                members.required("publicKey", Codec.string(), held -> held.key().publicKey());
        return members.make(
                () -> new HeldKey(zone.get(), new ZoneKey(flags.get(), protocol.get(), algorithm.get(), key.get())));
    };

    static final ObjectCodec<Server> SERVER = members -> {
        var host = members.required("host", Texts.DOMAIN_NAME, Server::host);
        var answers = members.required("answers", Codec.oneOf(Answers.values()), Server::answers);
        var keys = members.required("keys", KEY.list(0, Integer.MAX_VALUE), Server::keys);
        return members.make(() -> new Server(host.get(), answers.get(), keys.get()));
    };

    @Override
    public List<ProbedNameserver> ask(DomainName zone, List<Nameserver> servers) {
        var fault = faults.next(Operation.NAMESERVERS_ASK);
        var hosted = hosted(zone).orElse(null);
        return servers.stream()
                .map(server -> server(server.host()))
                .map(server -> new ProbedNameserver(
                        server.host(),
                        List.of(fault.map(SimulatedNameservers::struck).orElseGet(() -> reply(server, zone, hosted)))))
                .toList();
    }

    /** A domain that is hosted here has its zone's MX records; any other takes its mail itself. Any fault is no answer. */
    @Override
    public Optional<Set<DnsName>> mailHosts(DomainName domain) {
        if (faults.next(Operation.MAIL_HOSTS).isPresent()) {
            return Optional.empty();
        }
        var hosts = hosted(domain).stream()
                .flatMap(zone -> new SimulatedZone(zone).served(Set.of()).mail().stream())
                .map(MailHost::host)
                .toList();
        if (hosts.isEmpty()) {
            return Optional.of(Set.of(domain.dnsName()));
        }
        return hosts.contains("")
                ? Optional.empty()
                : Optional.of(hosts.stream().map(DnsName::new).collect(Collectors.toSet()));
    }

    private Optional<Zone> hosted(DomainName zone) {
        return documents
                .find(Kind.ZONES, zone.ascii())
                .map(found -> DnsJson.ZONE.from(found.body()).orThrow());
    }

    private Server server(DomainName host) {
        return documents
                .find(Kind.NAMESERVERS, host.ascii())
                .map(found -> SERVER.from(found.body()).orThrow())
                .orElseGet(() -> new Server(host, Answers.HOSTED_ZONES, List.of()));
    }

    private static Reply struck(Fault fault) {
        return switch (fault) {
            case TIMEOUT -> new Reply.Silent();
            case ERROR, REFUSE -> new Reply.NotAuthoritative();
        };
    }

    private static Reply reply(Server server, DomainName zone, @Nullable Zone hosted) {
        var keys = server.keys().stream()
                .filter(held -> held.zone().equals(zone))
                .map(HeldKey::key)
                .collect(Collectors.toSet());
        return switch (server.answers()) {
            case NOTHING -> new Reply.Silent();
            case OTHER_DOMAINS_ONLY -> new Reply.NotAuthoritative();
            case EMPTY_ZONES -> new Reply.Serving(new ServedZone(Set.of(), Set.of(), Set.of(), keys));
            case HOSTED_ZONES ->
                new Reply.Serving(
                        hosted == null
                                ? new ServedZone(Set.of(), Set.of(), Set.of(), keys)
                                : new SimulatedZone(hosted).served(keys));
        };
    }
}

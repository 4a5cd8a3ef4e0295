package org.supportpin.backoffice.delegation;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.ProbedNameserver;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * A small Internet on the loopback interface: servers at public addresses, each at a port of this machine, and the resolver that knows
 * their names.
 */
final class World implements AutoCloseable {

    static final DomainName ZONE = new DomainName("example.gr");
    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final String MAPPED = "::ffff:";

    private final List<StubServer> servers = new ArrayList<>();
    private final Map<InetAddress, InetSocketAddress> places = new HashMap<>();
    private final Map<String, List<Record>> names = new HashMap<>();

    private final Map<String, Record> authorities = new HashMap<>();

    /** Every question to the resolver, such as {@code example.gr MX}. */
    final List<String> questions = new CopyOnWriteArrayList<>();

    /** Every address at which the probe asked, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    final StubServer resolver = start(query -> List.of(resolve(query).toWire()));

    List<InetSocketAddress> resolvers = List.of(resolver.address());

    private static String text(Name name) {
        return name.toString(true);
    }

    Message resolve(Message query) {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        questions.add(text(query.getQuestion().getName()) + " "
                + Type.string(query.getQuestion().getType()));
        Optional.ofNullable(authorities.get(text(query.getQuestion().getName())))
                .ifPresent(record -> answer.addRecord(record, Section.AUTHORITY));
        names.getOrDefault(text(query.getQuestion().getName()), List.of()).stream()
                .filter(record -> record.getType() == query.getQuestion().getType() || record.getType() == Type.CNAME)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    StubServer start(StubServer.Behaviour behaviour) {
        var server = new StubServer(behaviour);
        servers.add(server);
        return server;
    }

    /** A server with this public address; its host is found there. */
    StubServer at(String host, String address, StubServer.Behaviour behaviour) {
        var server = start(behaviour);
        at(host, address, server.address());
        return server;
    }

    void at(String host, String address, InetSocketAddress place) {
        places.put(InetAddress.ofLiteral(address), place);
        named(host, address);
    }

    /** The resolver knows this address of the host, too. */
    void named(String host, String address) {
        var type = address.indexOf(':') < 0 ? Type.A : Type.AAAA;
        var octets = address.startsWith(MAPPED)
                ? mapped(address)
                : InetAddress.ofLiteral(address).getAddress();
        try {
            named(host, Record.newRecord(Name.fromString(host + "."), type, DClass.IN, 60, octets.length, octets));
        } catch (TextParseException e) {
            throw new AssertionError(e);
        }
    }

    /** Java makes IPv4 of such an address. */
    private static byte[] mapped(String address) {
        return ByteBuffer.allocate(16)
                .putLong(0)
                .putInt(0xffff)
                .put(InetAddress.ofLiteral(address.substring(MAPPED.length())).getAddress())
                .array();
    }

    void named(String host, Record record) {
        names.computeIfAbsent(host, _ -> new CopyOnWriteArrayList<>()).add(record);
    }

    /** What the resolver says of a name that has no such record. */
    void authority(String name, Record record) {
        authorities.put(name, record);
    }

    DnsDelegationProbe probe() {
        return new DnsDelegationProbe(
                new Network(
                        address -> {
                            asked.add(address.getHostAddress());
                            return places.getOrDefault(
                                    address, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1));
                        },
                        () -> resolvers),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    ProbedNameserver ask(String host) {
        return ask(server(host)).getFirst();
    }

    List<ProbedNameserver> ask(Nameserver... all) {
        return probe().ask(ZONE, List.of(all));
    }

    static Nameserver server(String host, String... addresses) {
        return new Nameserver(
                new DomainName(host),
                Stream.of(addresses)
                        .map(address -> IpAddress.parse(address).orThrow())
                        .toList());
    }

    @Override
    public void close() {
        servers.forEach(StubServer::close);
    }
}

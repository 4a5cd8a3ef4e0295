package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.registrar.Nameserver;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * The addresses at which nameservers are asked: their glue, or those of their host names. An address is judged after it was resolved,
 * and the packets go to that very address: a name that changes its mind in between (DNS rebinding) leads nowhere.
 */
record HostAddresses(Resolvers resolvers, Tasks tasks) {

    /** Of one host in one family. */
    private static final int MOST = 4;

    /**
     * The public addresses of a nameserver; none if it has none. Aliases are not followed: a nameserver's name must not be one (RFC
     * 2181 §10.3).
     *
     * @throws IOException if no resolver answers for it
     */
    List<InetAddress> of(Nameserver server) throws IOException, InterruptedException {
        if (!server.addresses().isEmpty()) {
            return server.addresses().stream()
                    .map(IpAddress::text)
                    .flatMap(HostAddresses::publicOne)
                    .limit(2L * MOST)
                    .toList();
        }
        var name = Name.fromString(server.host().ascii(), Name.root);
        return ofBothFamilies(name);
    }

    /** What is found of one family counts, even if there is no answer for the other. */
    private List<InetAddress> ofBothFamilies(Name name) throws IOException, InterruptedException {
        var families = List.of(tasks.start(() -> of(name, Type.A)), tasks.start(() -> of(name, Type.AAAA)));
        var found = new ArrayList<InetAddress>();
        IOException failure = null;
        for (var family : families) {
            try {
                found.addAll(Tasks.result(family));
            } catch (IOException e) {
                failure = e;
            }
        }
        if (found.isEmpty() && failure != null) {
            throw failure;
        }
        return found;
    }

    private List<InetAddress> of(Name name, int type) throws IOException {
        return resolvers.ask(name, type).getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type && record.getName().equals(name))
                .limit(MOST)
                .flatMap(HostAddresses::text)
                .flatMap(HostAddresses::publicOne)
                .toList();
    }

    /** An IPv6 record that carries an IPv4 address (RFC 4291 §2.5.5.2), which Java unpacks, is none that a server can have. */
    private static Stream<String> text(Record record) {
        return switch (record) {
            case ARecord a -> Stream.of(a.getAddress().getHostAddress());
            case AAAARecord aaaa
            when aaaa.getAddress() instanceof Inet6Address address -> Stream.of(address.getHostAddress());
            default -> Stream.empty();
        };
    }

    private static Stream<InetAddress> publicOne(String text) {
        return IpAddress.parsePublic(text) instanceof Checked.Valid<IpAddress>(var address)
                ? Stream.of(InetAddress.ofLiteral(address.text()))
                : Stream.empty();
    }
}

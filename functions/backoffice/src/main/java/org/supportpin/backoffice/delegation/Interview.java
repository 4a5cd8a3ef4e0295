package org.supportpin.backoffice.delegation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ServedZone;
import org.supportpin.domain.registrar.ServedZone.MailHost;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * What one server, at one address, answers for a zone. First it is asked for the zone's SOA record, and all else only if it has that,
 * with authority. Aliases and referrals are reported, not followed to other servers.
 *
 * @param clock by which signatures are valid or not
 */
record Interview(Questions questions, InetSocketAddress server, Name zone, Clock clock, Tasks tasks) {

    private static final int MOST_MAIL_HOSTS = 16;
    private static final int MOST_ADDRESSES = 16;
    private static final int MOST_ALIASES = 16;

    /** An answer that a server with authority for the zone does not give. */
    private static final class Lame extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Reply reply() throws InterruptedException {
        try {
            var soa = answer(zone, Type.SOA);
            if (soa.getSection(Section.ANSWER).stream().noneMatch(record -> isOf(record, zone, Type.SOA))) {
                return new Reply.NotAuthoritative();
            }
            return new Reply.Serving(zone(soa));
        } catch (Lame e) {
            return new Reply.NotAuthoritative();
        } catch (IOException e) {
            return new Reply.Silent();
        }
    }

    private ServedZone zone(Message soa) throws IOException, InterruptedException {
        var mail = tasks.start(this::mail);
        var apex = tasks.start(() -> addresses(zone));
        var www = tasks.start(() -> addresses(below("www")));
        var keys = tasks.start(() -> new Signatures(zone, clock.instant()).keys(soa, answer(zone, Type.DNSKEY)));
        return new ServedZone(Tasks.result(apex), Tasks.result(www), Tasks.result(mail), Tasks.result(keys));
    }

    private Set<MailHost> mail() throws IOException, InterruptedException {
        var hosts = answer(zone, Type.MX).getSection(Section.ANSWER).stream()
                .filter(record -> isOf(record, zone, Type.MX))
                .flatMap(record -> record instanceof MXRecord mx ? Stream.of(mx.getTarget()) : Stream.empty())
                .distinct()
                .sorted()
                .limit(MOST_MAIL_HOSTS)
                .map(host -> tasks.start(() -> mailHost(host)))
                .toList();
        var found = new HashSet<MailHost>();
        for (var host : hosts) {
            found.add(Tasks.result(host));
        }
        return found;
    }

    private MailHost mailHost(Name host) throws IOException, InterruptedException {
        return host.subdomain(zone)
                ? new MailHost(text(host), true, addresses(host))
                : new MailHost(text(host), false, Set.of());
    }

    /** The addresses of a name in the zone; for an alias of a name in another zone, or a delegation, the names that it leads to. */
    private Set<String> addresses(Name name) throws IOException, InterruptedException {
        var ipv4 = tasks.start(() -> addresses(name, Type.A));
        var ipv6 = tasks.start(() -> addresses(name, Type.AAAA));
        var all = new TreeSet<>(Tasks.result(ipv4));
        all.addAll(Tasks.result(ipv6));
        return all.stream().limit(MOST_ADDRESSES).collect(Collectors.toSet());
    }

    private Set<String> addresses(Name name, int type) throws IOException {
        var message = questions.authority(server, name, type);
        var delegated = delegation(message);
        return delegated.isEmpty() ? alongAliases(name, type, judged(message)) : delegated;
    }

    private Set<String> alongAliases(Name name, int type, Message message) {
        var answer = message.getSection(Section.ANSWER);
        var at = name;
        for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
            var here = at;
            var found = answer.stream()
                    .filter(record -> isOf(record, here, type))
                    .flatMap(Interview::address)
                    .collect(Collectors.toSet());
            var alias = answer.stream()
                    .filter(record ->
                            record instanceof CNAMERecord && record.getName().equals(here))
                    .map(record -> ((CNAMERecord) record).getTarget())
                    .findFirst();
            if (!found.isEmpty() || alias.isEmpty()) {
                return found;
            }
            at = alias.get();
            if (!at.subdomain(zone)) {
                return Set.of(text(at));
            }
        }
        return Set.of();
    }

    private static Stream<String> address(Record record) {
        var address = switch (record) {
            case ARecord a -> Stream.of(a.getAddress());
            case AAAARecord aaaa -> Stream.of(aaaa.getAddress());
            default -> Stream.<InetAddress>empty();
        };
        return address.map(InetAddress::getHostAddress)
                .map(text -> IpAddress.parse(text).map(IpAddress::text).orThrow());
    }

    /** The servers of a zone that begins below this one, if the answer leads there. */
    private Set<String> delegation(Message message) {
        return message.getHeader().getFlag(Flags.AA) || message.getRcode() != Rcode.NOERROR
                ? Set.of()
                : message.getSection(Section.AUTHORITY).stream()
                        .filter(record -> record instanceof NSRecord
                                && record.getName().subdomain(zone)
                                && !record.getName().equals(zone))
                        .map(record -> text(((NSRecord) record).getTarget()))
                        .limit(MOST_ADDRESSES)
                        .collect(Collectors.toSet());
    }

    private Message answer(Name name, int type) throws IOException {
        return judged(questions.authority(server, name, type));
    }

    private static Message judged(Message message) throws Lame {
        var header = message.getHeader();
        var isWhole = message.getRcode() == Rcode.NOERROR || message.getRcode() == Rcode.NXDOMAIN;
        if (!header.getFlag(Flags.QR) || !header.getFlag(Flags.AA) || !isWhole) {
            throw new Lame();
        }
        return message;
    }

    private static boolean isOf(Record record, Name name, int type) {
        return record.getType() == type && record.getName().equals(name);
    }

    private Name below(String label) throws IOException {
        try {
            return Name.concatenate(Name.fromString(label), zone);
        } catch (NameTooLongException e) {
            throw new Lame();
        }
    }

    private static String text(Name name) {
        return name.equals(Name.root) ? "" : name.toString(true).toLowerCase(Locale.ROOT);
    }
}

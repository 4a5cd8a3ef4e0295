package org.supportpin.domain.dns;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.dns.ZoneResolver.Answer;

/**
 * The names of a zone whose answers decide where the domain's web and mail go, who may send mail in its name, and who can prove that
 * they control it.
 *
 * @param hosts the zone itself, www, the names by which mail programs find their settings, and the hosts that MX, NS, SRV, HTTPS and
 *     SVCB records and SPF texts name; only those within the zone
 * @param nameservers the hosts of NS records
 * @param attributes the names with a label that begins with {@code _} (RFC 8552), and one such name below each wildcard
 */
record GuardedNames(ZoneResolver answers, Set<String> hosts, Set<String> nameservers, Set<String> attributes) {

    /** Mail programs ask the two in the middle for servers and send them passwords; mta-sts names the MX (RFC 8461 §3.3). */
    private static final List<String> WELL_KNOWN = List.of("www", "autodiscover", "autoconfig", "mta-sts");

    private static final Set<String> ADDRESSES = Set.of("A", "AAAA", "HTTPS", "SVCB");
    private static final Set<String> ATTRIBUTES = Set.of("TXT", "SRV");

    /** No zone has a label like it, so only a wildcard answers. */
    private static final String ANY_ATTRIBUTE = "_*.";

    /** A mechanism that means addresses (RFC 7208 §5), with the name that it gives; names made by macros cannot be known. */
    private static final Pattern SPF_HOST =
            Pattern.compile("[+?~-]?(?:a|mx|exists)(?::(?<name>[^/%]+))?(?:/.*)?", Pattern.CASE_INSENSITIVE);

    static GuardedNames of(Zone zone) {
        var apex = zone.name().ascii();
        var hosts = new HashSet<String>();
        var nameservers = new HashSet<String>();
        var attributes = new HashSet<String>();
        var answers = new ZoneResolver(zone);
        hosts.add(apex);
        WELL_KNOWN.forEach(label -> hosts.add(label + "." + apex));
        for (var set : zone.recordSets()) {
            var owner = set.name().ascii();
            if (isAttribute(owner)) {
                attributes.add(owner);
            }
            if (owner.startsWith("*.")) {
                attributes.add(ANY_ATTRIBUTE + owner.substring(2));
            }
            named(set).filter(name -> !answers.upToApex(name).isEmpty()).forEach(hosts::add);
            if (set.type().text().equals("NS")) {
                named(set).forEach(nameservers::add);
            }
        }
        return new GuardedNames(answers, hosts, nameservers, attributes);
    }

    /** The hosts that an RRset names, within the zone or not. */
    private static Stream<String> named(RecordSet set) {
        var owner = set.name().ascii();
        return switch (set.type().text()) {
            case "MX", "SRV", "NS" ->
                set.records().stream().map(value -> ZoneResolver.name(value.substring(value.lastIndexOf(' ') + 1)));
            case "HTTPS", "SVCB" ->
                set.records().stream()
                        .map(value -> value.split(" +", 3))
                        .filter(parts -> parts.length > 1)
                        .map(parts -> parts[1].equals(".") ? owner : ZoneResolver.name(parts[1]));
            case "TXT" -> spf(set.records()).stream().flatMap(text -> spfHosts(owner, text));
            default -> Stream.empty();
        };
    }

    private static Stream<String> spfHosts(String owner, String spf) {
        return Arrays.stream(spf.split(" +"))
                .map(SPF_HOST::matcher)
                .filter(term -> term.matches())
                .map(term -> term.group("name") == null ? owner : ZoneResolver.name(term.group("name")));
    }

    /** The SPF texts among values of TXT records (RFC 7208 §4.5), each as one string. */
    static List<String> spf(List<String> texts) {
        return texts.stream()
                .map(Rdata::joined)
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1(?: .*)?"))
                .toList();
    }

    static boolean isAttribute(String name) {
        return name.startsWith("_") || name.contains("._");
    }

    /** Where a host is reached. */
    Answer addresses(String host) {
        return answers.resolve(host, ADDRESSES);
    }

    /** What an attribute says: DKIM, DMARC, challenges of certificate authorities, services. */
    Answer attribute(String name) {
        return answers.resolve(name, ATTRIBUTES);
    }

    /** Which certificate authorities may issue for a host (RFC 8659 §3). */
    Answer authorities(String host) {
        return answers.upToApex(host).stream()
                .map(name -> answers.resolve(name, Set.of("CAA")))
                .filter(answer -> !answer.isEmpty())
                .findFirst()
                .orElseGet(Answer::none);
    }

    /** What proves control of a host to a third party: a text at its name or at one above it, or below that at a name with _. */
    Set<String> proofs(String host) {
        return answers.upToApex(host).stream()
                .flatMap(name -> Stream.of(name, ANY_ATTRIBUTE + name))
                .map(name -> answers.resolve(name, Set.of("TXT")))
                .flatMap(answer -> Stream.concat(answer.values().stream(), answer.elsewhere().stream()))
                .collect(Collectors.toSet());
    }
}

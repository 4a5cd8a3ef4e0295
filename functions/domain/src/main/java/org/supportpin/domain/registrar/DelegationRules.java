package org.supportpin.domain.registrar;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Warning;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Signing.DsData;

/**
 * The delegation guard: which nameservers may be named for a domain, judged by what they answer. Pure. Applied twice, at the check and
 * at dispatch.
 */
public final class DelegationRules {

    public static final String DOMAIN_SIGNED = "domain-signed";
    public static final String NAMESERVERS_DO_NOT_ANSWER = "nameservers-do-not-answer";

    /** What the customer sees who may consent to it. */
    static final Warning SILENT = new Warning(
            NAMESERVERS_DO_NOT_ANSWER,
            new LocalizedText(
                    "Αυτοί οι nameservers δεν απαντούν για το όνομα: η ιστοσελίδα και το email του θα σταματήσουν.",
                    "These nameservers do not answer for the domain: its website and email will stop."));

    private static final int SHA_1 = 1;

    /** SHA-256 (RFC 4509) and SHA-384 (RFC 6605). */
    private static final Set<Integer> BETTER_DIGESTS = Set.of(2, 4);

    private DelegationRules() {}

    /**
     * Refuses nameservers with which the domain would not resolve. A signed domain comes first, because nothing that the caller says
     * excuses that.
     */
    static Optional<Refusal> against(RegisteredDomain domain, List<ProbedNameserver> servers) {
        return againstSigned(domain, servers).or(() -> againstSilent(servers));
    }

    static Optional<Refusal> againstSigned(RegisteredDomain domain, List<ProbedNameserver> servers) {
        var signing = domain.signing();
        if (signing == null || !signing.isSigned()) {
            return Optional.empty();
        }
        var without = servers.stream()
                .filter(server -> !serves(server, domain.name(), signing.ds()))
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                DOMAIN_SIGNED,
                                "The domain is signed (DNSSEC), and these nameservers do not have its keys: "
                                        + withTroubles(without, Language.ENGLISH)
                                        + ". With them, its website and mail would stop. The DS record is never removed by phone.",
                                "Το όνομα χώρου είναι υπογεγραμμένο (DNSSEC), και αυτοί οι nameservers δεν έχουν τα κλειδιά του: "
                                        + withTroubles(without, Language.GREEK)
                                        + ". Με αυτούς, η ιστοσελίδα και το email του θα σταματούσαν. Η εγγραφή DS δεν αφαιρείται ποτέ τηλεφωνικά."));
    }

    static Optional<Refusal> againstSilent(List<ProbedNameserver> servers) {
        var silent =
                servers.stream().filter(server -> server.trouble().isPresent()).toList();
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        NAMESERVERS_DO_NOT_ANSWER,
                        "With these nameservers the domain would not work: " + withTroubles(silent, Language.ENGLISH)
                                + ". Set up its zone there first, then repeat the request.",
                        "Με αυτούς τους nameservers το όνομα χώρου δεν θα λειτουργούσε: "
                                + withTroubles(silent, Language.GREEK)
                                + ". Ορίστε πρώτα εκεί τη ζώνη του, και μετά επαναλάβετε το αίτημα."));
    }

    /** For a domain that had no nameservers, to which nobody can go back. */
    static Refusal noEarlierNameservers() {
        return new Refusal(
                NAMESERVERS_DO_NOT_ANSWER,
                "Before the change the domain had no nameservers. Without any it would not work.",
                "Πριν από την αλλαγή το όνομα χώρου δεν είχε nameservers. Χωρίς αυτούς δεν θα λειτουργούσε.");
    }

    private static String withTroubles(List<ProbedNameserver> servers, Language language) {
        return servers.stream()
                .map(server -> server.host()
                        + server.trouble()
                                .map(trouble -> " (" + trouble.in(language) + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
    }

    /** Whether resolvers that check signatures accept what the server serves, at each of its addresses. */
    private static boolean serves(ProbedNameserver server, DomainName zone, List<DsData> ds) {
        return server.trouble().isEmpty() && server.zones().allMatch(served -> isTrusted(zone, ds, served.keys()));
    }

    /**
     * Whether the DS records lead to keys that are there. Of each algorithm among them one must, because a resolver may know only that
     * one (RFC 6840 §5.11); others of the same algorithm may be of keys to come (RFC 7583 §3.3).
     */
    static boolean isTrusted(DomainName zone, List<DsData> ds, Set<ZoneKey> keys) {
        var byAlgorithm = ds.stream().collect(Collectors.groupingBy(DsData::algorithm));
        return !byAlgorithm.isEmpty()
                && byAlgorithm.values().stream()
                        .allMatch(records -> counting(records).stream()
                                .anyMatch(record -> keys.stream().anyMatch(key -> key.isOf(zone, record))));
    }

    /** A record with SHA-1 does not count beside a better one (RFC 4509 §3), nor one with a digest that cannot be computed. */
    private static List<DsData> counting(List<DsData> records) {
        var better = records.stream()
                .filter(record -> BETTER_DIGESTS.contains(record.digestType()))
                .toList();
        return better.isEmpty()
                ? records.stream()
                        .filter(record -> record.digestType() == SHA_1)
                        .toList()
                : better;
    }
}

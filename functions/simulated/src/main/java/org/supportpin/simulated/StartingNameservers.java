package org.supportpin.simulated;

import java.util.List;
import java.util.stream.Stream;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.Signing.DsData;
import org.supportpin.domain.registrar.ZoneKey;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;
import org.supportpin.simulated.SimulatedNameservers.Answers;
import org.supportpin.simulated.SimulatedNameservers.HeldKey;
import org.supportpin.simulated.SimulatedNameservers.Server;

/** The nameservers to begin with that are not like any other, and the domain that is signed. */
final class StartingNameservers {

    /** Its DS record is at the registry. */
    static final String SIGNED = "ypogegrammeno.gr";

    /** The public key of RFC 6605 §6.1. */
    private static final HeldKey KEY = new HeldKey(
            new DomainName(SIGNED),
            new ZoneKey(
                    257,
                    3,
                    13,
                    "GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA=="));

    static final DsData DS =
            new DsData(55648, 13, 2, "26719D5C909EFF3CC27550F7BDAFB144DB5F2F285B313E9B5BE372DB0A366A0F");

    private StartingNameservers() {}

    static List<Document> documents() {
        return Stream.of(
                        both("hoster.example", Answers.HOSTED_ZONES, List.of(KEY)),
                        both("signed.example", Answers.HOSTED_ZONES, List.of(KEY)),
                        both("silent.example", Answers.NOTHING, List.of()),
                        both("lame.example", Answers.OTHER_DOMAINS_ONLY, List.of()),
                        both("empty.example", Answers.EMPTY_ZONES, List.of()))
                .flatMap(servers -> servers)
                .map(server -> new Document(
                        Kind.NAMESERVERS, server.host().ascii(), SimulatedNameservers.SERVER.write(server), 0))
                .toList();
    }

    private static Stream<Server> both(String operator, Answers answers, List<HeldKey> keys) {
        return Stream.of("ns1.", "ns2.").map(label -> new Server(new DomainName(label + operator), answers, keys));
    }
}

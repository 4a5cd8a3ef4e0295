package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.rule;
import static org.supportpin.domain.registrar.Domains.usual;
import static org.supportpin.domain.registrar.FakeDelegation.ZONE;
import static org.supportpin.domain.registrar.FakeDelegation.serving;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.Signing.DsData;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

class DelegationRulesTest {

    private static final DomainName DOMAIN = usual().name();
    private static final Reply SILENT = new Reply.Silent();
    private static final Reply LAME = new Reply.NotAuthoritative();

    private static final ZoneKey ECDSA = key(13, 1);
    private static final ZoneKey OTHER_ECDSA = key(13, 2);
    private static final ZoneKey RSA = key(8, 3);

    private static ZoneKey key(int algorithm, int seed) {
        var octets = new byte[64];
        octets[0] = (byte) seed;
        return new ZoneKey(257, 3, algorithm, Base64.getEncoder().encodeToString(octets));
    }

    private static DsData ds(ZoneKey key, int type) {
        try {
            var record = new DNSKEYRecord(
                    Name.fromString(DOMAIN.ascii() + "."),
                    DClass.IN,
                    0,
                    key.flags(),
                    key.protocol(),
                    key.algorithm(),
                    Base64.getDecoder().decode(key.publicKey()));
            var digest = new DSRecord(record.getName(), DClass.IN, 0, type, record).getDigest();
            return new DsData(
                    record.getFootprint(),
                    key.algorithm(),
                    type,
                    HexFormat.of().withUpperCase().formatHex(digest));
        } catch (TextParseException e) {
            throw new AssertionError(e);
        }
    }

    private static ServedZone with(ZoneKey... keys) {
        return new ServedZone(ZONE.apex(), ZONE.www(), ZONE.mail(), Set.of(keys));
    }

    private static RegisteredDomain signed(DsData... ds) {
        return usual().with(new Signing(true, List.of(ds)));
    }

    /** One server for each list of replies. */
    @SafeVarargs
    private static Optional<Refusal> refusal(RegisteredDomain domain, List<Reply>... servers) {
        return DelegationRules.against(
                domain,
                IntStream.range(0, servers.length)
                        .mapToObj(i -> new ProbedNameserver(new DomainName("ns" + (i + 1) + ".allo.gr"), servers[i]))
                        .toList());
    }

    private static List<Reply> from(ServedZone... zones) {
        return Stream.of(zones).map(FakeDelegation::serving).toList();
    }

    @Nested
    class AnyDomain {

        @Test
        void mayHaveServersThatServeIt() {
            assertThat(refusal(usual(), from(ZONE), from(ZONE))).isEmpty();
            assertThat(refusal(usual().with((Signing) null), from(ZONE), from(ZONE)))
                    .isEmpty();
        }

        @Test
        void needsAnAnswerFromEachServer() {
            assertThat(refusal(usual(), from(ZONE), List.of(SILENT)))
                    .hasValue(new Refusal(
                            "nameservers-do-not-answer",
                            "With these nameservers the domain would not work: ns2.allo.gr (does not answer)."
                                    + " Set up its zone there first, then repeat the request.",
                            "Με αυτούς τους nameservers το όνομα χώρου δεν θα λειτουργούσε: ns2.allo.gr (δεν απαντά)."
                                    + " Ορίστε πρώτα εκεί τη ζώνη του, και μετά επαναλάβετε το αίτημα."));
        }

        @Test
        void needsAuthority() {
            var refused = refusal(usual(), List.of(LAME), from(ZONE)).orElseThrow();

            assertThat(refused.detail()).contains("ns1.allo.gr (does not serve this domain).");
            assertThat(refused.greek()).contains("ns1.allo.gr (δεν εξυπηρετεί αυτό το όνομα χώρου).");
        }

        @Test
        void needsAnAddressForEachServer() {
            var refused = refusal(usual(), List.of(), List.of(SILENT)).orElseThrow();

            assertThat(refused.detail())
                    .contains("ns1.allo.gr (has no public address), ns2.allo.gr (does not answer).");
            assertThat(refused.greek()).contains("ns1.allo.gr (δεν έχει δημόσια διεύθυνση), ns2.allo.gr (δεν απαντά).");
        }

        @Test
        void mayHaveAServerWithAnAddressThatCannotBeReachedFromHere() {
            assertThat(refusal(usual(), List.of(SILENT, serving(ZONE)), from(ZONE)))
                    .isEmpty();
        }

        @Test
        void mayNotHaveAServerOfWhichAnAddressServesOthersOnly() {
            assertThat(rule(refusal(usual(), List.of(serving(ZONE), LAME), from(ZONE))))
                    .isEqualTo("nameservers-do-not-answer");
        }
    }

    @Nested
    class ASignedDomain {

        @Test
        void mayHaveServersWithItsKey() {
            assertThat(refusal(signed(ds(ECDSA, 2)), from(with(ECDSA)), from(with(OTHER_ECDSA, ECDSA))))
                    .isEmpty();
        }

        @Test
        void isNotGivenToServersWithoutKeys() {
            assertThat(refusal(signed(ds(ECDSA, 2)), from(ZONE), from(ZONE)))
                    .hasValue(
                            new Refusal(
                                    "domain-signed",
                                    "The domain is signed (DNSSEC), and these nameservers do not have its keys: ns1.allo.gr,"
                                            + " ns2.allo.gr. With them, its website and mail would stop. The DS record is never removed by phone.",
                                    "Το όνομα χώρου είναι υπογεγραμμένο (DNSSEC), και αυτοί οι nameservers δεν έχουν τα κλειδιά του: ns1.allo.gr,"
                                            + " ns2.allo.gr. Με αυτούς, η ιστοσελίδα και το email του θα σταματούσαν. Η εγγραφή DS δεν αφαιρείται ποτέ τηλεφωνικά."));
        }

        @Test
        void isNotGivenToServersWithOtherKeys() {
            assertThat(rule(refusal(signed(ds(ECDSA, 2)), from(with(OTHER_ECDSA)), from(with(OTHER_ECDSA)))))
                    .isEqualTo("domain-signed");
        }

        @Test
        void needsTheKeyAtEachServerAndEachAddress() {
            assertThat(rule(refusal(signed(ds(ECDSA, 2)), from(with(ECDSA)), from(ZONE))))
                    .isEqualTo("domain-signed");
            assertThat(rule(refusal(signed(ds(ECDSA, 2)), from(with(ECDSA)), from(with(ECDSA), ZONE))))
                    .isEqualTo("domain-signed");
        }

        /** Nobody could say yes to servers that do not answer, and so get around the DS record. */
        @Test
        void isNotGivenToServersThatDoNotAnswerAndIsSaidToBeSigned() {
            var refused =
                    refusal(signed(ds(ECDSA, 2)), List.of(SILENT), List.of()).orElseThrow();

            assertThat(refused.rule()).isEqualTo("domain-signed");
            assertThat(refused.detail())
                    .contains("ns1.allo.gr (does not answer), ns2.allo.gr (has no public address).");
        }

        @Test
        void staysWithItsServersIfTheRegistryDoesNotShowTheRecords() {
            assertThat(rule(refusal(signed(), from(with(ECDSA)), from(with(ECDSA)))))
                    .isEqualTo("domain-signed");
        }

        @Test
        void mayHaveRecordsOfKeysToCome() {
            assertThat(refusal(signed(ds(ECDSA, 2), ds(OTHER_ECDSA, 2)), from(with(ECDSA)), from(with(ECDSA))))
                    .isEmpty();
        }

        @Test
        void needsAKeyOfEachAlgorithm() {
            var both = signed(ds(ECDSA, 2), ds(RSA, 2));

            assertThat(rule(refusal(both, from(with(ECDSA)), from(with(ECDSA)))))
                    .isEqualTo("domain-signed");
            assertThat(refusal(both, from(with(ECDSA, RSA)), from(with(RSA, ECDSA))))
                    .isEmpty();
        }

        /** RFC 4509 §3. */
        @Test
        void isNotTrustedBySha1BesideSha256() {
            var mixed = signed(ds(ECDSA, 1), ds(OTHER_ECDSA, 2));

            assertThat(rule(refusal(mixed, from(with(ECDSA)), from(with(ECDSA)))))
                    .isEqualTo("domain-signed");
            assertThat(refusal(signed(ds(ECDSA, 1)), from(with(ECDSA)), from(with(ECDSA))))
                    .isEmpty();
            assertThat(refusal(signed(ds(ECDSA, 4)), from(with(ECDSA)), from(with(ECDSA))))
                    .isEmpty();
        }

        @Test
        void isNotTrustedByADigestThatCannotBeComputed() {
            var gost = new DsData(ds(ECDSA, 2).keyTag(), 13, 3, "00".repeat(32));

            assertThat(rule(refusal(signed(gost), from(with(ECDSA)), from(with(ECDSA)))))
                    .isEqualTo("domain-signed");
            assertThat(refusal(signed(gost, ds(ECDSA, 2)), from(with(ECDSA)), from(with(ECDSA))))
                    .isEmpty();
        }
    }
}

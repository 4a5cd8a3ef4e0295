package org.supportpin.backoffice.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.backoffice.delegation.World.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.registrar.ProbedNameserver;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ServedZone;
import org.supportpin.domain.registrar.ServedZone.MailHost;
import org.supportpin.domain.registrar.ZoneKey;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What the probe learns from servers that behave, and whom it asks. */
class DnsDelegationProbeTest {

    static final String HOST = "ns1.example.com";
    static final String ADDRESS = "185.4.132.1";

    private static final String USUAL = """
            @ IN A 185.4.132.10
            @ IN AAAA 2a02:587:1::10
            www IN CNAME @
            @ IN MX 10 mail
            @ IN MX 20 mx.example.net.
            mail IN A 185.4.132.11
            """;

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private StubZone zone(String text) {
        return new StubZone("example.gr", text);
    }

    private Reply reply(StubServer.Behaviour behaviour) {
        world.at(HOST, ADDRESS, behaviour);
        return world.ask(HOST).replies().getFirst();
    }

    private ServedZone served(StubServer.Behaviour behaviour) {
        return switch (reply(behaviour)) {
            case Reply.Serving(var zone) -> zone;
            case Reply other -> throw new AssertionError(other.toString());
        };
    }

    @Nested
    class WhatAServerServes {

        @Test
        void isReportedAsItAnswers() {
            assertThat(served(zone(USUAL)))
                    .isEqualTo(new ServedZone(
                            Set.of("185.4.132.10", "2a02:587:1::10"),
                            Set.of("185.4.132.10", "2a02:587:1::10"),
                            Set.of(
                                    new MailHost("mail.example.gr", true, Set.of("185.4.132.11")),
                                    new MailHost("mx.example.net", false, Set.of())),
                            Set.of()));
        }

        @Test
        void mayBeNothingButTheZoneItself() {
            assertThat(served(zone(""))).isEqualTo(new ServedZone(Set.of(), Set.of(), Set.of(), Set.of()));
        }

        @Test
        void mayBeANullMx() {
            assertThat(served(zone("@ IN MX 0 .")).mail()).containsExactly(new MailHost("", false, Set.of()));
        }

        @Test
        void isReadByTcpIfItIsTruncated() {
            var zone = new StringBuilder(USUAL);
            for (int i = 0; i < 200; i++) {
                zone.append("@ IN MX 50 mx").append(i).append(".example.net.\n");
            }
            var there = world.at(HOST, ADDRESS, zone(zone.toString()));

            assertThat(world.ask(HOST).replies().getFirst()).isInstanceOf(Reply.Serving.class);
            assertThat(there.byTcp).isNotEmpty();
        }

        @Test
        void isAskedWithoutRecursionForSignaturesAndWithFreshIds() {
            var there = world.at(HOST, ADDRESS, zone(USUAL));
            world.ask(HOST);

            assertThat(there.queries).hasSizeGreaterThanOrEqualTo(7).allSatisfy(query -> {
                assertThat(query.getHeader().getFlag(Flags.RD)).isFalse();
                assertThat(query.getOPT().getFlags() & ExtendedFlags.DO).isNotZero();
                assertThat(query.getOPT().getPayloadSize()).isEqualTo(1232);
            });
            assertThat(there.queries.stream()
                            .map(query -> query.getHeader().getID())
                            .distinct()
                            .count())
                    .isGreaterThan(5);
            assertThat(Set.copyOf(there.ports)).hasSizeGreaterThan(5);
        }

        @Test
        void isAskedAgainIfADatagramIsLost() {
            var zone = zone(USUAL);
            var lost = new AtomicInteger();

            assertThat(served(query -> lost.getAndIncrement() == 0 ? List.of() : zone.datagrams(query))
                            .apex())
                    .isNotEmpty();
        }
    }

    @Nested
    class AnAliasOrAReferral {

        @Test
        void toAnotherZoneIsNamedAndNotFollowed() {
            assertThat(served(zone("www IN CNAME shops.example.net.")).www()).containsExactly("shops.example.net");
            assertThat(world.asked).containsExactly(ADDRESS);
        }

        @Test
        void ofAChildZoneIsNamedAndNotFollowed() throws Exception {
            var zone = zone(USUAL);
            var www = Name.fromString("www.example.gr.");

            var served = served(query -> {
                if (!query.getQuestion().getName().equals(www)) {
                    return zone.datagrams(query);
                }
                var referral = new Message(query.getHeader().getID());
                referral.getHeader().setFlag(Flags.QR);
                referral.addRecord(query.getQuestion(), Section.QUESTION);
                referral.addRecord(
                        new NSRecord(www, DClass.IN, 60, Name.fromString("ns.elsewhere.example.")), Section.AUTHORITY);
                return List.of(referral.toWire());
            });

            assertThat(served.www()).containsExactly("ns.elsewhere.example");
            assertThat(world.asked).containsExactly(ADDRESS);
        }

        @Test
        void thatGoesInCirclesEnds() {
            assertThat(served(zone("www IN CNAME a\na IN CNAME b\nb IN CNAME a"))
                            .www())
                    .isEmpty();
        }
    }

    @Nested
    class AServerThatDoesNotServeTheZone {

        @ParameterizedTest
        @ValueSource(ints = {Rcode.REFUSED, Rcode.SERVFAIL, Rcode.FORMERR, Rcode.NOTIMP, Rcode.NXDOMAIN})
        void saysSo(int rcode) {
            assertThat(reply(query -> {
                        var answer = new Message(query.getHeader().getID());
                        answer.getHeader().setFlag(Flags.QR);
                        answer.getHeader().setFlag(Flags.AA);
                        answer.getHeader().setRcode(rcode);
                        answer.addRecord(query.getQuestion(), Section.QUESTION);
                        return List.of(answer.toWire());
                    }))
                    .isEqualTo(new Reply.NotAuthoritative());
        }

        @Test
        void isAResolverThatKnowsItFromOthers() {
            var zone = zone(USUAL);

            assertThat(reply(query -> {
                        var answer = zone.answer(query);
                        answer.getHeader().unsetFlag(Flags.AA);
                        return List.of(answer.toWire());
                    }))
                    .isEqualTo(new Reply.NotAuthoritative());
        }

        @Test
        void isOneWithAuthorityAndWithoutData() {
            assertThat(reply(query -> {
                        var answer = new Message(query.getHeader().getID());
                        answer.getHeader().setFlag(Flags.QR);
                        answer.getHeader().setFlag(Flags.AA);
                        answer.addRecord(query.getQuestion(), Section.QUESTION);
                        return List.of(answer.toWire());
                    }))
                    .isEqualTo(new Reply.NotAuthoritative());
        }

        @Test
        void isOneOfTheZoneAbove() {
            var above = new StubZone("gr", "");

            assertThat(reply(query -> {
                        var answer = above.answer(query);
                        answer.getHeader().setRcode(Rcode.NOERROR);
                        above.records().forEach(record -> answer.addRecord(record, Section.ANSWER));
                        return List.of(answer.toWire());
                    }))
                    .isEqualTo(new Reply.NotAuthoritative());
        }

        @Test
        void isOneThatLosesItsAuthorityBetweenQuestions() {
            var zone = zone(USUAL);

            assertThat(reply(query -> {
                        var answer = zone.answer(query);
                        if (query.getQuestion().getType() == Type.MX) {
                            answer.getHeader().setRcode(Rcode.SERVFAIL);
                        }
                        return List.of(answer.toWire());
                    }))
                    .isEqualTo(new Reply.NotAuthoritative());
        }
    }

    @Nested
    class WhomItAsks {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "127.0.0.1",
                    "127.1.2.3",
                    "0.0.0.0",
                    "10.0.0.1",
                    "172.16.0.1",
                    "172.31.255.255",
                    "192.168.1.1",
                    "169.254.169.254",
                    "169.254.170.2",
                    "100.64.0.1",
                    "192.0.0.192",
                    "192.0.2.1",
                    "198.18.0.1",
                    "203.0.113.1",
                    "224.0.0.1",
                    "240.0.0.1",
                    "255.255.255.255",
                    "::",
                    "::1",
                    "::ffff:127.0.0.1",
                    "::ffff:169.254.169.254",
                    "::ffff:185.4.132.1",
                    "::127.0.0.1",
                    "64:ff9b::7f00:1",
                    "64:ff9b::a9fe:a9fe",
                    "64:ff9b:1::7f00:1",
                    "2002:7f00:1::1",
                    "2002:a9fe:a9fe::1",
                    "2001::1",
                    "2001:db8::1",
                    "fe80::1",
                    "fec0::1",
                    "fc00::1",
                    "fd00:ec2::254",
                    "ff02::1"
                })
        void isNoOneInside(String address) {
            world.named(HOST, address);

            assertThat(world.ask(HOST).replies()).isEmpty();
            assertThat(world.asked).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"127.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::1"
                })
        void isNoOneInsideAsTheGlueOfTodayEither(String address) {
            assertThat(world.ask(server("ns1.example.gr", address)).getFirst().replies())
                    .isEmpty();
            assertThat(world.asked).isEmpty();
        }

        @Test
        void isThePublicOnesOfAHostThatHasBoth() {
            world.named(HOST, "127.0.0.1");
            world.at(HOST, ADDRESS, zone(USUAL));
            world.named(HOST, "::1");

            assertThat(world.ask(HOST).replies()).hasSize(1);
            assertThat(world.asked).containsExactly(ADDRESS);
        }

        /** The name means another address each time that it is asked for. */
        @Test
        void isTheAddressThatWasJudged() {
            world.at(HOST, ADDRESS, zone(USUAL));
            world.ask(HOST);

            assertThat(world.asked).containsOnly(ADDRESS);
            assertThat(world.resolver.queries.stream()
                            .filter(query -> query.getQuestion().getType() == Type.A))
                    .hasSize(1);
        }

        @Test
        void isNoServerWhoseNameIsAnAlias() throws Exception {
            world.at("real.example.com", ADDRESS, zone(USUAL));
            world.named(
                    HOST,
                    new CNAMERecord(Name.fromString(HOST + "."), DClass.IN, 60, Name.fromString("real.example.com.")));

            assertThat(world.ask(HOST).replies()).isEmpty();
        }

        @Test
        void isTheGlueAndNotWhatTheResolverSays() {
            world.at("other.example.gr", ADDRESS, zone(USUAL));
            world.named("ns1.example.gr", "185.4.132.99");

            assertThat(world.ask(server("ns1.example.gr", ADDRESS)).getFirst().replies())
                    .singleElement()
                    .isInstanceOf(Reply.Serving.class);
            assertThat(world.resolver.queries).isEmpty();
        }

        @Test
        void isEachAddressAndEachServerInItsOrder() {
            world.at(HOST, ADDRESS, zone(USUAL));
            world.at(HOST, "2a02:587:1::53", zone(""));
            world.at("ns2.example.com", "185.4.132.2", query -> List.of());

            assertThat(world.ask(server("ns2.example.com"), server(HOST), server("ns3.example.com")))
                    .extracting(ProbedNameserver::host)
                    .extracting(Object::toString)
                    .containsExactly("ns2.example.com", HOST, "ns3.example.com");
            assertThat(world.ask(HOST).replies()).hasSize(2).allMatch(Reply.Serving.class::isInstance);
        }

        @Test
        void isAFewOfAHostWithThousands() {
            for (int i = 0; i < 60; i++) {
                world.named(HOST, "185.4.133." + i);
            }

            assertThat(world.ask(HOST).replies()).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Nested
    class TheResolver {

        @Test
        void mayBeASecondOne() {
            var refusing = world.start(query -> {
                var answer = new Message(query.getHeader().getID());
                answer.getHeader().setFlag(Flags.QR);
                answer.getHeader().setRcode(Rcode.SERVFAIL);
                answer.addRecord(query.getQuestion(), Section.QUESTION);
                return List.of(answer.toWire());
            });
            world.at(HOST, ADDRESS, zone(USUAL));
            world.resolvers = List.of(refusing.address(), world.resolver.address());
            for (int i = 0; i < 4; i++) {
                assertThat(world.ask(HOST).replies()).hasSize(1);
            }
        }

        @Test
        void mayAnswerForOneFamilyOnly() {
            var half = world.start(query -> query.getQuestion().getType() == Type.A
                    ? List.of(world.resolve(query).toWire())
                    : List.of());
            world.at(HOST, ADDRESS, zone(USUAL));
            world.resolvers = List.of(half.address());

            assertThat(world.ask(HOST).replies()).singleElement().isInstanceOf(Reply.Serving.class);
        }

        @Test
        void thatDoesNotAnswerIsNotTakenForAHostWithoutAddress() {
            world.resolvers = List.of();
            assertThat(world.ask(HOST).replies()).containsExactly(new Reply.Silent());
            world.resolvers = List.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1));
            assertThat(world.ask(HOST).replies()).containsExactly(new Reply.Silent());
        }
    }

    @Nested
    class ASignedZone {

        private final KeyPair key = StubZone.key();

        private ZoneKey zoneKey(KeyPair pair) {
            var record = zone("").record(pair);
            return new ZoneKey(257, 3, 13, Base64.getEncoder().encodeToString(record.getKey()));
        }

        @Test
        void hasTheKeyThatSignsIt() {
            assertThat(served(zone(USUAL).signedWith(key, World.NOW)).keys()).containsExactly(zoneKey(key));
        }

        @Test
        void hasNoKeyThatSignsNothing() {
            assertThat(served(zone(USUAL).with(key)).keys()).isEmpty();
            assertThat(served(zone(USUAL).with(StubZone.key()).signedWith(key, World.NOW))
                            .keys())
                    .containsExactly(zoneKey(key));
        }

        @Test
        void hasNoKeyWhoseSignatureIsOver() {
            var until = World.NOW.minus(Duration.ofHours(1));

            assertThat(served(zone(USUAL)
                                    .with(key)
                                    .signing(key, Type.DNSKEY, until)
                                    .signing(key, Type.SOA, until))
                            .keys())
                    .isEmpty();
        }

        @Test
        void hasNoKeyThatWasCopiedWithItsSignature() {
            var until = World.NOW.plus(Duration.ofDays(1));

            assertThat(served(zone(USUAL).with(key).signing(key, Type.DNSKEY, until))
                            .keys())
                    .isEmpty();
        }

        @Test
        void hasNoKeyWhoseSignatureIsAnothers() {
            var thief = StubZone.key();
            var stolen = zone(USUAL).with(key).with(thief);
            var until = World.NOW.plus(Duration.ofDays(1));

            assertThat(served(stolen.signing(thief, Type.DNSKEY, until).signing(thief, Type.SOA, until))
                            .keys())
                    .containsExactly(zoneKey(thief));
        }
    }
}

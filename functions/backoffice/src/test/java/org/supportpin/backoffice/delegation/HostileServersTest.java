package org.supportpin.backoffice.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supportpin.backoffice.delegation.World.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.registrar.Nameserver;
import org.supportpin.domain.registrar.ProbedNameserver;
import org.supportpin.domain.registrar.ProbedNameserver.Reply;
import org.supportpin.domain.registrar.ZoneKey;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Whatever servers send, the probe ends in its two seconds, says what it saw, and leaves nothing open. */
class HostileServersTest {

    private static final String HOST = DnsDelegationProbeTest.HOST;
    private static final String ADDRESS = DnsDelegationProbeTest.ADDRESS;

    /** Two seconds, and what a busy machine needs besides. */
    private static final Duration MOST = Duration.ofMillis(2600);

    private static final StubZone ZONE = new StubZone(
            "example.gr", "@ IN A 185.4.132.10\nwww IN A 185.4.132.10\n@ IN MX 10 mail\nmail IN A 185.4.132.11\n");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    /** Servers that answer nothing that can be read. */
    static Stream<Named<StubServer.Behaviour>> silence() {
        return Stream.of(
                doing("nothing", query -> List.of()),
                doing("an empty datagram", query -> List.of(new byte[0])),
                doing("one octet", query -> List.of(new byte[1])),
                doing("its id only", query -> List.of(Arrays.copyOf(query.toWire(), 2))),
                doing("half a header", query -> List.of(Arrays.copyOf(query.toWire(), 7))),
                doing(
                        "a header only",
                        query -> List.of(Arrays.copyOf(ZONE.answer(query).toWire(), 12))),
                doing("half an answer", query -> {
                    var whole = ZONE.answer(query).toWire();
                    return List.of(Arrays.copyOf(whole, whole.length / 2));
                }),
                doing(
                        "another id",
                        query -> List.of(altered(query, wire -> {
                            wire[0] ^= 1;
                            return wire;
                        }))),
                doing(
                        "another name",
                        query -> List.of(altered(query, wire -> {
                            wire[13] ^= 1;
                            return wire;
                        }))),
                doing("another type", query -> {
                    var answer = new Message(query.getHeader().getID());
                    answer.getHeader().setFlag(Flags.QR);
                    answer.getHeader().setFlag(Flags.AA);
                    answer.addRecord(
                            Record.newRecord(query.getQuestion().getName(), Type.TXT, DClass.IN), Section.QUESTION);
                    return List.of(answer.toWire());
                }),
                doing("no question", query -> {
                    var answer = new Message(query.getHeader().getID());
                    answer.getHeader().setFlag(Flags.QR);
                    answer.getHeader().setFlag(Flags.AA);
                    return List.of(answer.toWire());
                }),
                // A name that points at itself (RFC 1035 §4.1.4).
                doing("a compression loop", query -> List.of(loop(query))),
                // More records than there are.
                doing(
                        "a lying count",
                        query -> List.of(altered(query, wire -> {
                            wire[6] = (byte) 0xff;
                            wire[7] = (byte) 0xff;
                            return wire;
                        }))),
                doing(
                        "a thousand datagrams with another id",
                        query -> IntStream.range(0, 1000)
                                .mapToObj(_ -> altered(query, wire -> {
                                    wire[1] ^= 0x55;
                                    return wire;
                                }))
                                .toList()));
    }

    /** Servers that are truncated by UDP, and then do harm by TCP. */
    static Stream<Named<StubServer.Behaviour>> connections() {
        return Stream.of(
                byTcp("closed at once", (query, socket) -> {}),
                byTcp("never answered", HostileServersTest::nothing),
                byTcp("half a length", (query, socket) -> {
                    socket.getOutputStream().write(1);
                    rest(5000);
                }),
                byTcp("a length only", (query, socket) -> {
                    socket.getOutputStream().write(new byte[] {-1, -1});
                    rest(5000);
                }),
                byTcp("no length", (query, socket) -> socket.getOutputStream().write(new byte[2])),
                byTcp("octet by octet", HostileServersTest::octetByOctet),
                byTcp("without end", (query, socket) -> {
                    for (int i = 0; i < 50_000; i++) {
                        socket.getOutputStream().write(new byte[1000]);
                    }
                }),
                byTcp(
                        "another id",
                        (query, socket) -> StubServer.send(socket, altered(query, wire -> {
                            wire[0] ^= 1;
                            return wire;
                        }))));
    }

    /** What a server does with a connection. */
    private interface Tcp {
        void answer(Message query, Socket socket) throws IOException;
    }

    private static Named<StubServer.Behaviour> doing(String name, StubServer.Behaviour behaviour) {
        return Named.of(name, behaviour);
    }

    private static Named<StubServer.Behaviour> byTcp(String name, Tcp tcp) {
        return Named.of(name, truncatedThen(tcp));
    }

    private static StubServer.Behaviour truncatedThen(Tcp tcp) {
        return new StubServer.Behaviour() {
            @Override
            public List<byte[]> datagrams(Message query) {
                return List.of(truncated(query));
            }

            @Override
            public void connection(Message query, Socket socket) throws IOException {
                tcp.answer(query, socket);
            }
        };
    }

    private static void nothing(Message query, Socket socket) {
        rest(5000);
    }

    private static void octetByOctet(Message query, Socket socket) throws IOException {
        var wire = ZONE.answer(query).toWire(Message.MAXLENGTH);
        socket.getOutputStream().write(new byte[] {0, (byte) wire.length});
        for (var octet : wire) {
            rest(100);
            socket.getOutputStream().write(octet);
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] truncated(Message query) {
        var answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setFlag(Flags.TC);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer.toWire();
    }

    private static byte[] altered(Message query, UnaryOperator<byte[]> change) {
        return change.apply(ZONE.answer(query).toWire());
    }

    private static byte[] loop(Message query) {
        var wire = ZONE.answer(query).toWire();
        var question = query.getQuestion().getName().length() + 4;
        wire[12 + question] = (byte) 0xc0;
        wire[12 + question + 1] = (byte) (12 + question);
        return wire;
    }

    private List<ProbedNameserver> askInTime(Nameserver... servers) {
        var start = System.nanoTime();
        var answers = world.ask(servers);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
        return answers;
    }

    private Reply replyInTime(StubServer.Behaviour behaviour) {
        world.at(HOST, ADDRESS, behaviour);
        return askInTime(server(HOST)).getFirst().replies().getFirst();
    }

    @ParameterizedTest
    @MethodSource("silence")
    void whatCannotBeReadIsSilence(StubServer.Behaviour server) {
        assertThat(replyInTime(server)).isEqualTo(new Reply.Silent());
    }

    @ParameterizedTest
    @MethodSource("connections")
    void aConnectionCannotHoldItUp(StubServer.Behaviour server) {
        assertThat(replyInTime(server)).isEqualTo(new Reply.Silent());
    }

    @Test
    void whatIsTruncatedByTcpTooIsNotTheZone() {
        assertThat(replyInTime(truncatedThen((query, socket) -> StubServer.send(socket, truncated(query)))))
                .isEqualTo(new Reply.NotAuthoritative());
    }

    @Test
    void theRightAnswerCountsThatComesAfterWrongOnes() {
        assertThat(replyInTime(query -> {
                    var wire = ZONE.answer(query).toWire();
                    var wrong = wire.clone();
                    wrong[0] ^= 1;
                    return List.of(wrong, wrong, wire);
                }))
                .isInstanceOf(Reply.Serving.class);
    }

    /** The worst that a request may name, beside the worst that the registry may have. */
    @Test
    void thirteenAndThirteenSlowServersTakeNoLongerThanOne() {
        var servers = new ArrayList<Nameserver>();
        for (int i = 1; i <= 26; i++) {
            world.at("ns" + i + ".example.com", "185.4.132." + i, truncatedThen(HostileServersTest::octetByOctet));
            world.at("ns" + i + ".example.com", "185.4.133." + i, query -> List.of());
            servers.add(server("ns" + i + ".example.com"));
        }

        assertThat(askInTime(servers.toArray(Nameserver[]::new)))
                .hasSize(26)
                .allSatisfy(server -> assertThat(server.replies()).doesNotContain(new Reply.NotAuthoritative()));
    }

    @Test
    void aSlowServerDoesNotSpoilTheAnswerOfAnother() {
        world.at(HOST, ADDRESS, truncatedThen(HostileServersTest::octetByOctet));
        world.at("ns2.example.com", "185.4.132.2", ZONE);

        var answers = askInTime(server(HOST), server("ns2.example.com"));

        assertThat(answers.getFirst().replies()).containsExactly(new Reply.Silent());
        assertThat(answers.getLast().replies()).singleElement().isInstanceOf(Reply.Serving.class);
    }

    /**
     * Sixteen keys with the same tag, any of which could have made any of a hundred signatures, and each takes milliseconds to verify
     * (CVE-2023-50387): half a minute, if all were tried.
     */
    @Test
    void manyKeysAndManySignaturesAreNotTriedOut() {
        var zone = new StubZone("example.gr", "");
        var key = slowKey();
        var tag = 0;
        for (int i = 0; i < 16; i++) {
            // Two words that change places leave the tag as it is (RFC 4034, appendix B).
            var swapped = key.clone();
            System.arraycopy(key, 400, swapped, 300 + 2 * i, 2);
            System.arraycopy(key, 300 + 2 * i, swapped, 400, 2);
            var record = new DNSKEYRecord(zone.origin(), DClass.IN, 3600, 257, 3, 8, swapped);
            assertThat(i == 0 || record.getFootprint() == tag).isTrue();
            tag = record.getFootprint();
            zone.add(record);
        }
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            var signature = new byte[256];
            random.nextBytes(signature);
            signature[0] = 1;
            zone.add(signature(zone.origin(), 8, tag, signature));
        }

        assertThat(keys(replyInTime(zone))).isEmpty();
    }

    /** RSA (RFC 3110 §2) with a modulus and an exponent of 2,048 bits each. */
    private static byte[] slowKey() {
        var octets = new byte[3 + 256 + 256];
        new Random(5).nextBytes(octets);
        octets[0] = 0;
        octets[1] = 1;
        octets[2] = 0;
        octets[3] = 1;
        octets[3 + 255] |= 1;
        octets[3 + 256] |= (byte) 0x80;
        octets[octets.length - 1] |= 1;
        return octets;
    }

    private static RRSIGRecord signature(Name zone, int algorithm, int tag, byte[] octets) {
        return new RRSIGRecord(
                zone,
                DClass.IN,
                3600,
                Type.DNSKEY,
                algorithm,
                3600,
                World.NOW.plusSeconds(3600),
                World.NOW.minusSeconds(3600),
                tag,
                zone,
                octets);
    }

    @Test
    void aHugeSetOfKeysIsNone() {
        var zone = new StubZone("example.gr", "");
        for (int i = 0; i < 700; i++) {
            var octets = new byte[64];
            octets[0] = (byte) i;
            octets[1] = (byte) (i >> 8);
            zone.add(new DNSKEYRecord(zone.origin(), DClass.IN, 3600, 257, 3, 13, octets));
        }

        assertThat(keys(replyInTime(zone))).isEmpty();
    }

    /** Keys that are no points of their curve, of length zero, of unknown algorithms; signatures as odd. */
    @Test
    void keysAndSignaturesOfAnyFormHarmNothing() {
        var random = new Random(17);
        for (int algorithm : new int[] {0, 1, 3, 5, 6, 7, 8, 10, 12, 13, 14, 15, 16, 253, 255}) {
            for (int length : new int[] {0, 1, 3, 31, 32, 64, 65, 96, 500}) {
                var zone = new StubZone("example.gr", "");
                var octets = new byte[length];
                random.nextBytes(octets);
                var key = new DNSKEYRecord(zone.origin(), DClass.IN, 3600, 257, 3, algorithm, octets);
                zone.add(key);
                Stream.of(0, 1, 63, 64, 96, 114, 500).forEach(size -> {
                    var signature = new byte[size];
                    random.nextBytes(signature);
                    zone.add(signature(zone.origin(), algorithm, key.getFootprint(), signature));
                });
                var answer = zone.answer(Message.newQuery(Record.newRecord(zone.origin(), Type.DNSKEY, DClass.IN)));

                assertThat(new Signatures(zone.origin(), World.NOW).keys(answer, answer))
                        .isEmpty();
            }
        }
    }

    private static Set<ZoneKey> keys(Reply reply) {
        return switch (reply) {
            case Reply.Serving(var zone) -> zone.keys();
            case Reply other -> throw new AssertionError(other.toString());
        };
    }

    /** Answers with octets changed at random are read as something or as nothing, and never break anything. */
    @Test
    void answersAreAlteredAtRandom() {
        var random = new Random(20261127);
        var key = StubZone.key();
        var zone = new StubZone(
                        "example.gr",
                        "@ IN A 185.4.132.10\nwww IN CNAME a\na IN CNAME @\n@ IN MX 10 mail\nmail IN AAAA 2a02:587::1\n")
                .signedWith(key, World.NOW);
        world.at(HOST, ADDRESS, query -> {
            var wire = zone.answer(query).toWire(Message.MAXLENGTH);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                wire[2 + random.nextInt(wire.length - 2)] = (byte) random.nextInt();
            }
            return List.of(wire);
        });
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var asked = 0;
        while (System.nanoTime() < end && asked++ < 500) {
            assertThat(askInTime(server("ns1.example.gr", ADDRESS)).getFirst().replies())
                    .hasSize(1);
        }
    }

    @Test
    void itTakesNoLongerThanTheWorkAtHandMay() {
        world.at(HOST, ADDRESS, query -> List.of());
        var start = System.nanoTime();

        Deadline.NONE.within(Duration.ofMillis(800)).hold(() -> world.ask(HOST));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1200));
    }

    @Test
    void withoutTimeNobodyIsAsked() {
        var there = world.at(HOST, ADDRESS, ZONE);

        assertThatExceptionOfType(BackOfficeUnavailable.class)
                .isThrownBy(() -> Deadline.NONE.within(Duration.ofMillis(300)).hold(() -> world.ask(HOST)));
        assertThat(there.queries).isEmpty();
    }

    @Test
    void whoIsInterruptedAsksNoLonger() throws InterruptedException {
        world.at(HOST, ADDRESS, query -> List.of());
        var failure = new ArrayList<RuntimeException>();
        var asking = Thread.ofPlatform().start(() -> {
            try {
                world.ask(HOST);
            } catch (BackOfficeUnavailable e) {
                failure.add(e);
            }
        });
        Thread.sleep(200);
        asking.interrupt();
        asking.join(1000);

        assertThat(failure).hasSize(1);
    }

    /** Servers that keep their connections open do not use up the process's files. */
    @Test
    void nothingStaysOpen() throws IOException {
        var server = world.at(HOST, ADDRESS, truncatedThen(HostileServersTest::nothing));
        for (int i = 0; i < 3; i++) {
            world.ask(HOST);
        }

        for (int looks = 0; looks < 20 && connectionsTo(server.address().getPort()) > 0; looks++) {
            rest(100);
        }
        assertThat(connectionsTo(server.address().getPort())).isZero();
    }

    /** The process's connections to a port that it has not closed: established, or closed by the other side alone. */
    private static long connectionsTo(int port) throws IOException {
        var remote = ":%04X".formatted(port);
        var count = 0L;
        for (var table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            try (var lines = Files.lines(Path.of(table))) {
                count += lines.map(line -> line.strip().split(" +", -1))
                        .filter(columns -> columns[2].endsWith(remote))
                        .filter(columns -> columns[3].equals("01") || columns[3].equals("08"))
                        .count();
            }
        }
        return count;
    }
}

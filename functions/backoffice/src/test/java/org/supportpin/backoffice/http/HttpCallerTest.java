package org.supportpin.backoffice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Reply.HttpAnswer;
import org.supportpin.backoffice.testing.StubServer;
import org.supportpin.backoffice.testing.StubServer.Behaviour;
import org.supportpin.domain.deadline.Deadline;

class HttpCallerTest {

    private static final Timeouts CALM = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final StubServer server = StubServer.start().does(_ -> Behaviour.says(200, "yes"));

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply<HttpAnswer> get(Endpoint endpoint, Timeouts patience, Map<String, String> headers) {
        return new HttpCaller(endpoint, patience).send("GET", "/", headers, Content.EMPTY);
    }

    @Test
    void anAnswerComesBackWhole() {
        var reply = (Reply.Answered<HttpAnswer>)
                new HttpCaller(server.endpoint(), CALM).send("PATCH", "/a%20b", Map.of("X-Key", "k"), Content.of("α"));

        assertThat(reply.answer().status()).isEqualTo(200);
        assertThat(reply.answer().content().bytes()).isEqualTo("yes".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("PATCH");
            assertThat(asked.path()).isEqualTo("/a%20b");
            assertThat(asked.header("X-key")).isEqualTo("k");
            assertThat(asked.text()).isEqualTo("α");
        });
    }

    @Test
    void anExchangeEndsWithTheTimeOfTheWorkAtHand() {
        server.does(_ -> new Behaviour.Hangs());
        var started = System.nanoTime();

        assertThat(Deadline.NONE.within(Duration.ofMillis(300)).hold(() -> get(server.endpoint(), CALM, Map.of())))
                .isInstanceOf(Reply.Lost.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void withoutTimeNothingIsSent() {
        assertThat(Deadline.NONE.within(Duration.ZERO).hold(() -> get(server.endpoint(), CALM, Map.of())))
                .isInstanceOf(Reply.NotSent.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aWatchHoldsForAsLongAsWhatWasMadeUnderIt() throws Exception {
        var seen = new CopyOnWriteArrayList<String>();
        var watch = new Watch() {
            @Override
            public Optional<String> objection(Request request) {
                return request.method().equals("GET") ? Optional.empty() : Optional.of("not allowed here");
            }

            @Override
            public void saw(Request request, Reply<HttpAnswer> reply, Duration took) {
                seen.add(request.method() + " " + request.path() + " " + (reply instanceof Reply.Answered));
            }
        };
        var watched = watch.over(() -> new HttpCaller(server.endpoint(), CALM));
        var free = new HttpCaller(server.endpoint(), CALM);
        var replies = new CopyOnWriteArrayList<Reply<HttpAnswer>>();
        var thread = Thread.ofPlatform().start(() -> replies.add(watched.send("DELETE", "/", Map.of(), Content.EMPTY)));
        thread.join();

        assertThat(replies).containsExactly(new Reply.NotSent<>("not allowed here"));
        assertThat(server.asked()).isEmpty();
        assertThat(watched.send("GET", "/a", Map.of(), Content.EMPTY)).isInstanceOf(Reply.Answered.class);
        assertThat(free.send("DELETE", "/b", Map.of(), Content.EMPTY)).isInstanceOf(Reply.Answered.class);
        assertThat(seen).containsExactly("GET /a true");
    }

    @Test
    void noRedirectIsFollowed() {
        try (var other = StubServer.start()) {
            var location = other.endpoint().base().toString();
            server.does(_ -> new Behaviour.Says(302, Map.of("Location", location), Content.EMPTY));

            assertThat(get(server.endpoint(), CALM, Map.of()))
                    .isInstanceOf(Reply.Answered.class)
                    .extracting("answer.status")
                    .isEqualTo(302);
            assertThat(other.asked()).isEmpty();
        }
    }

    /** A changing request that broke off may have arrived, so it is not silently sent again. */
    @Test
    void nothingThatChangesIsSentTwice() {
        server.does(_ -> new Behaviour.Drops());
        var reply = new HttpCaller(server.endpoint(), CALM).send("POST", "/", Map.of(), Content.of("x"));

        assertThat(reply).isInstanceOf(Reply.Lost.class);
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Other: b", "a\nb", "a\u0000b", "κλειδί", "a\u007f"})
    void aHeaderThatWouldBeTwoIsNotSentAndNotRepeated(String value) {
        var reply = get(server.endpoint(), CALM, Map.of("X-Key", value));

        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.NotSent.class, it -> assertThat(it.why()).doesNotContain(value));
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        server.does(_ -> new Behaviour.Says(200, Map.of(), Content.of(new byte[(4 << 20) + 1])));

        assertThat(get(server.endpoint(), CALM, Map.of())).isInstanceOf(Reply.Lost.class);
    }

    /** The JDK's own time-out ends with the headers. */
    @Test
    void theTimeIsForTheWholeAnswer() {
        server.does(_ -> new Behaviour.Hangs());

        assertThat(get(server.endpoint(), new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(200)), Map.of()))
                .isInstanceOf(Reply.Lost.class);
    }

    @Test
    void theUsualPatienceIsBelowTheFunctionsOwn() {
        assertThat(Timeouts.USUAL.whole().multipliedBy(3)).isLessThan(Duration.ofSeconds(10));
        assertThat(Timeouts.USUAL.connect()).isLessThan(Timeouts.USUAL.whole());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, PUBLIC, false",
        "127.0.0.1, PRIVATE, false",
        "127.0.0.1, LOOPBACK, true",
        "10.1.2.3, PUBLIC, false",
        "10.1.2.3, PRIVATE, true",
        "10.1.2.3, LOOPBACK, false",
        "169.254.169.254, PUBLIC, false",
        "169.254.169.254, PRIVATE, false",
        "195.251.255.20, PUBLIC, true",
        "195.251.255.20, PRIVATE, false",
        "::1, PUBLIC, false",
        "::1, LOOPBACK, true",
        "fd00::1, PRIVATE, true",
        "fd00::1, PUBLIC, false",
        "fe80::1, PUBLIC, false",
        "::ffff:127.0.0.1, PUBLIC, false",
        "2a02:587::1, PUBLIC, true",
        "0.0.0.0, PUBLIC, false",
        "100.64.0.1, PUBLIC, false"
    })
    void aNetworkHoldsItsAddresses(String address, Network network, boolean held) throws Exception {
        assertThat(network.allows(java.net.InetAddress.getByName(address))).isEqualTo(held);
    }

    /** Nothing of the request was sent. */
    @Test
    void withoutTlsThatIsAgreedOnNothingIsSent() throws Exception {
        var plain = new Endpoint(
                URI.create("https://127.0.0.1:" + server.endpoint().base().getPort()), Network.LOOPBACK);
        assertThat(get(plain, CALM, Map.of())).isInstanceOf(Reply.NotSent.class);
        try (var closes = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        closes.accept().close();
                    }
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            var endpoint = new Endpoint(URI.create("https://127.0.0.1:" + closes.getLocalPort()), Network.LOOPBACK);
            assertThat(get(endpoint, CALM, Map.of())).isInstanceOf(Reply.NotSent.class);
        }

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void whatHasNoAddressIsNotAsked() {
        var endpoint = new Endpoint(URI.create("https://nowhere.invalid"), Network.PUBLIC);

        assertThat(get(endpoint, CALM, Map.of())).isInstanceOf(Reply.NotSent.class);
    }
}

package org.supportpin.functions.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.backoffice.webhook.WebhookSettings;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.http.Log;

class EventWebhookTest {

    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final Deque<Integer> planned = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("webhook-id"));
            exchange.sendResponseHeaders(planned.isEmpty() ? 204 : planned.removeFirst(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private EventWebhook webhook(Secret... secrets) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new EventWebhook(
                new WebhookSettings(
                        new Endpoint(url, Network.LOOPBACK),
                        List.of(new SecretReference("/support-pin/events/webhook"))),
                _ -> {
                    if (secrets.length == 0) {
                        throw new SecretUnavailable("not there");
                    }
                    return secrets[0];
                },
                Clock.systemUTC(),
                new Log(new PrintStream(log, true, StandardCharsets.UTF_8)),
                pauses::add);
    }

    private static OutwardEvent event(String id) {
        return new OutwardEvent(
                id,
                "support-pin.verified",
                Samples.NOON,
                Json.object().put("id", id).build());
    }

    private String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachIsPostedOnceAndInOrder() {
        assertThat(webhook(SECRET).take(List.of(event("a"), event("b")))).isEqualTo(2);
        assertThat(asked).containsExactly("a", "b");
        assertThat(pauses).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void oneThatIsNotTakenIsPostedAgainAfterAPauseUnderTheSameId() {
        planned.addAll(List.of(503, 500));

        assertThat(webhook(SECRET).take(List.of(event("a"), event("b")))).isEqualTo(2);
        assertThat(asked).containsExactly("a", "a", "a", "b");
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    /** The stream's next delivery goes on there. */
    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 408, 410, 429, 500, 503})
    void afterThreeAttemptsItIsLeftToTheStreamAndWhatFollowsWaits(int status) {
        planned.addAll(List.of(204, status, status, status));

        assertThat(webhook(SECRET).take(List.of(event("a"), event("b"), event("c"))))
                .isEqualTo(1);
        assertThat(asked).containsExactly("a", "b", "b", "b");
        assertThat(logged()).contains("\"outcome\":\"event-waits\"", "\"event\":\"b\"", "\"status\":" + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void oneThatIsRefusedForGoodIsCountedAndHoldsUpNone(int status) {
        planned.add(status);

        assertThat(webhook(SECRET).take(List.of(event("a"), event("b")))).isEqualTo(2);
        assertThat(asked).containsExactly("a", "b");
        assertThat(logged())
                .contains(
                        "\"outcome\":\"event-refused\"",
                        "\"event\":\"a\"",
                        "\"EventsRefused\":1",
                        "\"status\":" + status);
    }

    @Test
    void withoutItsSecretNothingIsPosted() {
        assertThat(webhook().take(List.of(event("a")))).isZero();
        assertThat(asked).isEmpty();
    }

    /** Lambda would end the function in the pause, and deliver the whole batch again. */
    @Test
    void noPauseOutlastsTheFunction() {
        planned.add(503);
        var webhook = webhook(SECRET);

        assertThat(Deadline.in(() -> Duration.ofSeconds(2))
                        .<Integer, RuntimeException>hold(() -> webhook.take(List.of(event("a")))))
                .isZero();
        assertThat(pauses).isEmpty();
    }
}

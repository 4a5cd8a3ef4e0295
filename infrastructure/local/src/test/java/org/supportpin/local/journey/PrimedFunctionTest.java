package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.crac.Core;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.local.testing.Trees;

/** Security row 22: before its snapshot a function opens no secret, changes nothing, and needs no extra permission. */
@Tag("ci")
class PrimedFunctionTest {

    private static final int EVENTS = 12;

    @TempDir
    private static Path data;

    private static Service service;

    private final List<Integer> statuses = new ArrayList<>();
    private final AtomicInteger doubles = new AtomicInteger();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        service = Service.in(data);
        service.customer("1001").activated();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static List<Rehearsed> all() {
        return Rehearsed.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void itGoesTheWholeWayAndChangesNothing(Rehearsed rehearsed) {
        var table = service.backDoor().items();
        var backOffice = service.backDoor().backOfficeItems();
        var sms = messages();

        var sent = prime(rehearsed);

        assertThat(log().path("outcome").asText()).as("%s", log()).isEqualTo("primed");
        assertThat(log().path("events").asInt()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(statuses).startsWith(rehearsed.statuses().toArray(Integer[]::new));
        assertThat(doubles).hasValueGreaterThan(1);
        assertThat(sent.isEmpty())
                .as("only recovery reads nothing of one customer")
                .isEqualTo(rehearsed.statuses().isEmpty());
        assertThat(sent).allSatisfy(call -> {
            assertThat(call.target())
                    .isIn("DynamoDB_20120810.Query", "DynamoDB_20120810.GetItem", "TrentService.Decrypt");
            assertThat(call.body()).as("only of a customer whom there is not").contains("rehearsal-");
        });
        assertThat(service.backDoor().items()).containsExactlyInAnyOrderElementsOf(table);
        assertThat(service.backDoor().backOfficeItems()).isEqualTo(backOffice);
        assertThat(messages()).isEqualTo(sms);
    }

    /** A function that opens PINs has called KMS before, but never for a real customer. */
    @Test
    void theWayToKmsIsGoneAndLeadsNowhere() {
        var decrypted = prime(Rehearsed.all().get(1)).stream()
                .filter(call -> call.target().equals("TrentService.Decrypt"));

        assertThat(decrypted).isNotEmpty().allSatisfy(call -> {
            assertThat(call.status()).isEqualTo(400);
            assertThat(call.answer()).contains("InvalidCiphertextException");
        });
    }

    /** What was on the wire meanwhile. */
    private List<WireTap.Sent> prime(Rehearsed rehearsed) {
        try (var tap = new WireTap(service.environment(rehearsed.id()))) {
            var wiring = new SnapStart(
                            tap.environment(),
                            Clock.systemUTC(),
                            new Log(new PrintStream(logged, true, UTF_8)),
                            List.of(service.guard(rehearsed.id())),
                            rehearsed.scenes(),
                            heard(rehearsed.function()),
                            EVENTS)
                    .wiring();

            assertThat(tap.sent()).isEmpty();
            wiring.priming().beforeCheckpoint(Core.getGlobalContext());
            return tap.sent();
        }
    }

    /** The function, with the statuses of its answers recorded; each round creates one, with new connections. */
    private Function<Wiring, RequestStreamHandler> heard(Function<Wiring, RequestStreamHandler> function) {
        return wiring -> {
            doubles.incrementAndGet();
            var inner = function.apply(wiring);
            return (in, out, context) -> {
                var copy = new ByteArrayOutputStream();
                inner.handleRequest(in, copy, context);
                var answer = Trees.read(copy.toString(UTF_8));
                if (answer.has("statusCode")) {
                    statuses.add(answer.path("statusCode").asInt());
                }
                copy.writeTo(out);
            };
        };
    }

    private JsonNode log() {
        return Trees.read(logged.toString(UTF_8));
    }

    private static String messages() {
        return service.call("GET", "/local/sms", "", null).body().toString();
    }
}

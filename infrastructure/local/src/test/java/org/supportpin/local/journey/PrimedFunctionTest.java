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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.crac.Core;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.local.json.Json;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Security row 22: what a function does before its snapshot opens no secret, changes nothing, and needs no right of its own. */
class PrimedFunctionTest {

    private static final int EVENTS = 12;

    @TempDir
    private static Path data;

    private static Service service;

    private final List<String> sent = new CopyOnWriteArrayList<>();
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
        var table = service.behindItsBack().items();
        var backOffice = service.behindItsBack().backOfficeItems();
        var sms = messages();

        prime(rehearsed);

        assertThat(log().path("outcome").asText()).as("%s", log()).isEqualTo("primed");
        assertThat(log().path("events").asInt()).isGreaterThanOrEqualTo(EVENTS);
        assertThat(statuses).startsWith(rehearsed.statuses().toArray(Integer[]::new));
        assertThat(doubles).hasValueGreaterThan(1);
        assertThat(sent).isNotEmpty().allMatch(List.of("Query", "GetItem", "Decrypt")::contains);
        assertThat(service.behindItsBack().items()).containsExactlyInAnyOrderElementsOf(table);
        assertThat(service.behindItsBack().backOfficeItems()).isEqualTo(backOffice);
        assertThat(messages()).isEqualTo(sms);
    }

    /** What opens a PIN later has asked KMS before; and KMS was never asked for a customer's own. */
    @Test
    void theWayToKmsIsGoneAndLeadsNowhere() {
        prime(Rehearsed.all().get(1));

        assertThat(sent).contains("Decrypt");
        assertThat(answers).containsOnly("InvalidCiphertextException");
    }

    private final List<String> answers = new CopyOnWriteArrayList<>();

    private void prime(Rehearsed rehearsed) {
        var wiring = Wiring.primed(
                service.environment(rehearsed.id()),
                Clock.systemUTC(),
                new Log(new PrintStream(logged, true, UTF_8)),
                List.of(service.guard(rehearsed.id()), new Wire()),
                rehearsed.scenes(),
                heard(rehearsed.function()),
                EVENTS);

        assertThat(sent).isEmpty();
        wiring.priming().beforeCheckpoint(Core.getGlobalContext());
    }

    /** The function, whose answers' statuses are noted; each round makes one, which connects anew. */
    private Function<Wiring, RequestStreamHandler> heard(Function<Wiring, RequestStreamHandler> function) {
        return wiring -> {
            doubles.incrementAndGet();
            var inner = function.apply(wiring);
            return (in, out, context) -> {
                var copy = new ByteArrayOutputStream();
                inner.handleRequest(in, copy, context);
                var answer = Json.read(copy.toString(UTF_8));
                if (answer.has("statusCode")) {
                    statuses.add(answer.path("statusCode").asInt());
                }
                copy.writeTo(out);
            };
        };
    }

    private JsonNode log() {
        return Json.read(logged.toString(UTF_8));
    }

    private static String messages() {
        return service.call("GET", "/local/sms", "", null).body().toString();
    }

    /** Sees what went out, and what came back as an error. */
    private final class Wire implements ExecutionInterceptor {
        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            sent.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }

        @Override
        public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
            if (sent.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))) {
                answers.add(context.exception().getClass().getSimpleName());
            }
        }
    }
}

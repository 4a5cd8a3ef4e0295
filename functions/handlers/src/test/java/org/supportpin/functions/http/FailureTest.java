package org.supportpin.functions.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.supportpin.functions.http.Edge.CANARY;
import static org.supportpin.functions.http.Edge.assertProblem;
import static org.supportpin.functions.http.Edge.body;
import static org.supportpin.functions.http.Edge.event;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.testing.EventOf;

/** Exceptions' messages may contain secrets: they appear neither in answers nor in the log. */
class FailureTest {

    private final Edge edge = new Edge();

    static Stream<RuntimeException> passing() {
        var cause = new IllegalStateException(CANARY);
        return Stream.of(new StoreUnavailable(CANARY, cause), contended(), new KeysUnavailable(CANARY, cause));
    }

    /** What the commands throw if another request is always first. */
    private static RuntimeException contended() {
        var store = new InMemoryLedger();
        var commands = new LedgerCommands(store, Clock.systemUTC());
        var customer = Samples.newCustomer();
        LedgerCommands.Command<Boolean> first = (_, _) -> Decision.record(new Event.PinRejected(), true);
        LedgerCommands.Command<Boolean> overtaken = (snapshot, now) -> {
            commands.perform(customer, new Actor.Panel(), first);
            return first.decide(snapshot, now);
        };
        return catchThrowableOfType(Contended.class, () -> commands.perform(customer, new Actor.Panel(), overtaken));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsAskedForAgain(RuntimeException failure) {
        edge.then = () -> {
            throw failure;
        };
        var answer = edge.answer(event().body(body("a")));

        assertProblem(answer, 503, "temporarily-unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(edge.log()).contains(failure.getClass().getName()).doesNotContain(CANARY);
    }

    /** It is not the service that failed: the customer can mend it, and is told how. */
    @ParameterizedTest
    @CsvSource({"PIN, activate", "RECORD, register-mobile"})
    void aSecretThatDoesNotOpenHasARemedyAndItsOwnAlarm(Purpose purpose, String remedy) {
        edge.then = () -> {
            throw new SecretDoesNotOpen(purpose, CANARY, null);
        };
        var answer = edge.answer(event().body(body("a")));

        assertProblem(answer, 409, "secret-does-not-open");
        assertThat(answer.body().text("remedy")).contains(remedy);
        assertThat(edge.log()).contains("\"SecretsNotOpening\":1");
        assertThat(edge.log()).contains("\"outcome\":\"secret-does-not-open\"").doesNotContain(CANARY);
    }

    @Test
    void otherFailuresAreNotExplained() {
        edge.then = () -> {
            throw new IllegalArgumentException(CANARY, new IOException(CANARY));
        };

        assertProblem(edge.answer(event().body(body("a"))), 500, "internal-error");
        assertThat(edge.log())
                .contains("java.lang.IllegalArgumentException", " < java.io.IOException")
                .doesNotContain(CANARY);
    }

    /** A page of another origin reads few headers; the customer reads none. */
    @Test
    void everyProblemNamesItsRequestAndNothingElseDoes() {
        var sound = edge.answer(event().body(body("a")));
        assertThat(sound.status()).isEqualTo(200);
        assertThat(sound.body().has("requestId")).isFalse();
        edge.then = () -> {
            throw new IllegalStateException(CANARY);
        };
        for (var problem : List.of(
                edge.answer(event().body(body("a"))),
                edge.answer(event().body("{")),
                edge.answer(event().body("{}")),
                edge.answer(EventOf.route("GET /v1/nowhere")),
                edge.answer(EventOf.route(Edge.ROUTE)))) {
            assertThat(problem.member("requestId")).isEqualTo(Json.of("request-1"));
        }
        assertThat(edge.log()).contains("\"requestId\":\"request-1\"");
        assertThat(edge.answer("{").body().has("requestId")).isFalse();
    }

    @Test
    void aCauseThatIsItselfEndsTheLine() {
        var one = new IllegalStateException(CANARY);
        one.initCause(new IllegalStateException(CANARY, one));
        edge.then = () -> {
            throw one;
        };

        assertProblem(edge.answer(event().body(body("a"))), 500, "internal-error");
        assertThat(edge.log()).hasSizeLessThan(8000);
    }
}

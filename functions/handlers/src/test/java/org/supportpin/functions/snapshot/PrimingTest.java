package org.supportpin.functions.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.SnapStart;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.testing.EventOf;
import org.supportpin.functions.verification.VerificationHandler;

class PrimingTest {

    private static final Context<Resource> CONTEXT = new Context<>() {
        @Override
        public void beforeCheckpoint(Context<? extends Resource> context) {}

        @Override
        public void afterRestore(Context<? extends Resource> context) {}

        @Override
        public void register(Resource resource) {}
    };

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    private Wiring wiring(Function<Wiring, RequestStreamHandler> function) {
        return new SnapStart(
                        // Nothing listens there.
                        Environments.at("http://127.0.0.1:1"),
                        Clock.systemUTC(),
                        new Log(new PrintStream(logged, true, UTF_8)),
                        List.of(),
                        Scenes.VERIFICATION,
                        function,
                        300)
                .wiring();
    }

    /** A version must be deployable while AWS has trouble: the function is slower at first, and not wrong. */
    @Test
    void ifAwsCannotBeReachedTheSnapshotIsTakenAnyway() {
        var wiring = wiring(VerificationHandler::new);
        var function = new VerificationHandler(wiring);

        wiring.priming().beforeCheckpoint(CONTEXT);
        wiring.priming().afterRestore(CONTEXT);

        assertThat(logged.toString(UTF_8))
                .contains("\"outcome\":\"not-primed\"", "ConnectException")
                .doesNotContain("rehearsal-");
        await().untilAsserted(() -> assertThat(logged.toString(UTF_8)).contains("\"outcome\":\"not-connected\""));
        assertThat(Answer.of(function, EventOf.route("POST /v1/nowhere")).status())
                .isEqualTo(404);
    }

    @Test
    void otherExceptionsAreLoggedWithoutTheirMessage() {
        var wiring = wiring(_ -> {
            throw new IllegalStateException("a secret");
        });

        wiring.priming().beforeCheckpoint(CONTEXT);

        assertThat(logged.toString(UTF_8))
                .contains("not-primed", "IllegalStateException")
                .doesNotContain("a secret");
    }

    @Test
    void theCompilersAreWaitedForUntilNothingIsCompiled() throws InterruptedException {
        var asked = new AtomicLong();

        assertThat(Priming.awaitRest(() -> Math.min(asked.incrementAndGet(), 4), Duration.ofMillis(1)))
                .isTrue();
        assertThat(asked).hasValue(5);
    }

    @Test
    void compilersThatNeverRestAreNotWaitedForForEver() throws InterruptedException {
        assertThat(Priming.awaitRest(new AtomicLong()::incrementAndGet, Duration.ofMillis(1)))
                .isFalse();
    }
}

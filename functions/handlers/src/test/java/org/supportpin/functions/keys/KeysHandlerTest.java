package org.supportpin.functions.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.testing.Answer;
import org.supportpin.functions.testing.Environments;
import org.supportpin.functions.testing.EventOf;

/** Without KMS; with it, the local stack's journeys ask. */
class KeysHandlerTest {

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    private Wiring wiring(Map<String, String> environment) {
        return Wiring.of(
                environment,
                new MutableClock(Instant.parse("2026-11-22T12:00:00Z")),
                new Log(new PrintStream(logged, true, UTF_8)),
                List.of());
    }

    /** A failure must not lie in a cache for an hour. */
    @Test
    void withoutAnAnswerOfKmsItIsAskedAgainLater() {
        var handler = new KeysHandler(wiring(Environments.at("http://127.0.0.1:1")));
        var answer = Answer.of(handler, EventOf.route("GET /v1/keys"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("temporarily-unavailable");
        assertThat(answer.header("Retry-After")).contains("1");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(logged.toString(UTF_8)).contains("KeysUnavailable").doesNotContain("127.0.0.1");
    }

    @Test
    void aFunctionWithoutAKeyThatSignsDoesNotStart() {
        var without = new HashMap<>(Environments.at("http://127.0.0.1:1"));
        without.keySet().removeAll(Set.of("SIGNING_KEY_ID", "EARLIER_SIGNING_KEY_IDS"));
        var wiring = wiring(without);

        assertThatIllegalStateException().isThrownBy(() -> new KeysHandler(wiring));
    }
}

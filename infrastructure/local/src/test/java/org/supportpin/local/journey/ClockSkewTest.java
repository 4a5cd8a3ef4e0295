package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions have different clocks: two seconds between them change no answer. */
class ClockSkewTest {

    /** Saying or entering six digits takes at least this long. */
    private static final Duration SAYING_IT = Duration.ofSeconds(4);

    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void aPinThatIsSaidAroundItsChangeVerifiesAndNoLimitMoves(int seconds, @TempDir Path data) {
        try (var service = Service.skewed(data, "VerificationHandler", Duration.ofSeconds(seconds))) {
            for (var before : new Duration[] {Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(-1)}) {
                var customer = service.customer().activated();
                var change = Instant.parse(customer.view().text("validUntil"));
                service.advance(Duration.between(service.now(), change.minus(before)));
                var shown = customer.pin();
                service.advance(SAYING_IT);
                service.agent().verify(customer, shown).is(201);
            }
            var guessed = service.customer().activated();
            for (int left = 4; left >= 0; left--) {
                var answer = service.agent().verify(guessed, guessed.wrongPin()).isProblem(403, "pin-rejected");
                assertThat(answer.body().path("attemptsLeft").asInt()).isEqualTo(left);
            }
            service.agent().verify(guessed, guessed.pin()).is(423);
            assertThat(guessed.unlock().is(200).text("phoneVerification")).isEqualTo("open");
            var times = guessed.activity().body().findValuesAsText("at").stream()
                    .map(Instant::parse)
                    .toList()
                    .reversed();
            assertThat(times).isSorted();
        }
    }
}

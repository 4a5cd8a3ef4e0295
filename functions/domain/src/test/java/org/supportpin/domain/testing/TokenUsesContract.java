package org.supportpin.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.token.TokenUses;

/** What every {@link TokenUses} promises. */
public abstract class TokenUsesContract {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:59Z");

    private final String client = "client-" + UUID.randomUUID();

    protected abstract TokenUses uses();

    private static Hash fresh() {
        return Hash.of(UUID.randomUUID().toString().getBytes(UTF_8));
    }

    @Test
    public void anAssertionIsUsedOnce() {
        var assertion = fresh();

        assertThat(uses().use(assertion, NOW.plusSeconds(60))).isTrue();
        assertThat(uses().use(assertion, NOW.plusSeconds(60))).isFalse();
        assertThat(uses().use(assertion, NOW.plusSeconds(600))).isFalse();
        assertThat(uses().use(fresh(), NOW.plusSeconds(60))).isTrue();
    }

    @Test
    public void ofManyAtTheSameTimeOneUsesAnAssertion() {
        var assertion = fresh();

        assertThat(Together.run(8, _ -> uses().use(assertion, NOW.plusSeconds(60))))
                .containsOnlyOnce(true);
    }

    @Test
    public void aMinuteHasItsTokensAndTheNextOneItsOwn() {
        for (int token = 0; token < 3; token++) {
            assertThat(uses().count(client, NOW, 3)).isTrue();
        }
        assertThat(uses().count(client, NOW, 3)).isFalse();
        assertThat(uses().count(client, NOW.minusSeconds(59), 3)).isFalse();
        assertThat(uses().count(client + "x", NOW, 3)).isTrue();
        assertThat(uses().count(client, NOW.plus(Duration.ofSeconds(1)), 3)).isTrue();
    }

    @Test
    public void ofManyAtTheSameTimeNoMoreAreCountedThanThereAre() {
        assertThat(Together.run(8, _ -> uses().count(client, NOW, 5)))
                .filteredOn(isCounted -> isCounted)
                .hasSize(5);
    }
}

package org.supportpin.local.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.store.DataFolder;

class MovableClockTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:30:00Z");
    private static final Clock REAL = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void timeMovesForwardAndARestartKeepsIt() throws IOException {
        try (var data = DataFolder.open(folder)) {
            var clock = MovableClock.open(data, REAL);
            var athens = clock.withZone(ZoneId.of("Europe/Athens"));
            assertThat(clock.instant()).isEqualTo(NOW);
            assertThat(clock.advance(Duration.ofMinutes(30))).isEqualTo(NOW.plusSeconds(1800));
            assertThat(clock.advance(Duration.ofMillis(1)))
                    .isEqualTo(NOW.plusSeconds(1800).plusMillis(1));
            assertThat(athens.instant()).as("copies move along").isEqualTo(clock.instant());
        }
        try (var data = DataFolder.open(folder)) {
            assertThat(MovableClock.open(data, REAL).instant())
                    .isEqualTo(NOW.plusSeconds(1800).plusMillis(1));
        }
    }

    @Test
    void timeNeverMovesBack() throws IOException {
        try (var data = DataFolder.open(folder)) {
            var clock = MovableClock.open(data, REAL);
            assertThatThrownBy(() -> clock.advance(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(clock.instant()).isEqualTo(NOW);
        }
    }

    @Test
    void aDamagedFileIsNamedInPlainWords() throws IOException {
        try (var data = DataFolder.open(folder)) {
            Files.writeString(folder.resolve("clock"), "yesterday");
            assertThatThrownBy(() -> MovableClock.open(data, REAL))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("clock does not contain a duration");
        }
    }
}

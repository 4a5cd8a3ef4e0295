package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinCounterTest {

    /** RFC 4226 §5.2: eight bytes, the highest first. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0000000000000000",
        "0, 1, 0000000000000001",
        "1, 0, 0000000000010000",
        "996970, 513, 0000000f366a0201",
        "1, 65535, 000000000001ffff",
        "140737488355327, 65535, 7fffffffffffffff"
    })
    void stepAndGenerationStandSideBySide(long step, int generation, String hex) {
        assertThat(HexFormat.of().formatHex(new PinCounter(step, generation).bytes()))
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "140737488355328, 0", "0, -1", "0, 65536"})
    void whatWouldRunIntoTheOtherPartIsRefused(long step, int generation) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PinCounter(step, generation));
    }

    @Test
    void generationsGoRound() {
        assertThat(PinCounter.generationAfter(0)).isEqualTo(1);
        assertThat(PinCounter.generationAfter(65534)).isEqualTo(65535);
        assertThat(PinCounter.generationAfter(65535)).isZero();
    }
}

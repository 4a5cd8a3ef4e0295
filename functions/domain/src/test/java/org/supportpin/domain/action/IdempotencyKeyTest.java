package org.supportpin.domain.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.testing.Draw;

class IdempotencyKeyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "k9, k9",
                "\"k9\", k9",
                "8e03978e-40d5-43dd-bc93-6894a57f9324, 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324\", 8e03978e-40d5-43dd-bc93-6894a57f9324",
                "`\"a,b\"`, `a,b`",
                "\"a\\\"b\", a\"b",
                "\"a\\\\b\", a\\b",
                "a\\b, a\\b",
                "a;b=1, a;b=1"
            })
    void aStringAndTheBareTextAreTheSameKey(String header, String key) {
        assertThat(IdempotencyKey.parse(header)).isEqualTo(Checked.valid(new IdempotencyKey(key)));
    }

    /** As API Gateway joins them. */
    @ParameterizedTest
    @ValueSource(strings = {"k9,k9", "k9, k9", "\"k9\",\"k9\"", "\"k9\", \"k9\"", "k9,\"k9\"", "a,b", ",", "k9,"})
    void theHeaderSentTwiceIsRefused(String header) {
        assertThat(IdempotencyKey.parse(header)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                "\"",
                "\"k9",
                "k9\"",
                "k\"9",
                "\"k\"9\"",
                "\"k\\9\"",
                "\"k 9\"",
                "k 9",
                "\"k9\";a=1",
                "κ9",
                "\"κ9\"",
                "k9\n"
            })
    void anythingElseIsRefused(String header) {
        assertThat(IdempotencyKey.parse(header)).isInstanceOf(Faulty.class);
    }

    @Test
    void sixtyFourCharactersAreTheMost() {
        assertThat(IdempotencyKey.parse("k".repeat(64))).isEqualTo(IdempotencyKey.parse("\"" + "k".repeat(64) + "\""));
        assertThat(IdempotencyKey.parse("\"" + "\\\\".repeat(64) + "\""))
                .isEqualTo(Checked.valid(new IdempotencyKey("\\".repeat(64))));
        for (var one : new String[] {"k".repeat(65), "\"" + "k".repeat(65) + "\"", "\"" + "k".repeat(1_000_000)}) {
            assertThat(IdempotencyKey.parse(one)).isInstanceOf(Faulty.class);
        }
    }

    @Test
    void everyKeyCanBeSentAsAString() {
        Draw.times(5_000, draw -> {
            var key = draw.text(visible(), 1, 64);
            var sent = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            assertThat(IdempotencyKey.parse(sent)).isEqualTo(Checked.valid(new IdempotencyKey(key)));
        });
    }

    private static String visible() {
        var all = new StringBuilder();
        for (char each = '!'; each <= '~'; each++) {
            all.append(each);
        }
        return all.toString();
    }
}

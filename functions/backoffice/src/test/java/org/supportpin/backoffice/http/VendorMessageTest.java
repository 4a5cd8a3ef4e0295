package org.supportpin.backoffice.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorMessageTest {

    @ParameterizedTest
    @CsvSource({
        "'Unknown zone', 'Unknown zone'",
        "'two\r\nlines\tand\u0000more', 'two lines andmore'",
        "'voice +30.6912345678 is wrong', 'voice ••• is wrong'",
        "'call 691 234 5678 now', 'call ••• now'",
        "'mail maria@example.gr bounced', 'mail ••• bounced'",
        "'A 195.251.255.20 at 2026-11-22 has TTL 86400', 'A 195.251.255.20 at 2026-11-22 has TTL 86400'",
        "'\u202Eright to left', 'right to left'"
    })
    void theyAreOneLineWithoutPersonalData(String words, String message) {
        assertThat(VendorMessage.refusal(words).detail()).isEqualTo(message);
        assertThat(VendorMessage.refusal(words).rule()).isEqualTo("back-office-refused");
    }

    @Test
    void theyAreShortAndNeverEmpty() {
        assertThat(VendorMessage.refusal("🙂".repeat(1000)).detail()).isEqualTo("🙂".repeat(300));
        assertThat(VendorMessage.refusal(" ").detail()).startsWith("The back office refused this");
    }
}

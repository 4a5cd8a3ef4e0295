package org.supportpin.domain.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** What the panel shows of a call, and the code that the customer types. */
class ShownTextTest {

    private final PinKey key = key(1);

    private static PinKey key(int first) {
        var bytes = new byte[32];
        bytes[0] = (byte) first;
        return new PinKey(new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.PIN), new SecretBytes(bytes));
    }

    @Test
    void theSameKeyAndLabelOpenIt() {
        var shown = key.sealShown("call/name", "Μαρία");
        assertThat(key.openShown("call/name", shown)).isEqualTo("Μαρία");
        assertThat(shown.bytes()).hasSize(10 + 16);
    }

    @Test
    void neitherAnotherLabelNorAnotherKeyOpensIt() {
        var shown = key.sealShown("call/name", "Μαρία");
        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> key.openShown("other/name", shown));
        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> key(2).openShown("call/name", shown));
    }

    @Test
    void eachRequestAndEachKeyHasItsOwnCode() {
        assertThat(key.typedCode("one")).isEqualTo(key(1).typedCode("one"));
        assertThat(key.typedCode("one")).isNotEqualTo(key.typedCode("two"));
        assertThat(key.typedCode("one")).isNotEqualTo(key(2).typedCode("one"));
        assertThat(key.typedCode("one")).isNotEqualTo(key.pin(new PinCounter(1, 0)));
    }

    @Test
    void aHandoverCodeHasFourDigitsAndDoesNotPrintItself() {
        var code = HandoverCode.of("AbCdEfGhIjKlMnOpQrSt_-");
        assertThat(code.digits()).matches("[0-9]{4}");
        assertThat(code.toString()).doesNotContain(code.digits());
        assertThat(HandoverCode.parse(" 48 21 ").orThrow().digits()).isEqualTo("4821");
        assertThat(HandoverCode.parse("482")).isInstanceOf(Checked.Faulty.class);
    }
}

package org.supportpin.domain.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInTextTest {

    @ParameterizedTest
    @CsvSource({
        "xn--xxabhm1c.gr, νόμος.gr",
        "www.xn--xxabhm1c.gr A, www.νόμος.gr A",
        "ns1.xn--mxaaj2atabbbd0dc.xn--qxam [195.251.255.1], ns1.παπαδοπουλου.ελ [195.251.255.1]",
        "XN--XXABHM1C.gr, νόμος.gr",
        "xn--mnchen-3ya.de, münchen.de",
    })
    void namesAreReadInTheirOwnLetters(String text, String shown) {
        assertThat(NamesInText.unicode(text)).isEqualTo(shown);
    }

    /** Of another alphabet, of mixed ones, with something invisible, not Punycode, or not at the beginning of a label. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nea.gr",
                "xn--",
                "xn---.gr",
                "xn--zzzzzzzzzzzz99999999.gr",
                "xn--80ak6aa92e.com",
                "xn--pple-43d.com",
                "axn--xxabhm1c.gr",
                "-xn--xxabhm1c",
            })
    void whatMightDeceiveStaysInAsciiLetters(String text) {
        assertThat(NamesInText.unicode(text)).isEqualTo(text);
    }

    @Test
    void aDollarOrBackslashBesideItIsNoReference() {
        assertThat(NamesInText.unicode("$1 \\1 xn--xxabhm1c.gr")).isEqualTo("$1 \\1 νόμος.gr");
    }
}

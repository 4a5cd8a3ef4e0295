package org.supportpin.domain.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.testing.Draw;

class DnsNameTest {

    @ParameterizedTest
    @CsvSource({
        "www, www",
        "WWW.Example.GR., www.example.gr",
        "_dmarc.example.gr, _dmarc.example.gr",
        "_sip._tcp, _sip._tcp",
        "*, *",
        "*.example.gr, *.example.gr",
        "my_host, my_host",
        "r3---sn-5hne6n7e.example.com, r3---sn-5hne6n7e.example.com",
        "δοκιμή._domainkey.νόμος.ελ, xn--jxalpdlp._domainkey.xn--xxabhm1c.xn--qxam"
    })
    void ownersMayHaveUnderscoresAndALeadingWildcard(String text, String ascii) {
        assertThat(DnsName.parse(text).orThrow().ascii()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "www.*",
                "a*.gr",
                "**",
                "*a",
                "-a",
                "a-",
                "a b",
                "a\\.b",
                "a\"b",
                "a/b",
                "a@b",
                "a:b",
                "_δ.gr",
                "δ_.gr",
                "νόμoς",
                "ΝΌΜΟΣ",
                "a。b",
                "a\u200b",
                "a\n",
                "xn--abc-",
                "a$b",
                "(a)",
                "a;b"
            })
    void whatIsNoName(String text) {
        assertThat(DnsName.parse(text)).isInstanceOf(Checked.Faulty.class);
    }

    /** RFC 2181 §11: a zone may hold any of them, so reading one judges none. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            value = {
                "-old.Example.GR., -old.example.gr",
                "0/25.example.gr, 0/25.example.gr",
                "www.*.example.gr, www.*.example.gr",
                "a*b--.gr, a*b--.gr",
                "_δ.gr, _\\206\\180.gr",
                "xn--abc-.gr, xn--abc-.gr",
                "ΔΟΚΙΜΉ.gr, xn--jxalpdlp.gr",
                "a\\.b.gr, a\\046b.gr",
                "a\\046b.gr, a\\046b.gr",
                "\\065\\-.gr, a-.gr",
                "a\\200.gr, a\\200.gr",
                "\\000.gr, \\000.gr",
                "sp\\032ace.gr, sp\\032ace.gr",
                "a;b.gr, a\\059b.gr",
                "q\"u.gr, q\\034u.gr",
                "@.gr, \\064.gr",
                "back\\\\slash.gr, back\\092slash.gr",
                "203.0.113.5, 203.0.113.5",
                "2001:db8::1, 2001:db8::1"
            })
    void aZoneMayHoldAnyName(String text, String ascii) {
        var name = DnsName.inZone(text).orThrow();

        assertThat(name.ascii()).isEqualTo(ascii);
        assertThat(new DnsName(ascii)).isEqualTo(name);
        assertThat(DnsName.inZone(name.unicode())).isEqualTo(Checked.valid(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", ".a", "a\\", "a\\2", "a\\25.gr", "a\\256.gr"})
    void whatIsNoNameInAZone(String text) {
        assertThat(DnsName.inZone(text)).isInstanceOf(Checked.Faulty.class);
    }

    /** Octets count, not the characters that write them. */
    @Test
    void lengthsInAZone() {
        assertThat(DnsName.inZone("\\200".repeat(63))).isInstanceOf(Checked.Valid.class);
        assertThat(DnsName.inZone("\\200".repeat(64))).isInstanceOf(Checked.Faulty.class);
        assertThat(DnsName.inZone("\\200.".repeat(126) + "b")).isInstanceOf(Checked.Valid.class);
        assertThat(DnsName.inZone("\\200.".repeat(127) + "b")).isInstanceOf(Checked.Faulty.class);
    }

    /** What no request may contain could look like another name. */
    @ParameterizedTest
    @CsvSource({"xn--jxalpdlp.gr, δοκιμή.gr", "xn--abc-.gr, xn--abc-.gr", "xn--a-nga88s.gr, xn--a-nga88s.gr"})
    void onlyAnALabelThatMayBeAskedForIsDecoded(String ascii, String shown) {
        assertThat(DnsName.inZone(ascii).orThrow().unicode()).isEqualTo(shown);
    }

    @Test
    void lengths() {
        assertThat(DnsName.parse("a".repeat(63))).isInstanceOf(Checked.Valid.class);
        assertThat(DnsName.parse("a".repeat(64))).isInstanceOf(Checked.Faulty.class);
        assertThat(DnsName.parse("a.".repeat(126) + "b")).isInstanceOf(Checked.Valid.class);
        assertThat(DnsName.parse("a.".repeat(127) + "b")).isInstanceOf(Checked.Faulty.class);
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.gr, true, true",
        "_x.example.gr, false, true",
        "*.example.gr, false, false",
        "mail, false, false",
        "10.0.0.1, false, false",
        "a.0x7f, false, false"
    })
    void aHostIsAQualifiedNameOfLettersDigitsAndHyphens(String text, boolean host, boolean qualified) {
        var name = new DnsName(text);

        assertThat(name.isHost()).isEqualTo(host);
        assertThat(name.isQualified()).isEqualTo(qualified);
    }

    @Test
    void withinIsJudgedLabelByLabel() {
        var zone = new DomainName("example.gr");

        assertThat(new DnsName("_x.example.gr").isWithin(zone)).isTrue();
        assertThat(zone.dnsName().isWithin(zone)).isTrue();
        assertThat(new DnsName("evilexample.gr").isWithin(zone)).isFalse();
        assertThat(new DnsName("a.b.gr").isWithin(new DnsName("b.gr"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "A", "a.", "a..b", "δ", "a\\.b", "\\065", "a\\", "a@b", "a;b", "a b", "\\256", "\\20"})
    void whatIsStoredIsJustWhatWasParsed(String ascii) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DnsName(ascii));
    }

    @Test
    void anyTextGetsAnAnswerAndWhatIsAcceptedStaysTheSame() {
        Draw.times(20_000, draw -> {
            var text = draw.chance(50) ? draw.damaged("*._tcp.νόμος.gr") : draw.hostile(10);
            if (DnsName.inZone(text) instanceof Checked.Valid<DnsName>(var name)) {
                assertThat(name.ascii()).matches("(?:[!#%&'*+,/:<>=?\\[\\]^_`{|}~a-z0-9-]|\\\\[0-9]{3}|\\.)+");
                assertThat(DnsName.inZone(name.ascii() + ".")).isEqualTo(Checked.valid(name));
                assertThat(name.labels()).doesNotContain("");
            }
            if (DnsName.parse(text) instanceof Checked.Valid<DnsName>(var name)) {
                assertThat(name.ascii()).matches("[a-z0-9_*.-]{1,253}");
                assertThat(DnsName.parse(name.ascii())).isEqualTo(Checked.valid(name));
                assertThat(DnsName.parse(name.unicode())).isEqualTo(Checked.valid(name));
            }
        });
    }
}

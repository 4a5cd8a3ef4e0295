package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.testing.Draw;

class RdataTest {

    private static final List<String> UNSEEN = List.of(
            "\n", "\r", "\r\n", "\0", "\t", "\u0085", "\u2028", "\u200b", "\u202e", "\ufeff", "\u007f", "\ud800");

    @Nested
    class Accepted {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "A | 195.251.255.1 | 195.251.255.1",
                    "A | 100.63.255.255 | 100.63.255.255",
                    "A | 223.255.255.255 | 223.255.255.255",
                    "AAAA | 2A02:0587::0001 | 2a02:587::1",
                    "AAAA | 2a02:587:0:0:1:0:0:1 | 2a02:587::1:0:0:1",
                    "AAAA | 2a02:587:0:1:1:1:1:1 | 2a02:587:0:1:1:1:1:1",
                    "AAAA | 2a02:587:1:1:1:1:0:0 | 2a02:587:1:1:1:1::",
                    "CNAME | Shop.Example.GR | shop.example.gr.",
                    "CNAME | s1._domainkey.example.com. | s1._domainkey.example.com.",
                    "CNAME | r3---sn-x.example.com | r3---sn-x.example.com.",
                    "CNAME | www.νόμος.ελ | www.xn--xxabhm1c.xn--qxam.",
                    "MX | 010  Mail.example.gr | 10 mail.example.gr.",
                    "MX | 0 . | 0 .",
                    "MX | 65535 νόμος.gr. | 65535 xn--xxabhm1c.gr.",
                    "SRV | 0 5 5060 sip.example.gr | 0 5 5060 sip.example.gr.",
                    "SRV | 0 0 0 . | 0 0 0 .",
                    "TXT | v=spf1 include:_spf.example.gr ~all | \"v=spf1 include:_spf.example.gr ~all\"",
                    "TXT | v=DKIM1; k=rsa; p=MIIB | \"v=DKIM1; k=rsa; p=MIIB\"",
                    "TXT | \"a\" \"b c\" | \"a\" \"b c\"",
                    "TXT | \"\" \"x\" | \"\" \"x\"",
                    "TXT | \"say \\\"hi\\\" \\\\ \\; \\065\" | \"say \\\"hi\\\" \\\\ ; A\"",
                    "TXT | Αθήνα | \"\\206\\145\\206\\184\\206\\174\\206\\189\\206\\177\"",
                    "TXT | (a) | \"(a)\"",
                    "CAA | 0 issue letsencrypt.org | 0 issue \"letsencrypt.org\"",
                    "CAA | 0 ISSUE \"ca.example.gr; policy=ev; x = y\" | 0 issue \"ca.example.gr; policy=ev; x = y\"",
                    "CAA | 128 issuewild ; | 128 issuewild \";\"",
                    "CAA | 0 issue \"\" | 0 issue \"\"",
                    "CAA | 0 issuemail authority.example.gr | 0 issuemail \"authority.example.gr\"",
                    "CAA | 128 issuemail ; | 128 issuemail \";\"",
                    "CAA | 0 issuevmc \"digicert.com; a=b\" | 0 issuevmc \"digicert.com; a=b\"",
                    "CAA | 0 contactemail security@example.gr | 0 contactemail \"security@example.gr\"",
                    "CAA | 0 contactphone +30.210.1234567 | 0 contactphone \"+30.210.1234567\"",
                    "CAA | 0 issue \"ca1.example.net; account-uri=https://a.gr/1; v=dns-01\" | 0 issue \"ca1.example.net; account-uri=https://a.gr/1; v=dns-01\"",
                    "CAA | 0 issue \"ca.gr; a=\\\"b\" | 0 issue \"ca.gr; a=\\\"b\"",
                    "CAA | 0 iodef mailto:security@example.gr | 0 iodef \"mailto:security@example.gr\"",
                    "CAA | 0 iodef \"https://example.gr/caa?x=1\" | 0 iodef \"https://example.gr/caa?x=1\""
                })
        void inOneCanonicalForm(Editable type, String text, String canonical) {
            assertThat(Rdata.check(type, text)).isEqualTo(Checked.valid(canonical));
        }

        @Test
        void aLongTextIsCutIntoStringsOf255Octets() {
            var text = "a".repeat(600);

            assertThat(Rdata.check(Editable.TXT, text).orThrow())
                    .isEqualTo("\"" + "a".repeat(255) + "\" \"" + "a".repeat(255) + "\" \"" + "a".repeat(90) + "\"");
            assertThat(Rdata.check(Editable.TXT, "\"" + text + "\"")).isEqualTo(Rdata.check(Editable.TXT, text));
        }

        @Test
        void whatIsQuotedStaysAsItIsOctetForOctet() {
            var decomposed = "e\u0301";

            assertThat(Rdata.check(Editable.TXT, "\"" + decomposed + "\"")).isEqualTo(Checked.valid("\"e\\204\\129\""));
            assertThat(Rdata.check(Editable.TXT, decomposed)).isEqualTo(Checked.valid("\"\\195\\169\""));
            assertThat(Rdata.legible("\"e\\204\\129\"")).isEqualTo("\"" + decomposed + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"“Καλημέρα” – όλα καλά", "note: v=spf1\u00a0x", "google-site-verification=“x”"})
        void freeTextMayHaveAnySigns(String text) {
            assertThat(Rdata.check(Editable.TXT, text)).isInstanceOf(Checked.Valid.class);
        }

        @Test
        void theLongestTextIs4096OctetsHoweverItIsWritten() {
            assertThat(Rdata.check(Editable.TXT, "α".repeat(2048))).isInstanceOf(Checked.Valid.class);
            assertThat(Rdata.check(Editable.TXT, "α".repeat(2048) + "a")).isInstanceOf(Checked.Faulty.class);
            var longest = Rdata.check(Editable.TXT, "\"" + "\\255".repeat(4096) + "\"")
                    .orThrow();
            assertThat(Rdata.check(Editable.TXT, longest)).isEqualTo(Checked.valid(longest));
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @CsvSource({
            "MX, 10 195.251.255.1",
            "MX, 10 2a02::1",
            "MX, 10 195.251.255.1.",
            "SRV, 0 0 80 195.251.255.1",
            "CNAME, 195.251.255.1",
            "CNAME, 2a02::1",
            "CNAME, a.0x7f",
            "CNAME, 1.2.3"
        })
        void aTargetThatIsAnAddress(Editable type, String text) {
            assertThat(messageFor(type, text)).isNotBlank();
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "MX, 10 mail",
                    "MX, 10 _x.example.gr",
                    "MX, 10 *.example.gr",
                    "MX, 10",
                    "MX, mail.example.gr",
                    "MX, 65536 mail.example.gr",
                    "MX, -1 mail.example.gr",
                    "MX, 10 mail.example.gr extra",
                    "MX, 10 mail.example.gr. ; x",
                    "MX, ( 10 mail.example.gr )",
                    "MX, 10 .",
                    "MX, 1e1 a.gr",
                    "MX, 10 mail..gr",
                    "MX, 10 \"mail.example.gr\"",
                    "MX, 10 a\\.b.gr",
                    "MX, 10 a。gr",
                    "CNAME, shop",
                    "CNAME, .",
                    "CNAME, *.example.gr",
                    "CNAME, a.gr b.gr",
                    "CNAME, νόμoς.gr",
                    "SRV, 0 0 65536 a.gr",
                    "SRV, 0 0 a.gr",
                    "SRV, 0 0 80 sip",
                    "SRV, 0 0 80 _sip.a.gr"
                })
        void aTargetThatIsNotOneWholeName(Editable type, String text) {
            assertThat(messageFor(type, text)).isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"",
                    "\"a",
                    "\"a\"b\"",
                    "\"a\"\"b\"",
                    "\"a\" b",
                    "\"a\\\"",
                    "\"\\256\"",
                    "\"\\25\"",
                    "\"\\2x5\"",
                    "a\"b",
                    "a\\b",
                    "\"\"",
                    "\"\" \"\"",
                    "\"\\010\"",
                    "\"\\000\"",
                    "\"\\127\"",
                    "\"a\" ;\"b\""
                })
        void aTextThatCouldBeReadInTwoWaysOrHoldsControls(String text) {
            assertThat(messageFor(Editable.TXT, text)).isNotBlank();
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                value = {
                    "0 issue",
                    "1 issue ca.gr",
                    "256 issue ca.gr",
                    "0 tbs ca.gr",
                    "0 issue \"ca.gr\" \"; policy=ev\"",
                    "0 issue \"ca.gr; a=\\233\"",
                    "0 iodef \"https://example.gr/\\233\"",
                    "0 iodef \"mailto:\\233@example.gr\"",
                    "0 contactemail \"\\233@example.gr\"",
                    "0 contactphone \"+30.210123456\\011\"",
                    "0 issue \"letsencrypt.org.\"",
                    "0 issuemail ca.gr.",
                    "0 issuewild ca..gr",
                    "0 issue %%%%%",
                    "0 issue \"ca.gr; a-=b\"",
                    "0 contactemail mailto:security@example.gr",
                    "0 contactphone 2101234567",
                    "0 issueemail ca.gr",
                    "0 issue https://letsencrypt.org",
                    "0 issue ca_.gr",
                    "0 issue -ca.gr",
                    "0 issue ca",
                    "0 issue \"ca.gr",
                    "0 issue ca.gr policy",
                    "0 issue \"ca.gr policy=ev\"",
                    "0 issue \"ca.gr; policy\"",
                    "0 issue \"ca.gr; =ev\"",
                    "0 issue \"ca.gr; a=b;;\"",
                    "0 iodef security@example.gr",
                    "0 iodef ftp://example.gr",
                    "0 iodef mailto:x",
                    "0 iodef https://1.2.3.4/",
                    "0 iodef \"https://example.gr/ x\"",
                    "0 iodef javascript:alert(1)"
                })
        void whatRfc8659DoesNotAllow(String text) {
            assertThat(messageFor(Editable.CAA, text)).isNotBlank();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "MX | 10 mail_1.example.gr | underscore",
                    "SRV | 0 0 80 sip_a.example.gr | underscore",
                    "MX | 65536 mail.example.gr | 0 to 65535",
                    "MX | 10 . | preference 0",
                    "SRV | 65536 0 80 sip.example.gr | each 0 to 65535",
                    "SRV | 0 65536 80 sip.example.gr | each 0 to 65535",
                    "SRV | 0 0 65536 sip.example.gr | each 0 to 65535",
                    "MX | 10 https://mail.example.gr | http",
                    "MX | 10 mail.example.gr/ | http",
                    "CNAME | http://www.example.gr/shop | http",
                    "CNAME | www.example.gr/ | http",
                    "SRV | 0 0 80 http://a.gr | http",
                    "MX | 10 info@example.gr | mail address",
                    "MX | 10 mail.example.gr:25 | port",
                    "CNAME | shop.example.gr:8080 | port",
                    "CNAME | *.example.gr | without *",
                    "MX | 10 -mail.example.gr | DNS name",
                    "CNAME | shop | in full",
                    "CNAME | 2a02:587::1 | as a name",
                    "A | www IN A 195.251.255.1 | value alone",
                    "MX | 3600 IN MX 10 mail.example.gr. | value alone",
                    "TXT | ( \"v=DKIM1; k=rsa; \" \"p=MIIB\" ) | parentheses",
                    "TXT | (\"v=DKIM1; p=MIIB\") | parentheses",
                    "TXT | (\"v=DKIM1; p=MIIB\") ; ----- DKIM key | parentheses",
                    "TXT | \"v=DKIM1; k=rsa; \" \"p=MIIB\" ) | parentheses",
                    "TXT | s1._domainkey IN TXT ( \"v=DKIM1; p=MIIB\" ) | IN and TXT",
                    "TXT | @ 3600 IN TXT \"v=spf1 -all\" | IN and TXT",
                    "TXT | \"v=spf1 -all\" ; comment | comment",
                    "TXT | v=DKIM1; p=\"MIIB\" | or remove them",
                    "TXT | “v=spf1 mx -all” | typographic",
                    "TXT | ‘v=spf1 mx -all’ | typographic",
                    "TXT | «v=spf1 mx -all» | typographic",
                    "TXT | „v=DMARC1; p=none“ | typographic",
                    "TXT | \"“v=spf1 mx -all”\" | typographic",
                    "TXT | v=spf1\u00a0mx -all | no-break",
                    "TXT | v=spf1 mx\u00a0-all | no-break",
                    "TXT | v=DMARC1;\u202fp=none | no-break",
                    "TXT | v=spf1 mx –all | dash",
                    "TXT | v=spf1 mx −all | dash",
                    "TXT | \"v=spf1 \" \"mx –all\" | dash",
                    "TXT | v=spf1 include:νόμος.gr -all | xn--",
                    "CAA | 0 issue \"letsencrypt.org.\" | full stop at the end",
                    "CAA | 0 issue letsencrypt | in full"
                })
        void whatIsWrongIsSaid(Editable type, String text, String words) {
            assertThat(messageFor(type, text)).contains(words);
            assertThat(Rdata.check(type, text))
                    .isInstanceOfSatisfying(
                            Checked.Faulty.class,
                            faulty -> assertThat(((Fault) faulty.faults().getFirst()).greek())
                                    .matches("(?s).*\\p{IsGreek}.*"));
        }

        @Test
        void anIssuerOfMoreThanAThousandCharacters() {
            var parameter = "0 issue \"ca.example.gr; a=";

            assertThat(Rdata.check(Editable.CAA, parameter + "x".repeat(983) + "\""))
                    .isInstanceOf(Checked.Valid.class);
            assertThat(messageFor(Editable.CAA, parameter + "x".repeat(984) + "\""))
                    .contains("flags, tag and value");
        }

        @Test
        void aLabelOf64HasTooMany() {
            var label = "a".repeat(64);

            assertThat(messageFor(Editable.CNAME, label + ".example.gr")).contains("64", "63");
            assertThat(messageFor(Editable.MX, "10 " + label + ".example.gr")).contains("64", "63");
        }

        @ParameterizedTest
        @EnumSource(Editable.class)
        void lineBreaksControlsAndWhatTheEyeDoesNotSee(Editable type) {
            var good = sampleOf(type);
            assertThat(Rdata.check(type, good)).isInstanceOf(Checked.Valid.class);

            for (var unseen : UNSEEN) {
                assertThat(messageFor(type, good + unseen + "evil")).contains("control");
                assertThat(messageFor(type, good + unseen)).contains("control");
            }
        }

        @Test
        void hostileRepetitionsAreAnsweredAtOnce() {
            assertThat(messageFor(Editable.TXT, "\"" + "\\".repeat(16_000))).isNotBlank();
            assertThat(messageFor(Editable.TXT, "\"" + "a".repeat(16_000))).isNotBlank();
            assertThat(messageFor(Editable.CAA, "0 issue \"a.gr" + "; a=  ".repeat(160) + "é\""))
                    .isNotBlank();
            assertThat(messageFor(Editable.CNAME, "a.".repeat(8_000))).isNotBlank();
            assertThat(messageFor(Editable.A, "1".repeat(20_000))).isNotBlank();
        }

        private static String messageFor(Editable type, String text) {
            return switch (Rdata.check(type, text)) {
                case Checked.Valid<String>(var value) -> throw new AssertionError("accepted as " + value);
                case Checked.Faulty<String>(var faults) -> faults.getFirst().message();
            };
        }
    }

    @Nested
    class AlreadyThere {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "A | 10.0.0.1 | 10.0.0.1",
                    "AAAA | FD00:0:0::1 | fd00::1",
                    "AAAA | ::ffff:1.2.3.4 | ::ffff:1.2.3.4",
                    "AAAA | :: | ::",
                    "MX | 10 Mail | 10 mail.",
                    "MX | 10 _x.Example.gr. | 10 _x.example.gr.",
                    "TXT | \"\\010a\" | \"\\010a\"",
                    "TXT | a\"b ; c | a\"b ; c",
                    "TXT | a\\b c | a\\b c",
                    "TXT | \"a\" ; comment | \"a\" ; comment",
                    "CAA | 0 tbs \"Unknown\" | 0 tbs \"Unknown\"",
                    "A | not an address | not an address"
                })
        void isComparedInItsCanonicalFormWithoutLoss(Editable type, String text, String canonical) {
            assertThat(Rdata.canonical(type, text)).isEqualTo(canonical);
        }
    }

    @Test
    void whatIsAcceptedParsesAgainToTheSame() {
        Draw.times(20_000, draw -> {
            var type = draw.of(List.of(Editable.values()));
            var text = draw.chance(70) ? draw.damaged(sampleOf(type)) : draw.hostile(20);
            if (Rdata.check(type, text) instanceof Checked.Valid<String>(var value)) {
                assertThat(Rdata.check(type, value)).isEqualTo(Checked.valid(value));
                assertThat(value).matches("[ -~]+");
            }
            var there = Rdata.canonical(type, text);
            assertThat(Rdata.canonical(type, there)).isEqualTo(there);
        });
    }

    private static String sampleOf(Editable type) {
        return switch (type) {
            case A -> "195.251.255.1";
            case AAAA -> "2a02:587:a::1";
            case CNAME -> "shop.νόμος.gr.";
            case MX -> "10 mail.example.gr.";
            case TXT -> "\"v=some1; \\\"a\\\"\" \"\\206\\177 b\"";
            case SRV -> "0 5 5060 sip.example.gr.";
            case CAA -> "0 issue \"letsencrypt.org; a=b\"";
        };
    }
}

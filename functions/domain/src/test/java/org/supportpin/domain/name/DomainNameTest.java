package org.supportpin.domain.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.testing.Draw;

class DomainNameTest {

    @Nested
    class Accepted {

        @ParameterizedTest
        @CsvSource({
            "papadopoulou.gr, papadopoulou.gr",
            "PAPADOPOULOU.GR., papadopoulou.gr",
            "www.my-shop.com.gr, www.my-shop.com.gr",
            "1and1.gr, 1and1.gr",
            "δοκιμή.gr, xn--jxalpdlp.gr",
            "Δοκιμή.ελ, xn--jxalpdlp.xn--qxam",
            "XN--JXALPDLP.XN--QXAM, xn--jxalpdlp.xn--qxam",
            "νόμος24.gr, xn--24-89bdls1e.gr",
            "faß.de, xn--fa-hia.de",
            "ｇｏ.gr, go.gr"
        })
        void insideIsAlwaysTheALabel(String text, String ascii) {
            assertThat(DomainName.parse(text).orThrow().ascii()).isEqualTo(ascii);
        }

        @Test
        void aFinalSigmaStaysAndIsAnotherNameThanAMedialOne() {
            var law = DomainName.parse("νόμος.gr").orThrow();

            assertThat(law.ascii()).isEqualTo("xn--xxabhm1c.gr");
            assertThat(law.unicode()).isEqualTo("νόμος.gr");
            assertThat(DomainName.parse("νόμοσ.gr").orThrow().ascii()).isEqualTo("xn--xxabhq6b.gr");
            assertThat(DomainName.parse("xn--xxabhq6b.gr").orThrow().unicode()).isEqualTo("νόμοσ.gr");
        }

        @Test
        void decomposedAccentsAreTheSameName() {
            assertThat(DomainName.parse("νο\u0301μος.gr")).isEqualTo(DomainName.parse("νόμος.gr"));
        }

        @Test
        void theGreatestLengths() {
            var label = "a".repeat(63);
            var name = String.join(".", label, label, label, "b".repeat(58), "gr");

            assertThat(name).hasSize(253);
            assertThat(DomainName.parse(name).orThrow().ascii()).isEqualTo(name);
            assertThat(DomainName.parse("c" + name)).isInstanceOf(Checked.Faulty.class);
            assertThat(DomainName.parse("c." + name)).isInstanceOf(Checked.Faulty.class);
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(strings = {"νόμoς.gr", "pаpadopoulou.gr", "googlε.gr", "аррlе.gr", "xn--googl-w0e.gr", "例a.gr"})
        void aLabelOfTwoAlphabets(String text) {
            assertThat(messageFor(text)).contains("one alphabet");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ΝΌΜΟΣ.gr", "νόμοΣ.gr", "ΝΌΜΟΣ-24.gr", "www.νόμοϲ.gr"})
        void aCapitalSigmaThatWouldBecomeAnotherDomain(String text) {
            assertThat(messageFor(text)).contains("σ and ς");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"papadopoulou。gr", "papadopoulou．gr", "papadopoulou｡gr", "www.papadopoulou。gr", "a.gr。"})
        void everyDotButTheFullStop(String text) {
            assertThat(messageFor(text)).contains("full stop (.)");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a\u200bb.gr",
                    "a\u200db.gr",
                    "a\u00adb.gr",
                    "a\ufe0fb.gr",
                    "a\u034fb.gr",
                    "\u202ea.gr",
                    "a.gr\n",
                    "a\0.gr",
                    "a\ud800.gr"
                })
        void whatTheEyeDoesNotSee(String text) {
            assertThat(messageFor(text)).contains("zero-width");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    ".",
                    "..",
                    "gr",
                    "gr.",
                    ".gr",
                    "a..gr",
                    "a.gr..",
                    "-a.gr",
                    "a-.gr",
                    "ab--cd.gr",
                    "a_b.gr",
                    "*.gr",
                    "a b.gr",
                    "a/b.gr",
                    "a․b.gr",
                    "a…gr",
                    "1.2.3.4",
                    "a.123",
                    "a.0x7f",
                    "[::1]",
                    "a@b.gr",
                    "http://a.gr",
                    "1א.gr",
                    "xn--.gr",
                    "xn--a.gr",
                    "xn--abc-.gr",
                    "xn--ab-m1t.gr",
                    "a.gr:80",
                    "a\\.b.gr"
                })
        void whatIsNoDomainName(String text) {
            assertThat(messageFor(text)).isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "xn--fa-hia\u00df.de",
                    "xn--Νόμος.gr",
                    "xn--80ak6aa92e-.com",
                    "xn--99zt52a-.gr",
                    "xn--a-ecp.ru"
                })
        void anAceLabelThatDoesNotSurviveTheWayThereAndBack(String text) {
            assertThat(messageFor(text)).isNotBlank();
        }

        @Test
        void anAceLabelThatHidesAJoinerThoughTheStandardAllowsItThere() {
            assertThat(messageFor("xn--11b2ezcw70k.gr")).contains("xn-- label hides");
        }

        @Test
        void aTextOfAnyLength() {
            assertThat(messageFor("ώ".repeat(2_000_000))).contains("shorter");
            assertThat(messageFor("ώ".repeat(60) + ".gr")).contains("shorter");
        }

        private static String messageFor(String text) {
            return switch (DomainName.parse(text)) {
                case Checked.Valid<DomainName>(var name) -> throw new AssertionError("accepted as " + name);
                case Checked.Faulty<DomainName>(var faults) -> faults.getFirst().message();
            };
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gr", "A.gr", "a.gr.", "νόμος.gr", "a_b.gr", "xn--abc-.gr"})
    void whatIsStoredIsJustWhatWasParsed(String ascii) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(ascii));
    }

    @ParameterizedTest
    @CsvSource({
        "papadopoulou.gr, papadopoulou.gr, true",
        "www.papadopoulou.gr, papadopoulou.gr, true",
        "evilpapadopoulou.gr, papadopoulou.gr, false",
        "papadopoulou.gr, www.papadopoulou.gr, false",
        "papadopoulou.gr.allo.gr, papadopoulou.gr, false"
    })
    void withinIsJudgedLabelByLabel(String name, String zone, boolean within) {
        assertThat(new DomainName(name).isWithin(new DomainName(zone))).isEqualTo(within);
    }

    @Test
    void labelsAndTopLevelDomain() {
        var name = DomainName.parse("www.νόμος.ελ").orThrow();

        assertThat(name.labels()).containsExactly("www", "xn--xxabhm1c", "xn--qxam");
        assertThat(name.tld()).isEqualTo("xn--qxam");
        assertThat(name).hasToString("www.xn--xxabhm1c.xn--qxam");
    }

    @Nested
    class ForAnyText {

        @Test
        void whatIsAcceptedSurvivesEveryWayThereAndBack() {
            Draw.times(20_000, draw -> {
                var text = draw.chance(60) ? draw.damaged("www.νόμος-24.xn--jxalpdlp.ελ") : draw.hostile(12) + ".gr";
                if (DomainName.parse(text) instanceof Checked.Valid<DomainName>(var name)) {
                    assertThat(name.ascii()).matches("[a-z0-9.-]{4,253}").hasSizeLessThanOrEqualTo(253);
                    assertThat(DomainName.parse(name.ascii())).isEqualTo(Checked.valid(name));
                    assertThat(DomainName.parse(name.unicode())).isEqualTo(Checked.valid(name));
                    assertThat(name.unicode().codePoints()).noneMatch(Text::isInvisible);
                    assertThat(text.chars().filter(c -> c == '.').count() - (text.endsWith(".") ? 1 : 0))
                            .isEqualTo(name.labels().size() - 1);
                    assertThat(DnsName.parse(text)).isEqualTo(Checked.valid(name.dnsName()));
                }
            });
        }

        @Test
        void anAceLabelIsTakenOnlyIfItIsTheOneForItsText() {
            Draw.times(20_000, draw -> {
                var text = "xn--" + draw.text("abcdefghijklmnopqrstuvwxyz0123456789-", 1, 7) + ".gr";
                if (DomainName.parse(text) instanceof Checked.Valid<DomainName>(var name)) {
                    assertThat(name.ascii()).isEqualTo(text);
                    assertThat(name.unicode()).isNotEqualTo(text);
                    assertThat(DomainName.parse(name.unicode())).isEqualTo(Checked.valid(name));
                }
            });
        }

        @Test
        void greekSmallLettersNeverBecomeOtherLetters() {
            Draw.times(3_000, draw -> {
                var text = draw.text("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ", 1, 12) + ".gr";

                assertThat(DomainName.parse(text).orThrow().unicode()).isEqualTo(text);
            });
        }
    }
}

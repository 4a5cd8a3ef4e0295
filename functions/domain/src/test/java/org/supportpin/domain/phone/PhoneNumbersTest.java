package org.supportpin.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.testing.Draw;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = PhoneNumbers.ofDefaultRegions();

    @Nested
    class Accepted {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "+306912345678",
                    "00306912345678",
                    "6912345678",
                    "691 234 5678",
                    "691-234-5678",
                    " +30 691\u00a0234 56-78 ",
                    "0030 691 234 5678",
                    "+30 (691) 234-5678",
                    "(+30) 691.234.5678",
                    "+30-691/234 56 78",
                    "(691) 234 5678",
                    "691\u2013234\u20115678",
                    "tel:+30-691-234-5678",
                    "TEL:+306912345678",
                    "\u202a+30 691 234 5678\u202c",
                    "\u2068\u200e+306912345678\u2069",
                    "\ufeff6912345678\u200b",
                    "69\u200b123\u00ad456\u206078",
                    "\u2003+30\u202f691\u2009234\u30005678"
                })
        void oneGreekMobileInEveryForm(String text) {
            assertThat(numbers.parse(text)).isEqualTo(Checked.valid(new PhoneNumber("+306912345678")));
        }

        /** The forms of OpenID Connect Core 1.0 §5.1, and a trunk zero in parentheses. */
        @Test
        void theFormsOfOpenIdConnect() {
            assertThat(new PhoneNumbers(Set.of("US"))
                            .parse("+1 (202) 555-0123")
                            .orThrow()
                            .e164())
                    .isEqualTo("+12025550123");
            assertThat(new PhoneNumbers(Set.of("CL"))
                            .parse("+56 (9) 6123 4567")
                            .orThrow()
                            .e164())
                    .isEqualTo("+56961234567");
            assertThat(new PhoneNumbers(Set.of("GB"))
                            .parse("+44 (0)7400 123456")
                            .orThrow()
                            .e164())
                    .isEqualTo("+447400123456");
        }

        @Test
        void aCypriotMobile() {
            assertThat(numbers.parse("+357 99 123456").orThrow().e164()).isEqualTo("+35799123456");
        }

        @Test
        void aCountryWhoseMobilesHaveNoRangeOfTheirOwnIfItIsServed() {
            var american = new PhoneNumbers(Set.of("US"));

            assertThat(american.parse("+1 202 555 0123").orThrow().e164()).isEqualTo("+12025550123");
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @CsvSource({
            "+302101234567, another kind",
            "2101234567, another kind",
            "+35722123456, another kind",
            "+308011234567, another kind",
            "+309091234567, premium-rate",
            "9011234567, premium-rate",
            "+35790012345, premium-rate",
            "+30691234567, exists",
            "+3069123456789, exists",
            "6012345678, exists",
            "0912345678, exists",
            "+8801712345678, supported country: CY",
            "+12025550123, supported country: CY",
            "+447911123456, supported country: CY",
            "+882123456789, supported country: CY"
        })
        void eachReasonHasItsOwnMessage(String text, String reason) {
            assertThat(messageFor(text)).startsWith("Enter ").contains(reason);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "+",
                    "00",
                    "abc",
                    "306912345678",
                    "99123456",
                    "+306912345678 ext. 5",
                    "+306912345678;ext=5",
                    "+306912345678x5",
                    "6912345678#5",
                    "++306912345678",
                    "tel:6912345678",
                    "tel:00306912345678",
                    "tel:+306912345678;ext=5",
                    "sms:+306912345678",
                    "+30 691 234 5678 \u0660",
                    "691_234_5678",
                    "691,234,5678",
                    "6912345678\u0000",
                    "69123\ufe0f45678",
                    "()",
                    "tel:+",
                    "+30691234567８",
                    "٦٩١٢٣٤٥٦٧٨",
                    "６９１２３４５６７８",
                    "+999691234567",
                    "6912345678\n",
                    "1-800-FLOWERS"
                })
        void whatIsNotPlainlyANumberIsNotGuessedAt(String text) {
            assertThat(messageFor(text)).contains("without an extension");
        }

        @Test
        void aLongTextIsNotEvenRead() {
            assertThat(numbers.parse("6912345678" + " ".repeat(30))).isInstanceOf(Checked.Valid.class);
            assertThat(messageFor("6912345678" + " ".repeat(31))).contains("without an extension");
            assertThat(messageFor("9".repeat(1_000_000))).contains("without an extension");
        }

        @Test
        void aNeighbourUnderTheSameCountryCode() {
            var british = new PhoneNumbers(Set.of("GB"));

            assertThat(british.parse("+44 7400 123456")).isInstanceOf(Checked.Valid.class);
            assertThat(british.parse("+44 7624 123456")).isInstanceOf(Checked.Faulty.class); // Isle of Man
        }

        private String messageFor(String text) {
            return switch (numbers.parse(text)) {
                case Checked.Valid<PhoneNumber> _ -> throw new AssertionError("accepted");
                case Checked.Faulty<PhoneNumber>(var faults) ->
                    faults.getFirst().message();
            };
        }
    }

    @Nested
    class Configuration {

        /** Kosovo has numbers, and no code of ISO 3166-1. */
        @Test
        void mayBeACountryThatHasNumbersAlone() {
            assertThat(new PhoneNumbers(Set.of("XK")).regions()).containsExactly("XK");
        }

        @Test
        void namesAtLeastOneCountryThatExists() {
            assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumbers(Set.of()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PhoneNumbers(Set.of("GR", "XX", "gr")))
                    .withMessageContaining("[XX, gr]");
        }
    }

    @Nested
    class ForAnyText {

        @Test
        void anAnswerIsGivenThatDoesNotRepeatIt() {
            Draw.times(20_000, draw -> {
                var text = draw.chance(50) ? draw.damaged("+306912345678") : draw.hostile(45);
                switch (numbers.parse(text)) {
                    case Checked.Valid<PhoneNumber>(var number) -> assertServedMobile(number);
                    case Checked.Faulty<PhoneNumber>(var faults) ->
                        assertThat(faults).singleElement().satisfies(fault -> assertSilent(fault, text));
                }
            });
        }

        @Test
        void whatWasAcceptedIsAcceptedAgainAsTheSame() {
            Draw.times(5_000, draw -> {
                var text = draw.text("0123456789", 10, 10);
                if (numbers.parse(text) instanceof Checked.Valid<PhoneNumber>(var number)) {
                    assertThat(numbers.parse(number.e164())).isEqualTo(Checked.valid(number));
                    assertThat(number.e164()).isEqualTo("+30" + text);
                }
            });
        }

        private static void assertServedMobile(PhoneNumber number) {
            assertThat(number.e164()).matches("\\+3069[0-9]{8}|\\+3579[0-9]{7}");
            assertThat(number.toString()).doesNotContain(number.e164().substring(5));
        }

        private static void assertSilent(Fault fault, String text) {
            assertThat(fault.pointer()).isEmpty();
            assertThat(fault.message()).startsWith("Enter ").doesNotContainPattern("[0-9]");
            assertThat(text.length() > 12 && fault.message().contains(text)).isFalse();
        }
    }
}

package org.supportpin.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.money.Money;
import org.supportpin.domain.pin.Passcode;

/** A language is a file: German is in the product, and {@code qps} among these tests. No code names either. */
class LanguageTest {

    private static final Language GERMAN = Language.of("de").orElseThrow();
    private static final Language MADE_UP = Language.of("qps").orElseThrow();

    @Nested
    class Found {

        @Test
        void aFileIsEnough() {
            assertThat(Language.all()).containsExactly(Language.GREEK, Language.ENGLISH, GERMAN, MADE_UP);
            assertThat(Language.further()).containsExactly(GERMAN, MADE_UP);
        }

        @ParameterizedTest
        @CsvSource({"el-GR,el", "EL,el", "en_US,en", "de-AT,de", "de,de", "qps-ploc,qps"})
        void aLocaleIsLookedUp(String locale, String tag) {
            assertThat(Language.of(locale).map(Language::tag)).contains(tag);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "fr", "x", "deu", "d", "../de", "und", "nl-DE"})
        void otherLocalesHaveNone(String locale) {
            assertThat(Language.of(locale)).isEmpty();
        }

        @Test
        void othersNameALanguageInEnglish() {
            assertThat(Language.named("german")).contains(GERMAN);
            assertThat(Language.named("greek")).contains(Language.GREEK);
            assertThat(Language.named("english")).contains(Language.ENGLISH);
            assertThat(Language.named("")).isEmpty();
            assertThat(Language.named("klingon")).isEmpty();
        }

        /** WHMCS says Farsi, Norwegian and Portuguese-br; a language's file says so. */
        @Test
        void aFileSaysWhatElseItsLanguageIsCalled() {
            assertThat(Language.named("Pig-Latin")).contains(MADE_UP);
            assertThat(Language.named("double-dutch")).contains(MADE_UP);
            assertThat(Language.named("pig")).isEmpty();
        }
    }

    @Nested
    class Stored {

        @Test
        void itIsTheSameLanguageAgain() {
            assertThat(Language.stored("de")).contains(GERMAN);
            assertThat(Language.stored("el")).contains(Language.GREEK);
        }

        /** Else a customer could not be read any more. */
        @Test
        void aLanguageWhoseFileIsGoneSaysEnglish() {
            var gone = Language.stored("fr").orElseThrow();

            assertThat(gone.tag()).isEqualTo("fr");
            assertThat(gone.say("Ναι", "Yes")).isEqualTo("Yes");
            assertThat(new LocalizedText("Ναι", "Yes").in(gone)).isEqualTo("Yes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "1", "de AT", "de\n", "-"})
        void whatIsNoTagIsNoLanguage(String text) {
            assertThat(Language.stored(text)).isEmpty();
        }
    }

    @Nested
    class Words {

        @Test
        void aTextIsSaidWithItsValues() {
            var sms = SmsText.pin(
                    MADE_UP,
                    Passcode.parse("048213").orThrow(),
                    Instant.parse("2026-11-22T10:00:00Z"),
                    ZoneId.of("Europe/Athens"));

            assertThat(sms.reveal()).isEqualTo("[Šupport PIN 048213, väłid 12:00]");
        }

        @Test
        void whatAFileLacksIsSaidInEnglish() {
            assertThat(MADE_UP.say("Ολοκληρώθηκε", "Done")).isEqualTo("Done");
            assertThat(MADE_UP.translate("Done")).isEmpty();
        }

        /** Greek and English are in the code, whatever a file says. */
        @Test
        void greekAndEnglishStayAsTheyAre() {
            assertThat(Language.GREEK.say("Ναι", "Yes")).isEqualTo("Ναι");
            assertThat(Language.ENGLISH.say("Ναι", "Yes")).isEqualTo("Yes");
            assertThat(Language.ENGLISH.translate("Yes")).isEmpty();
        }

        @Test
        void aFinishedTextIsKnownByTheWordsAroundItsValues() {
            assertThat(MADE_UP.translate("The domain is locked. No changes are allowed."))
                    .contains("[locked: ňo changes]");
            assertThat(GERMAN.translate("ns.nea.gr does not exist in the zone."))
                    .contains("ns.nea.gr gibt es in der Zone nicht.");
        }

        @Test
        void severalSentencesAreSaidOneByOne() {
            assertThat(GERMAN.translate(
                            "The customer has no such order. Enter 1 to 13 addresses, or leave the member out."))
                    .contains(
                            "Der Kunde hat keine solche Bestellung. Geben Sie 1 bis 13 Adressen ein, oder lassen Sie das Feld weg.");
            assertThat(GERMAN.translate("The customer has no such order. Whatever else."))
                    .isEmpty();
        }

        @Test
        void aTextInBracketsBesideAValueIsSaidToo() {
            assertThat(
                            GERMAN.translate(
                                    "With these nameservers the domain would not work: ns1.allo.gr (does not answer), ns2.allo.gr. Set up its zone there first, then repeat the request."))
                    .hasValueSatisfying(
                            said -> assertThat(said).contains(": ns1.allo.gr (antwortet nicht), ns2.allo.gr. "));
        }

        @Test
        void ofTwoTextsThatFitTheOneWithMoreWordsIsMeant() {
            var words = new Translation(Map.of("The domain %s", "D %s", "The domain %s is gone", "W %s"), "");

            assertThat(words.of("The domain a.gr is gone")).contains("W a.gr");
            assertThat(words.of("The domain a.gr")).contains("D a.gr");
        }

        /** A value may have any characters, and is not read as a template. */
        @Test
        void aValueIsNoTemplate() {
            assertThat(GERMAN.translate("$1 %s \\ does not exist in the zone."))
                    .contains("$1 %s \\ gibt es in der Zone nicht.");
        }

        @Test
        void aMailsFirstLineShowsItsLanguage() {
            assertThat(Language.ofText("Ihre Regeln für den Telefonsupport wurden gelockert."))
                    .contains(GERMAN);
            assertThat(
                            Language.ofText(
                                    "DNS geändert, wie von Ihnen telefonisch beauftragt. Die Werte finden Sie im Kundenbereich unter „Verlauf“."))
                    .contains(GERMAN);
            assertThat(Language.ofText("Your rules for telephone support were loosened."))
                    .isEmpty();
            assertThat(Language.ofText("Χαλάρωσαν οι κανόνες σας για την τηλεφωνική υποστήριξη."))
                    .isEmpty();
        }

        @Test
        void amountsAreWrittenAsTheLocaleHasThem() {
            assertThat(Money.euros("1234.50").in(GERMAN)).isEqualTo("1.234,50 €");
            assertThat(new Money(new BigDecimal("73.78"), Currency.getInstance("USD")).in(GERMAN))
                    .isEqualTo("73,78 $");
            assertThat(Money.euros("73.78").in(Language.GREEK)).isEqualTo("73,78 €");
        }
    }

    @Nested
    class Lines {

        @Test
        void aLineIsMadeInEachLanguage() {
            var line = LocalizedText.each(language -> language.tag() + "!");

            assertThat(Language.all())
                    .allSatisfy(language -> assertThat(line.in(language)).isEqualTo(language.tag() + "!"));
        }

        @Test
        void anotherSystemsOwnWordsComeFirst() {
            var line = new LocalizedText("Επανεκκίνηση", "Restart PHP", Map.of(GERMAN, "Neustart"));

            assertThat(line.in(GERMAN)).isEqualTo("Neustart");
            assertThat(line.in(MADE_UP)).isEqualTo("[Rešťart PHP]");
        }

        @Test
        void aNameIsTheSameInEveryLanguage() {
            assertThat(new LocalizedText("VPS 1", "VPS 1").further(GERMAN)).contains("VPS 1");
            assertThat(new LocalizedText("Πακέτο 1", "Package 1").further(GERMAN))
                    .isEmpty();
        }

        @Test
        void linesAreEqualByGreekAndEnglish() {
            assertThat(new LocalizedText("α", "a", Map.of(GERMAN, "b")))
                    .isEqualTo(new LocalizedText("α", "a"))
                    .hasSameHashCodeAs(new LocalizedText("α", "a"))
                    .isNotEqualTo(new LocalizedText("α", "b"));
        }
    }

    @Nested
    class Files {

        @Test
        void stringsAreJoinedAndUnescaped() {
            assertThat(PoFile.of("x.po", "msgid \"a \"\n\"b\\n\"\nmsgstr \"\\\"c\\\"\"\n")
                            .words())
                    .isEqualTo(Map.of("a b\n", "\"c\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"hello", "msgid a", "msgid \"a", "\"a"})
        void aFaultIsToldWithItsLine(String line) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> PoFile.of("x.po", "# comment\n" + line))
                    .withMessageContaining("x.po:2 ");
        }

        @Test
        void aTextIsThereOnce() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> PoFile.of("x.po", "msgid \"a\"\nmsgstr \"b\"\nmsgid \"a\"\nmsgstr \"c\"\n"));
        }
    }
}

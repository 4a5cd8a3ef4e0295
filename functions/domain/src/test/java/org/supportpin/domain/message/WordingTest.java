package org.supportpin.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;

class WordingTest {

    private static final SupportPhone PHONE = new SupportPhone("+30 210 123 4567");
    private static final Instant SUMMER = Instant.parse("2026-09-27T20:59:59.999Z");
    private static final LocalizedText DEED = new LocalizedText("ΑΝΑΚΛΗΣΗ ονόματος", "a domain RECALL");

    private static Wording wording(Language language, SupportPhone phone) {
        return new Wording(language, SUMMER, ZoneId.of("Europe/Athens"), phone);
    }

    static Stream<NoticeText> texts() {
        return Language.all().stream()
                .flatMap(language -> Stream.of(PHONE, SupportPhone.NONE).map(phone -> wording(language, phone)))
                .flatMap(each -> Stream.of(
                        each.activated(),
                        each.deactivated(),
                        each.rulesTightened(),
                        each.locked(null),
                        each.locked(SUMMER),
                        each.done(DEED, "x"::repeat, false),
                        each.done(DEED, "x"::repeat, true),
                        each.settled(DEED, DEED, true),
                        each.settled(DEED, DEED, false),
                        each.waiting(DEED, "x"::repeat, List.of("a.gr: on → off"), SUMMER)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachSmsFitsTwoSegments(NoticeText text) {
        assertThat(text.sms().reveal()).hasSizeLessThanOrEqualTo(SmsText.TWO_SEGMENTS);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextHasALinkOrALooseAccent(NoticeText text) {
        assertThat(Stream.of(text.sms().reveal(), text.subject(), text.mail()))
                .allSatisfy(each -> assertThat(each)
                        .doesNotContain("http", "www", "@", "#", "<")
                        .isEqualTo(Normalizer.normalize(each, Normalizer.Form.NFC)));
        assertThat(text.subject()).doesNotContain("\n").hasSizeLessThan(80);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachTextSaysWhatToDo(NoticeText text) {
        assertThat(Stream.of(text.sms().reveal(), text.mail()))
                .allSatisfy(each -> assertThat(each).containsAnyOf("say STOP.", "πείτε ΣΤΟΠ", "STOPP."));
    }

    @Test
    void aTimeNamesItsZone() {
        var greek = wording(Language.GREEK, PHONE).locked(SUMMER);
        var english = wording(Language.ENGLISH, PHONE).locked(SUMMER);

        assertThat(greek.sms().reveal())
                .isEqualTo("Λάθος PIN στο τηλέφωνο: κλείδωμα έως 27 Σεπ 23:59 EEST."
                        + " Δεν ήσασταν εσείς; Καλέστε μας στο +30 210 123 4567, πείτε ΣΤΟΠ.");
        assertThat(english.sms().reveal())
                .isEqualTo("Wrong PINs by phone: locked until 27 Sep 23:59 EEST."
                        + " If it was not you: call us at +30 210 123 4567, say STOP.");
        assertThat(greek.mail()).contains("27 Σεπτεμβρίου 2026 23:59 (Θερινή ώρα Ανατολικής Ευρώπης)");
        assertThat(english.mail()).contains("27 September 2026 23:59 (Eastern European Summer Time)");
    }

    @Test
    void withoutANumberTheCustomerIsToldToCallAllTheSame() {
        assertThat(wording(Language.GREEK, SupportPhone.NONE).activated().sms().reveal())
                .endsWith(". Δεν ήσασταν εσείς; Καλέστε μας, πείτε ΣΤΟΠ.");
        assertThat(wording(Language.ENGLISH, SupportPhone.NONE)
                        .activated()
                        .sms()
                        .reveal())
                .endsWith(". If it was not you: call us, say STOP.");
    }

    /** At least so many characters are left for the values, which are never cut below a name. */
    @ParameterizedTest
    @MethodSource("org.supportpin.domain.identity.Language#all")
    void whatWaitsIsToldWithItsValuesAndHowToStopIt(Language language) {
        var text = wording(language, PHONE).waiting(DEED, "x"::repeat, List.of("a.gr: on → off", "b: – → c"), SUMMER);

        assertThat(text.sms().reveal()).hasSize(SmsText.TWO_SEGMENTS).contains(": " + "x".repeat(25));
        assertThat(text.sms().reveal()).contains("23:59", PHONE.shown());
        assertThat(text.mail()).contains("a.gr: on → off\nb: – → c\n", PHONE.shown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+30 210 123 45678", "12", "call us", "+", "210\n1234567", " 2101234567", "2101234567 "})
    void aNumberIsDigitsAndBlanks(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SupportPhone(text));
    }
}

package org.supportpin.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.domain.pin.Passcode;

class SmsTextTest {

    /** 3GPP TS 23.038 §6.2.1: the basic table, and the characters of the extension table, which take two septets. */
    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String GSM_7_EXTENSION = "\f^{}\\[~]|€";

    private static final Passcode CODE = Passcode.parse("048213").orThrow();
    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");
    private static final SupportPhone PHONE = new SupportPhone("+30 210 123 4567");
    private static final Instant LATE = Instant.parse("2026-11-22T21:59:59.999Z");

    /** Every text there is, each with its longest values: a PIN has six digits always, a time five characters. */
    private static final List<Function<Language, SmsText>> TEXTS = List.of(
            language -> SmsText.pin(language, CODE, LATE, ATHENS),
            language -> SmsText.confirmation(language, CODE),
            language -> SmsText.mobileReplaced(language, PHONE),
            language -> SmsText.policyLoosened(language, PHONE),
            language -> SmsText.addressChanged(language, PHONE));

    static Stream<SmsText> texts() {
        return Language.all().stream().flatMap(language -> TEXTS.stream().map(text -> text.apply(language)));
    }

    @Test
    void noTextIsForgottenHere() {
        var makers = Arrays.stream(SmsText.class.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && Modifier.isPublic(method.getModifiers())
                        && method.getReturnType().equals(SmsText.class)
                        && !List.of("restored", "consent", "actionDone", "announcedCall")
                                .contains(method.getName()));

        assertThat(makers).hasSize(TEXTS.size());
    }

    /** Whatever the values are; what is on either side of them is never cut. */
    @ParameterizedTest
    @MethodSource("org.supportpin.domain.identity.Language#all")
    void aCodeWithItsValuesFitsTwoSegments(Language language) {
        var deed = new LocalizedText("ΑΝΑΚΛΗΣΗ ονόματος", "a domain RECALL");

        var sent = SmsText.consent(language, CODE, deed, "x"::repeat).reveal();

        assertThat(sent).startsWith("048 213 ").hasSize(134).contains(": " + "x".repeat(60));
        assertThat(sent)
                .endsWith(
                        switch (language.tag()) {
                            case "el" -> "το ζητήσατε ΕΣΕΙΣ.";
                            case "de" -> "wenn SIE das wünschen.";
                            default -> "YOU asked for this.";
                        });
    }

    /** What was done, to what, and what to do. */
    @Test
    void whatWasDoneIsSaidWithItsValues() {
        var deed = new LocalizedText("Άλλαξαν οι nameservers", "Nameservers were changed");

        assertThat(SmsText.actionDone(Language.GREEK, deed, _ -> "nea.gr NS: ns1.x.gr", PHONE)
                        .reveal())
                .isEqualTo(
                        "Άλλαξαν οι nameservers: nea.gr NS: ns1.x.gr. Δεν ήσασταν εσείς; Καλέστε μας στο +30 210 123 4567, πείτε ΣΤΟΠ.");
        assertThat(SmsText.actionDone(Language.GREEK, deed, "x"::repeat, PHONE).reveal())
                .hasSize(SmsText.TWO_SEGMENTS);
        assertThat(SmsText.actionDone(Language.ENGLISH, deed, _ -> "", SupportPhone.NONE)
                        .reveal())
                .isEqualTo("Nameservers were changed. If it was not you: call us, say STOP.");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachTextFitsOneSegmentAndEachNoticeTwo(SmsText text) {
        var sent = text.reveal();
        int segments = sent.contains(PHONE.shown()) ? 2 : 1;

        if (septets(sent) >= 0) {
            assertThat(septets(sent)).as(sent).isLessThanOrEqualTo(segments == 1 ? 160 : 2 * 153);
        } else {
            assertThat(sent.length()).as(sent).isLessThanOrEqualTo(segments == 1 ? 70 : SmsText.TWO_SEGMENTS);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noTextHasALinkOrAnAutoFillHintOrALooseAccent(SmsText text) {
        assertThat(text.reveal())
                .doesNotContain("http", "www", "/", "@", "#", "<")
                .isEqualTo(Normalizer.normalize(text.reveal(), Normalizer.Form.NFC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void textsInLatinLettersNeedNoUcs2(String tag) {
        var language = Language.of(tag).orElseThrow();
        TEXTS.forEach(text -> assertThat(septets(text.apply(language).reveal())).isPositive());
    }

    @Test
    void thePinHasItsExpiryInLocalTimeAndTheWarning() {
        assertThat(SmsText.pin(Language.GREEK, CODE, LATE, ATHENS).reveal())
                .isEqualTo("PIN 048213, ισχύει έως 23:59. Πείτε το μόνο αν μας καλέσατε ΕΣΕΙΣ.");
        assertThat(SmsText.pin(Language.ENGLISH, CODE, LATE, ATHENS).reveal())
                .isEqualTo("Support PIN 048213, valid until 23:59. Give it only if YOU called us.");
    }

    @ParameterizedTest
    @MethodSource("org.supportpin.domain.identity.Language#all")
    void theConfirmationContainsItsCode(Language language) {
        assertThat(SmsText.confirmation(language, CODE).reveal()).contains("048213");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextDoesNotPrintItself(SmsText text) {
        assertThat(text).hasToString("SmsText[redacted]");
    }

    /** How many septets the text takes; -1 if it has a character that GSM-7 lacks. */
    private static int septets(String text) {
        var all = text.chars().allMatch(each -> GSM_7.indexOf(each) >= 0 || GSM_7_EXTENSION.indexOf(each) >= 0);
        return all
                ? text.length()
                        + (int) text.chars()
                                .filter(each -> GSM_7_EXTENSION.indexOf(each) >= 0)
                                .count()
                : -1;
    }
}

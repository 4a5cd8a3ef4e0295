package org.supportpin.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.testing.Draw;

class TextTest {

    @Test
    void textIsComposed() {
        assertThat(Text.line("Κα\u0301λεσμα", 1, 7)).isEqualTo(new Valid<>("Κάλεσμα"));
    }

    @Test
    void whatStandsAroundTheTextIsTrimmedAndDoesNotCount() {
        assertThat(Text.line("  \u00a0κλήση 7\u2003 ", 1, 7)).isEqualTo(new Valid<>("κλήση 7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u3000 \u2003"})
    void blanksAreNoText(String blanks) {
        assertThat(Text.line(blanks, 1, 10)).isInstanceOf(Faulty.class);
    }

    /** Braille without dots, fillers of Hangul and Khitan, blank symbols, marks that stand on nothing: nobody sees a text. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0, 0x034F, 0x0301, 0x20DD, 0x1680, 0x2009, 0x202F, 0x205F, 0x3000,
                0xFFFC, 0x13441, 0x13442, 0x16FE4, 0x1D159, 0x180B, 0xFE0F, 0xE0100
            })
    void whatLooksBlankIsNoText(int point) {
        var blank = Character.toString(point);
        for (var text : List.of(blank, blank.repeat(3), " " + blank + " ", "\u2800" + blank)) {
            assertThat(Text.line(text, 1, 10)).isInstanceOf(Faulty.class);
        }
    }

    @Test
    void blanksAroundATextAreTrimmedAndThoseInsideStay() {
        assertThat(Text.line("\u2800κλήση\u28007\u2800 ", 1, 10)).isEqualTo(new Valid<>("κλήση\u28007"));
        assertThat(Text.line("\u2800", 0, 10)).isEqualTo(new Valid<>(""));
    }

    @Test
    void bothBoundsAreIncluded() {
        assertThat(Text.line("ab", 2, 3)).isEqualTo(new Valid<>("ab"));
        assertThat(Text.line("abc", 2, 3)).isEqualTo(new Valid<>("abc"));
        assertThat(Text.line("a", 2, 3)).isInstanceOf(Faulty.class);
        assertThat(Text.line("abcd", 2, 3)).isInstanceOf(Faulty.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\0b",
                "a\nb",
                "a\rb",
                "a\tb",
                "a\u007fb",
                "a\u0085b",
                "a\u00adb",
                "a\u200bb",
                "a\u200db",
                "a\u200eb",
                "a\u202eb",
                "a\u2066b",
                "a\u2028b",
                "a\u2029b",
                "a\ufeffb",
                "a\ue000b",
                "a\uffffb",
                "a\ud800b",
                "a\udc00",
                "a\u034fb",
                "a\ufe0fb",
                "a\u115fb",
                "a\u3164b",
                "a\udb40\udd00b"
            })
    void whatTheEyeDoesNotSeeIsRefusedAndNotRepeated(String text) {
        assertThat(Text.line(text, 1, 100))
                .isEqualTo(Checked.faulty(
                        "Remove control, direction and zero-width characters.", "Αφαιρέστε τους αόρατους χαρακτήρες."));
    }

    /** A million spaces take a regular expression half an hour. */
    @Test
    void aRowOfSpacesIsLookedAtOnce() {
        var text = "a" + " ".repeat(1_000_000) + "b";

        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> Text.line("  " + text + "\u2800 ", 1, 2_000_000)))
                .isEqualTo(Checked.valid(text));
    }

    @Test
    void everythingThatUnicodeLetsBeIgnoredIsInvisible() {
        var overlooked = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                .filter(point -> !Text.isInvisible(point))
                .mapToObj(Integer::toHexString);

        assertThat(overlooked).isEmpty();
    }

    @Test
    void whatIsTakenStaysAsItIsWhenItComesAgain() {
        Draw.times(3000, draw -> {
            var text = draw.hostile(20);
            if (Text.line(text, 0, 40) instanceof Valid<String>(var line)) {
                assertThat(Text.line(line, 0, 40)).isEqualTo(new Valid<>(line));
                assertThat(line.codePoints().filter(Text::isInvisible)).isEmpty();
            }
        });
    }
}

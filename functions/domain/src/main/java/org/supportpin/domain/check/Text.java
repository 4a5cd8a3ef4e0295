package org.supportpin.domain.check;

import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The rules for text from outside: free text is NFC, without invisible characters; digits may have them around. */
public final class Text {

    /**
     * What comes along when digits are pasted from a page, a contact or a chat: spaces of every width, soft hyphens, zero-width
     * characters, direction marks and byte order marks.
     */
    private static final Pattern AMONG_DIGITS =
            Pattern.compile("[\\p{Zs}\\xad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]+");

    private Text() {}

    /**
     * A number or PIN as it was typed or pasted, without spaces and invisible marks. Only for texts of which nothing but digits is
     * kept: everywhere else such characters are refused.
     */
    public static String withoutMarks(String digits) {
        return AMONG_DIGITS.matcher(digits).replaceAll("");
    }

    /**
     * Checks and normalises one line of text. A text that must not be empty must not look empty either: at least one character
     * is drawn.
     *
     * @param min the minimum length in UTF-16 code units, after normalisation and trimming
     * @param max the maximum length
     */
    public static Checked<String> line(String text, int min, int max) {
        return line(text, min, max, each -> Normalizer.normalize(each, Normalizer.Form.NFC));
    }

    /** Like {@link #line}, for text whose octets matter: it is trimmed, but not normalised. */
    public static Checked<String> verbatim(String text, int min, int max) {
        return line(text, min, max, each -> each);
    }

    private static Checked<String> line(String text, int min, int max, UnaryOperator<String> form) {
        if (text.codePoints().anyMatch(Text::isInvisible)) {
            return Checked.faulty(
                    "Remove control, direction and zero-width characters.", "Αφαιρέστε τους αόρατους χαρακτήρες.");
        }
        var normal = trimmed(form.apply(text));
        var looksEmpty = min > 0 && normal.codePoints().noneMatch(Text::isDrawn);
        if (looksEmpty || normal.length() < min || normal.length() > max) {
            return Checked.faulty(
                    "Enter " + min + " to " + max + " characters.",
                    "Δώστε από " + min + " έως " + max + " χαρακτήρες.");
        }
        return Checked.valid(normal);
    }

    /** {@code String.strip} does not strip no-break spaces, and a regular expression looks at a row of spaces once for each of them. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Of every width, and the Braille pattern without dots. */
    private static boolean isSpace(char unit) {
        return Character.getType(unit) == Character.SPACE_SEPARATOR || unit == '\u2800';
    }

    /**
     * Control, format (bidi, zero-width, soft hyphen), surrogate, private-use, unassigned, line and paragraph separators, and
     * other default-ignorable characters (UAX #44, {@code Default_Ignorable_Code_Point}): fillers, variation selectors.
     */
    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isIgnorable(codePoint);
        };
    }

    /** Neither a space, nor a mark without its letter, nor one of the symbols that fonts leave blank. */
    private static boolean isDrawn(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default ->
                switch (codePoint) {
                    // Braille without dots, the object replacement character, two blank hieroglyphs, the null notehead.
                    case 0x2800, 0xFFFC, 0x13441, 0x13442, 0x1D159 -> false;
                    default -> true;
                };
        };
    }

    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0 -> true;
            default -> (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }
}

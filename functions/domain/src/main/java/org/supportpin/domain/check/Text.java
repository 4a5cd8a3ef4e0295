package org.supportpin.domain.check;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The rule for all free text from outside: NFC, without invisible characters. */
public final class Text {

    /** Spaces of every width. {@code String.strip} does not strip no-break spaces. */
    private static final Pattern AROUND = Pattern.compile("^\\p{Zs}+|\\p{Zs}+$");

    private Text() {}

    /**
     * Checks and normalises one line of text.
     *
     * @param min the minimum length in UTF-16 code units, after normalisation and trimming
     * @param max the maximum length
     */
    public static Checked<String> line(String text, int min, int max) {
        if (text.codePoints().anyMatch(Text::isInvisible)) {
            return Checked.faulty("Remove control, direction and zero-width characters.");
        }
        var normal =
                AROUND.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
        if (normal.length() < min || normal.length() > max) {
            return Checked.faulty("Enter " + min + " to " + max + " characters.");
        }
        return Checked.valid(normal);
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

    private static boolean isIgnorable(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0 -> true;
            default -> (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }
}

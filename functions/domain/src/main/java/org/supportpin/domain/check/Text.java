package org.supportpin.domain.check;

import java.text.Normalizer;

/** The rule for every free text that comes from outside: NFC, and nothing that the eye does not see. */
public final class Text {

    private Text() {}

    /**
     * Checks and normalises one line of text.
     *
     * @param min the least length, in characters (UTF-16 code units) after normalisation and trimming
     * @param max the greatest length
     */
    public static Checked<String> line(String text, int min, int max) {
        if (text.codePoints().anyMatch(Text::isInvisible)) {
            return Checked.faulty("Remove control, direction and zero-width characters.");
        }
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (normal.length() < min || normal.length() > max) {
            return Checked.faulty("Give " + min + " to " + max + " characters.");
        }
        return Checked.valid(normal);
    }

    /** Control, format (bidi, zero-width, soft hyphen), surrogate, private-use, unassigned, line and paragraph separator. */
    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

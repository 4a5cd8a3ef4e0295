package org.supportpin.domain.identity;

import org.supportpin.domain.check.Text;

/**
 * A line of text in both languages.
 *
 * @param greek one line of 1–200 characters
 * @param english one line of 1–200 characters
 */
public record LocalizedText(String greek, String english) {

    private static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException if either is not a valid line
     */
    public LocalizedText {
        greek = Text.line(greek, 1, LONGEST).orThrow();
        english = Text.line(english, 1, LONGEST).orThrow();
    }

    public String in(Language language) {
        return switch (language) {
            case GREEK -> greek;
            case ENGLISH -> english;
        };
    }
}

package org.supportpin.domain.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.supportpin.domain.check.Text;

/** A line of text in every language. Two with the same Greek and English are equal. */
public final class LocalizedText {

    private static final int LONGEST = 200;

    private final String greek;
    private final String english;

    /** What the files do not say: other systems' words, and lines made of several texts. */
    private final Map<Language, String> given;

    /**
     * @param greek one line of 1–200 characters
     * @param english one line of 1–200 characters
     * @throws IllegalArgumentException if either is not a valid line
     */
    public LocalizedText(String greek, String english) {
        this(greek, english, Map.of());
    }

    /**
     * With another system's own words in further languages.
     *
     * @throws IllegalArgumentException if any is not a valid line
     */
    public LocalizedText(String greek, String english, Map<Language, String> given) {
        this.greek = line(greek);
        this.english = line(english);
        var lines = new LinkedHashMap<Language, String>();
        given.forEach((language, text) -> lines.put(language, line(text)));
        this.given = Map.copyOf(lines);
    }

    /** A line made in each language, such as of other lines and values. */
    public static LocalizedText each(Function<Language, String> line) {
        var further = new LinkedHashMap<Language, String>();
        Language.further().forEach(language -> further.put(language, line.apply(language)));
        return new LocalizedText(line.apply(Language.GREEK), line.apply(Language.ENGLISH), further);
    }

    private static String line(String text) {
        return Text.line(text, 1, LONGEST).orThrow();
    }

    public String greek() {
        return greek;
    }

    public String english() {
        return english;
    }

    /** In English if there is nothing in the language. */
    public String in(Language language) {
        return switch (language.tag()) {
            case "el" -> greek;
            case "en" -> english;
            default -> further(language).orElse(english);
        };
    }

    /** What was given in a language other than Greek and English. */
    public Optional<String> given(Language language) {
        return Optional.ofNullable(given.get(language));
    }

    /** Words in a language other than Greek and English. A name that Greek and English share is the same in every language. */
    public Optional<String> further(Language language) {
        var own = Optional.ofNullable(given.get(language)).or(() -> language.translate(english));
        return greek.equals(english) ? own.or(() -> Optional.of(english)) : own;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalizedText that && greek.equals(that.greek) && english.equals(that.english);
    }

    @Override
    public int hashCode() {
        return 31 * greek.hashCode() + english.hashCode();
    }

    @Override
    public String toString() {
        return english;
    }
}

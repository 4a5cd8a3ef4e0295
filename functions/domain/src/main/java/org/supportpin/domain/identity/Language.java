package org.supportpin.domain.identity;

import java.util.Locale;
import java.util.Optional;

/** The language of texts for a customer. */
public enum Language {
    GREEK("el"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language subtag (BCP 47). */
    public String tag() {
        return tag;
    }

    /**
     * Picks the language of a locale.
     *
     * @param locale a BCP 47 tag such as {@code el-GR}, as in OIDC's {@code locale} claim; empty if it is neither Greek nor English
     */
    public static Optional<Language> of(String locale) {
        return switch (Locale.forLanguageTag(locale.replace('_', '-')).getLanguage()) {
            case "el" -> Optional.of(GREEK);
            case "en" -> Optional.of(ENGLISH);
            default -> Optional.empty();
        };
    }
}

package org.supportpin.domain.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A language of the service's texts. Greek and English stand beside each other in the code; every other language is a file of its words
 * for the English texts (docs/languages.md). Two with the same tag are equal.
 */
public final class Language {

    /** That of a customer of whom none is known. */
    public static final Language GREEK = new Language("el");

    public static final Language ENGLISH = new Language("en");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private static final Map<String, Translation> FILES = TranslationFiles.read();

    private static final List<Language> FURTHER =
            FILES.keySet().stream().map(Language::new).toList();

    private static final List<Language> ALL =
            Stream.concat(Stream.of(GREEK, ENGLISH), FURTHER.stream()).toList();

    private final String tag;

    private Language(String tag) {
        this.tag = tag;
    }

    /** Every language there is, Greek and English first. */
    public static List<Language> all() {
        return ALL;
    }

    /** Those that are files. */
    public static List<Language> further() {
        return FURTHER;
    }

    /** The language tag (BCP 47), such as {@code el}. */
    public String tag() {
        return tag;
    }

    /**
     * Picks the language of a locale by lookup (RFC 4647 §3.4).
     *
     * @param locale a BCP 47 tag such as {@code el-GR}, as in OIDC's {@code locale} claim; empty if it is of no language there is
     */
    public static Optional<Language> of(String locale) {
        var range = Locale.forLanguageTag(locale.replace('_', '-')).toLanguageTag();
        while (!range.isEmpty()) {
            var asked = range;
            var found = ALL.stream()
                    .filter(each -> each.tag.equalsIgnoreCase(asked))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        }
        return Optional.empty();
    }

    /**
     * The language of a stored tag. If its file is gone, its customers read English.
     *
     * @return empty if the text is no tag
     */
    public static Optional<Language> stored(String tag) {
        return TAG.matcher(tag).matches() ? Optional.of(new Language(tag)) : Optional.empty();
    }

    /** The language with an English name, such as {@code german}, in letters of any case. */
    public static Optional<Language> named(String english) {
        return ALL.stream()
                .filter(each -> each.locale().getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(english)
                        || each.translation().isCalled(english))
                .findFirst();
    }

    /** The language whose file has a text, by its first line; empty if it is none of a file. */
    public static Optional<Language> ofText(String line) {
        return FURTHER.stream().filter(each -> each.translation().says(line)).findFirst();
    }

    /** For dates and numbers. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** A text in this language, or a template for {@link String#formatted}; in English if the file lacks it, which the build refuses. */
    public String say(String greek, String english) {
        return switch (tag) {
            case "el" -> greek;
            case "en" -> english;
            default -> translate(english).orElse(english);
        };
    }

    /** The words of this language's file for an English text, with the values that it may contain. */
    public Optional<String> translate(String english) {
        return translation().of(english);
    }

    private Translation translation() {
        return FILES.getOrDefault(tag, Translation.NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Language that && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    @Override
    public String toString() {
        return tag;
    }
}

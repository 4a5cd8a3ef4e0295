package org.supportpin.domain.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a language's file says for the English texts. A text with values is found by the words around them. */
final class Translation {

    /** That of a language without a file. */
    static final Translation NONE = new Translation(Map.of(), "");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]+)\\)");

    private final Set<String> names;
    private final Map<String, String> words;
    private final List<Sentence> english;
    private final List<Sentence> own;

    /** @param names what others call the language, separated by commas */
    Translation(Map<String, String> words, String names) {
        this.names = Set.of(names.toLowerCase(Locale.ROOT).split(" *, *"));
        this.words = Map.copyOf(words);
        this.english = sentences(words.keySet().stream());
        this.own = sentences(words.values().stream().map(Translation::firstLine));
    }

    /** The longest first, so that of two that fit a text the one with more words is taken. */
    private static List<Sentence> sentences(Stream<String> templates) {
        return templates
                .filter(Sentence::hasValues)
                .map(Sentence::new)
                .filter(Sentence::isTelling)
                .sorted(Comparator.comparingInt(Sentence::letters).reversed())
                .toList();
    }

    /** The words for a text, or for each of the sentences in it. */
    Optional<String> of(String text) {
        var whole = sentence(text);
        return whole.isPresent() ? whole : inParts(text);
    }

    private Optional<String> sentence(String text) {
        var exact = words.get(text);
        return exact != null
                ? Optional.of(exact)
                : english.stream()
                        .flatMap(each -> each.values(text).stream().map(values -> filled(each, values)))
                        .findFirst();
    }

    private Optional<String> inParts(String text) {
        for (int end = text.indexOf(". "); end >= 0; end = text.indexOf(". ", end + 1)) {
            var rest = text.substring(end + 2);
            var both =
                    sentence(text.substring(0, end + 1)).flatMap(first -> of(rest).map(others -> first + " " + others));
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.empty();
    }

    private String filled(Sentence sentence, List<String> values) {
        var template =
                words.getOrDefault(sentence.template(), sentence.template()).replace("%d", "%s");
        return template.formatted(values.stream().map(this::value).toArray());
    }

    /** A value is somebody's data, unless it is one of the texts, or has one in brackets. */
    private String value(String text) {
        return words.getOrDefault(
                text,
                IN_BRACKETS
                        .matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                "(" + words.getOrDefault(match.group(1), match.group(1)) + ")")));
    }

    /** Whether others call the language so, besides its name in English. */
    boolean isCalled(String name) {
        return !name.isEmpty() && names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a line is one of this language's, with whatever values. */
    boolean says(String line) {
        return words.values().stream().anyMatch(text -> firstLine(text).equals(line))
                || own.stream().anyMatch(each -> each.values(line).isPresent());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}

package org.supportpin.local.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ProjectFiles;

/** A page's folder has in {@code texts/<language>.js} words for each of its English texts, and for nothing else. */
class PageLanguagesTest {

    private static final Path WEB = ProjectFiles.root().resolve("web");
    private static final String SHARED = "shared";

    /** It stands alone, and works from a file. */
    private static final String RECEIPT = "receipt";

    /** Each page's folder, and that of the page around it on the local stack. */
    private static final Map<String, List<String>> PAGES = Map.of(
            SHARED,
            List.of(SHARED),
            "bar",
            List.of("bar"),
            "panel",
            List.of("panel"),
            "console",
            List.of("console", "local/console"),
            "supervisor",
            List.of("supervisor", "local/supervisor"),
            "local/front",
            List.of("local/front"),
            RECEIPT,
            List.of(RECEIPT));

    private static final Pattern PAIR =
            Pattern.compile("\\bel:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"),\\s*en:\\s*(\"(?:[^\"\\\\]|\\\\.)*\")");
    private static final Pattern WORDS =
            Pattern.compile("^  (\"(?:[^\"\\\\]|\\\\.)*\"): (\"(?:[^\"\\\\]|\\\\.)*\"),$", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("\\{\\w+}");
    private static final Set<String> NO_TEXTS = Set.of("", "en-GB");

    private static String string(String literal) {
        try {
            return new ObjectMapper().readValue(literal, String.class);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static List<Path> scripts(String folder) {
        return ProjectFiles.list("web/" + folder, ".js");
    }

    private static Set<String> english(String page) {
        var all = new TreeSet<String>();
        PAGES.getOrDefault(page, List.of()).stream()
                .flatMap(folder -> scripts(folder).stream())
                .forEach(file -> PAIR.matcher(ProjectFiles.text(file))
                        .results()
                        .forEach(found -> all.add(string(found.group(2)))));
        all.removeAll(NO_TEXTS);
        return all;
    }

    private static Map<String, String> words(String page, String language) {
        var words = new TreeMap<String, String>();
        WORDS.matcher(ProjectFiles.text(WEB.resolve(page).resolve("texts").resolve(language + ".js")))
                .results()
                .forEach(found -> words.put(string(found.group(1)), string(found.group(2))));
        return words;
    }

    private static Set<String> languages(String page) {
        return scripts(page + "/texts").stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".js", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> pages() {
        return PAGES.keySet().stream().sorted();
    }

    @Test
    void theTextsOfThePagesAreSeen() {
        assertThat(english("console"))
                .hasSizeGreaterThan(200)
                .contains("New call", "1 month", "Support PIN – Agent console");
        assertThat(english("bar")).contains("Right now", "Copy PIN");
    }

    /** Whoever adds a file to one side adds them all, or a page would speak two languages. */
    @ParameterizedTest
    @MethodSource("pages")
    void aPageHasTheLanguagesOfTheService(String page) {
        assertThat(languages(page))
                .isEqualTo(new TreeSet<>(LanguageFilesTest.files().stream()
                        .map(file -> String.valueOf(file.getFileName()).replace(".po", ""))
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itsFileHasWordsForEachTextAndForNothingElse(String page) {
        var expected = english(page);
        if (!page.equals(SHARED) && !page.equals(RECEIPT)) {
            expected.removeAll(english(SHARED));
        }
        assertThat(languages(page))
                .isNotEmpty()
                .allSatisfy(
                        language -> assertThat(words(page, language).keySet()).isEqualTo(expected));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aTextKeepsItsValues(String page) {
        assertThat(languages(page))
                .allSatisfy(language -> assertThat(words(page, language))
                        .allSatisfy((english, said) ->
                                assertThat(values(said)).as(said).isEqualTo(values(english))));
    }

    /** Pages that share a window share their words, so the last one to come would change the others'. */
    @ParameterizedTest
    @MethodSource("languages")
    void theSameEnglishIsSaidTheSameOnEachPage(String language) {
        var said = new TreeMap<String, Set<String>>();
        PAGES.keySet()
                .forEach(page -> words(page, language)
                        .forEach((english, words) -> said.computeIfAbsent(english, _ -> new TreeSet<>())
                                .add(words)));

        assertThat(said)
                .allSatisfy((english, words) -> assertThat(words).as(english).hasSize(1));
    }

    static Set<String> languages() {
        return languages(SHARED);
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(each -> each.group()).sorted().toList();
    }
}

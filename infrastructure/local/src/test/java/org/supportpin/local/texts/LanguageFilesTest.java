package org.supportpin.local.texts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.PoFiles;
import org.supportpin.local.contract.ProjectFiles;

/** A language's file has words for every English text of the service, and for nothing else. */
class LanguageFilesTest {

    private static final String TEXTS = "functions/domain/src/main/resources/org/supportpin/texts";
    private static final String ACTIONS = "functions/handlers/src/main/resources/org/supportpin/functions/action";
    private static final Pattern VALUE = Pattern.compile("%(?:\\d\\$)?[sd]");

    private static final Set<String> ENGLISH = english();

    private static Set<String> english() {
        var all = new TreeSet<>(SourceTexts.in(Stream.of("domain", "backoffice", "handlers")
                .map(module ->
                        ProjectFiles.root().resolve("functions").resolve(module).resolve("src/main/java"))
                .toList()));
        ProjectFiles.list(ACTIONS, ".json").forEach(file -> collect(ProjectFiles.json(file), all));
        return all;
    }

    private static void collect(JsonNode node, Set<String> into) {
        if (node.has("el") && node.has("en")) {
            into.add(node.path("en").asText());
        }
        node.forEach(each -> collect(each, into));
    }

    static List<Path> files() {
        return ProjectFiles.list(TEXTS, ".po");
    }

    private static Language language(Path file) {
        return Language.of(String.valueOf(file.getFileName()).replace(".po", ""))
                .orElseThrow();
    }

    @Test
    void theTextsInTheCodeAreSeen() {
        assertThat(ENGLISH)
                .hasSizeGreaterThan(400)
                .contains(
                        "Done",
                        "1 month",
                        "nameserver change",
                        "does not answer",
                        "Restart PHP",
                        "d MMMM yyyy",
                        "Only .gr and .ελ domains can be recalled.",
                        "%s will open from another server: %s instead of %s.");
        assertThat(files()).isNotEmpty();
    }

    /** Pages look no further: a reader of pt-BR and one of pt-PT get the same file. */
    @ParameterizedTest
    @MethodSource("files")
    void aFileIsNamedByALanguageWithoutARegion(Path file) {
        assertThat(String.valueOf(file.getFileName())).matches("[a-z]{2,8}\\.po");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileHasWordsForEachTextAndForNothingElse(Path file) {
        var there = PoFiles.words(file).keySet();

        assertThat(ENGLISH)
                .filteredOn(text -> !there.contains(text))
                .as("to be translated")
                .isEmpty();
        assertThat(there)
                .filteredOn(text -> !ENGLISH.contains(text))
                .as("to be removed")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aTextKeepsItsValues(Path file) {
        assertThat(PoFiles.words(file))
                .allSatisfy(
                        (english, words) -> assertThat(values(words)).as(words).isEqualTo(values(english)));
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text)
                .results()
                .map(each -> each.group().substring(each.group().length() - 1))
                .sorted()
                .toList();
    }

    /** Else a text with values would be said in the words of another one. */
    @ParameterizedTest
    @MethodSource("files")
    void aTextWithValuesIsKnownAgain(Path file) {
        PoFiles.words(file).entrySet().stream()
                .filter(each -> VALUE.matcher(each.getKey()).find() && PoFiles.isTelling(each.getKey()))
                .forEach(each -> assertThat(language(file).translate(filled(each.getKey())))
                        .as(each.getKey())
                        .contains(filled(each.getValue())));
    }

    private static String filled(String template) {
        var values =
                new Object[VALUE.matcher(template).results().mapToInt(_ -> 1).sum()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + "zz" + i;
        }
        return template.replace("%d", "%s").formatted(values);
    }
}

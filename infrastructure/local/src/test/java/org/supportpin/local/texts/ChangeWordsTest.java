package org.supportpin.local.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.customer.ChangeWords;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.local.contract.ProjectFiles;

/** The SMS and mails say the states by the same words as the pages. */
class ChangeWordsTest {

    private static final Pattern TEXT = Pattern.compile("\"?([\\w -]+?)\"?: \\{ el: \"([^\"]+)\", en: \"([^\"]+)\" }");
    private static final Pattern AHEAD = Pattern.compile("const AHEAD = \\{([^}]+)}");
    private static final Pattern PAIR = Pattern.compile("(\\w+): \"(\\w+)\"");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]+)\": \"([^\"]+)\"");

    private static final String PAGE = ProjectFiles.text(ProjectFiles.root().resolve("web/shared/change-words.js"));
    private static final Map<String, LocalizedText> PAGES = texts();

    private static Map<String, LocalizedText> texts() {
        var all = new HashMap<String, LocalizedText>();
        TEXT.matcher(PAGE)
                .results()
                .forEach(each -> all.put(each.group(1).strip(), new LocalizedText(each.group(2), each.group(3))));
        return all;
    }

    static Stream<Map<String, LocalizedText>> words() {
        return Stream.concat(Stream.of(ActionName.values()).map(ChangeWords::of), Stream.of(ChangeWords.fixes()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void eachStateIsSaidAsOnThePages(Map<String, LocalizedText> words) {
        assertThat(PAGES).containsAllEntriesOf(words);
    }

    @Test
    void whatIsAheadIsSaidAsOnThePages() {
        var ahead = new HashMap<String, LocalizedText>();
        AHEAD.matcher(PAGE)
                .results()
                .flatMap(all -> PAIR.matcher(all.group(1)).results())
                .forEach(each -> ahead.put(each.group(1), PAGES.get(each.group(2))));

        assertThat(ahead).containsAllEntriesOf(ChangeWords.ahead());
    }

    @Test
    void inTheFurtherLanguagesToo() {
        for (var file : LanguageFilesTest.files()) {
            var language = Language.of(String.valueOf(file.getFileName()).replace(".po", ""))
                    .orElseThrow();
            var pages = new HashMap<String, String>();
            WORDS.matcher(ProjectFiles.text(ProjectFiles.root().resolve("web/shared/texts/" + language.tag() + ".js")))
                    .results()
                    .forEach(each -> pages.put(each.group(1), each.group(2)));
            assertThat(Stream.concat(words(), Stream.of(ChangeWords.ahead())))
                    .allSatisfy(words -> words.values()
                            .forEach(each -> assertThat(each.in(language)).isEqualTo(pages.get(each.english()))));
        }
    }
}

package org.supportpin.local.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.identity.Language;
import org.supportpin.local.contract.ProjectFiles;

/** The WHMCS module has a file for each language, by WHMCS's name for it, with the same texts in each. */
class WhmcsLanguagesTest {

    private static final String FOLDER = "integrations/whmcs/modules/addons/supportpin/lang";
    private static final String TAG = "tag";
    private static final Pattern TEXT =
            Pattern.compile("^\\$_ADDONLANG\\['(\\w+)'] = '((?:[^'\\\\]|\\\\.)+)';$", Pattern.MULTILINE);

    static List<Path> files() {
        return ProjectFiles.list(FOLDER, ".php");
    }

    private static Map<String, String> texts(Path file) {
        var texts = new TreeMap<String, String>();
        TEXT.matcher(ProjectFiles.text(file)).results().forEach(found -> texts.put(found.group(1), found.group(2)));
        return texts;
    }

    private static Map<String, String> english() {
        return texts(ProjectFiles.root().resolve(FOLDER).resolve("english.php"));
    }

    @Test
    void eachLanguageOfTheServiceHasAFile() {
        var tags = Stream.concat(
                Stream.of("el", "en"),
                LanguageFilesTest.files().stream()
                        .map(file -> String.valueOf(file.getFileName()).replace(".po", "")));

        assertThat(files().stream().map(file -> texts(file).get(TAG)))
                .containsExactlyInAnyOrderElementsOf(tags.toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileHasEachTextAndNoOther(Path file) {
        assertThat(texts(file).keySet()).isEqualTo(english().keySet()).contains(TAG, "notYours");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsNamedAsWhmcsNamesItsLanguage(Path file) {
        var name = String.valueOf(file.getFileName()).replace(".php", "");

        assertThat(Language.named(name).map(Language::tag))
                .contains(String.valueOf(texts(file).get(TAG)));
    }
}

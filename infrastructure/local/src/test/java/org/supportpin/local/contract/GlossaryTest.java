package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md names existing classes, has each term once, and its walks are short enough. */
class GlossaryTest {

    private static final Path ROOT = ProjectFiles.root();
    private static final int LONGEST_PIN_WALK = 12;
    private static final int LONGEST_ACTION_WALK = 18;

    private static final Pattern CLASS_OF_A_ROW = Pattern.compile("^\\|.*\\| `(\\w+)` \\|$", Pattern.MULTILINE);
    private static final Pattern STEP_OF_A_WALK = Pattern.compile("^\\d+\\. `(\\w+)`", Pattern.MULTILINE);
    private static final Pattern TERM_OF_A_ROW = Pattern.compile("^\\| ([^|]+?) \\|", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");

    @Test
    void everyClassIsThere() throws IOException {
        var glossary = glossary();
        var named = Stream.of(CLASS_OF_A_ROW, STEP_OF_A_WALK)
                .flatMap(pattern -> all(pattern, glossary).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(types()).containsAll(named);
    }

    @Test
    void eachTermStandsOnce() throws IOException {
        var terms = all(TERM_OF_A_ROW, glossary()).stream()
                .filter(each -> !Set.of("term", "---").contains(each) && !each.startsWith("---"))
                .toList();

        assertThat(terms).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    @Test
    void theWalksAreShort() throws IOException {
        var walks = Pattern.compile("^### ", Pattern.MULTILINE).split(glossary());
        assertThat(all(STEP_OF_A_WALK, walk(walks, "The PIN"))).hasSizeBetween(5, LONGEST_PIN_WALK);
        assertThat(all(STEP_OF_A_WALK, walk(walks, "An action"))).hasSizeBetween(5, LONGEST_ACTION_WALK);
    }

    private static String walk(String[] walks, String title) {
        return Stream.of(walks)
                .filter(each -> each.startsWith(title))
                .findFirst()
                .orElseThrow();
    }

    private static String glossary() throws IOException {
        return Files.readString(ROOT.resolve("docs/glossary.md"));
    }

    private static Set<String> types() throws IOException {
        var types = new TreeSet<String>();
        for (var root : List.of("functions", "infrastructure")) {
            try (var files = Files.walk(ROOT.resolve(root))) {
                for (var file : files.filter(each -> each.toString().matches(".*/src/main/java/.*\\.java"))
                        .toList()) {
                    types.addAll(all(TYPE, Files.readString(file)));
                }
            }
        }
        return types;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}

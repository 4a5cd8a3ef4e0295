package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written for people: README is short, and no link of any page leads nowhere. */
class DocumentsTest {

    /** Two screens of a large monitor. */
    private static final int MOST_LINES = 100;

    private static final int MOST_CHARACTERS = 8_000;

    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\n]*`", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s:]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    private static final Path ROOT = ProjectFiles.root();

    private static Stream<Path> pages() {
        return Stream.of("", "docs", "docs/adr", "docs/connectors", "integrations")
                .flatMap(folder -> ProjectFiles.list(folder, ".md").stream());
    }

    /** As GitHub names them. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(BLOCK.matcher(ProjectFiles.text(page)).replaceAll(""))
                .results()
                .map(each -> each.group(1)
                        .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1
                        || !target.toString().endsWith(".md")
                        || anchors(target).contains(parts[1]));
    }

    @Test
    void noLinkLeadsNowhere() {
        assertThat(pages())
                .hasSizeGreaterThan(50)
                .allSatisfy(page -> assertThat(LINK.matcher(
                                        CODE.matcher(ProjectFiles.text(page)).replaceAll(""))
                                .results())
                        .extracting(each -> each.group(1))
                        .allMatch(link -> leadsSomewhere(page, link), "leads somewhere, from " + page));
    }

    @Test
    void readmeFitsTwoScreens() {
        var readme = ProjectFiles.text(ROOT.resolve("README.md"));

        assertThat(readme.lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(readme).hasSizeLessThanOrEqualTo(MOST_CHARACTERS);
    }
}

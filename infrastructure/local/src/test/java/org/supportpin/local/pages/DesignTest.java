package org.supportpin.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.contract.ProjectFiles;

/** One design system: its values stand in tokens.css, and pages take them from there. */
class DesignTest {

    private static final Path WEB = ProjectFiles.root().resolve("web");
    private static final String TOKENS = "shared/tokens.css";
    private static final String SHADOW = "shared/look.js";
    private static final String BAR = "bar/styles.js";

    /** The tokens themselves, the bar (which is checked by itself), a panel of somebody else, and the drawing of a telephone. */
    private static final Set<String> WITH_VALUES =
            Set.of(TOKENS, SHADOW, BAR, "local/examples/panel.css", "local/front/front.css");

    private static final Pattern TOKEN = Pattern.compile("^ {2}(--[a-z0-9-]+): ([^;]+);", Pattern.MULTILINE);
    private static final Pattern REM = Pattern.compile("([0-9.]+)rem");
    private static final BigDecimal PX_OF_REM = BigDecimal.valueOf(16);
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|oklch)\\(");
    /** A size of its own; one in em is in proportion to the text around it. */
    private static final Pattern TEXT_SIZE = Pattern.compile("font(?:-size)?:[^;]*?\\b[0-9.]+(?:px|rem|pt)\\b");

    private static final Pattern CORNER = Pattern.compile("border-radius: (?!var\\(--radius|50%|99px)[^;]+");

    private static String text(String file) {
        try {
            return Files.readString(WEB.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> tokens(String file) {
        return TOKEN.matcher(text(file))
                .results()
                .collect(Collectors.toMap(
                        each -> each.group(1), each -> inPx(each.group(2)), (one, _) -> one, TreeMap::new));
    }

    private static String inPx(String value) {
        return REM.matcher(value)
                .replaceAll(
                        size -> new BigDecimal(size.group(1))
                                        .multiply(PX_OF_REM)
                                        .stripTrailingZeros()
                                        .toPlainString() + "px");
    }

    private static List<String> found(Pattern pattern, String file) {
        return pattern.matcher(text(file)).results().map(MatchResult::group).toList();
    }

    static Stream<String> styles() {
        try (var files = Files.walk(WEB)) {
            return files
                    .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".css") || file.endsWith("styles.js") || file.endsWith("look.js"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** In other people's pages in px, for there a rem may be anything. */
    @Test
    void aShadowTreeHasTheSameTokens() {
        assertThat(tokens(TOKENS)).hasSizeGreaterThan(30);
        assertThat(tokens(SHADOW)).isEqualTo(tokens(TOKENS));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void noPageHasColoursTextSizesOrCornersOfItsOwn(String file) {
        if (!WITH_VALUES.contains(file)) {
            assertThat(found(COLOUR, file)).isEmpty();
            assertThat(found(TEXT_SIZE, file)).isEmpty();
            assertThat(found(CORNER, file)).isEmpty();
        }
    }

    @Test
    void theBarHasTheTokensColours() {
        var pair = Pattern.compile("light-dark\\([^)]*\\)");
        assertThat(found(pair, BAR)).isNotEmpty().isSubsetOf(found(pair, TOKENS));
    }

    /** The page that shows it all reads the tokens from the style sheet, so that it shows each. */
    @Test
    void theStylesPageNamesNoTokenByHand() {
        assertThat(found(Pattern.compile("\"--[a-z-]+\""), "local/styles.js")).isEmpty();
    }
}

package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/security.md: each threat has a control and a test, and those that it names exist. */
class SecurityPageTest {

    private static final Path PAGE = ProjectFiles.root().resolve("docs/security.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9]+) \\| (.+?) \\| (.+?) \\| (.+?) \\|$");
    private static final Pattern LINK = Pattern.compile("\\[`?(\\w+)`?]");
    private static final Pattern TARGET = Pattern.compile("(?m)^\\[`?(\\w+)`?]: (\\S+)$");
    private static final Pattern METHOD = Pattern.compile("`(\\w+)`(?!])");

    static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results().toList();
    }

    private static Map<String, Path> targets() throws IOException {
        var targets = new HashMap<String, Path>();
        TARGET.matcher(Files.readString(PAGE))
                .results()
                .forEach(each -> targets.put(each.group(1), PAGE.resolveSibling(each.group(2))));
        return targets;
    }

    /** Later ones keep the numbers of the list that they come from, so some may be missing. */
    @Test
    void itHasTheFirstTwentyFourThreatsAndLaterOnesInOrder() throws IOException {
        var numbers = rows().stream().map(row -> Integer.valueOf(row.group(1))).toList();

        assertThat(numbers)
                .startsWith(IntStream.rangeClosed(1, 24).boxed().toArray(Integer[]::new))
                .contains(29, 30, 31)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void itsControlAndItsTestsAreThere(MatchResult row) throws IOException {
        var tests = links(row.group(4));

        assertThat(links(row.group(3))).as("controls of row %s", row.group(1)).allMatch(Files::isRegularFile);
        assertThat(tests).as("tests of row %s", row.group(1)).isNotEmpty().allMatch(Files::isRegularFile);
        var text = new StringBuilder();
        for (var test : tests) {
            text.append(Files.readString(test));
        }
        assertThat(METHOD.matcher(row.group(4)).results().map(each -> each.group(1)))
                .as("row %s", row.group(1))
                .allMatch(method -> Pattern.compile("(void|Stream<Dynamic\\w+>) " + method + "\\(")
                        .matcher(text)
                        .find());
    }

    private static List<Path> links(String cell) throws IOException {
        var targets = targets();
        return LINK.matcher(cell)
                .results()
                .flatMap(link -> Stream.ofNullable(targets.get(link.group(1))))
                .map(Path::normalize)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}

package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/performance.md, "Cost": the units are those that CountsTest asserts, and the sums are right. */
class CostPageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([A-Z][^|]*?) \\| ([0-9]+) \\| ([0-9.]+) \\| ([0-9.]+) \\|$");
    private static final Pattern TOTAL = Pattern.compile("\\*\\*together\\*\\* \\| \\| \\| \\*\\*([0-9.]+)\\*\\*");
    private static final double HALF_A_CENT = 0.0051;

    private final String page = page();

    private static String page() {
        try {
            return Files.readString(ProjectFiles.root().resolve("docs/performance.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<MatchResult> rows() {
        return ROW.matcher(page).results().toList();
    }

    @Test
    void theUnitsAreThoseThatAreCounted() {
        var units =
                rows().stream().collect(Collectors.toMap(row -> row.group(1), row -> Integer.parseInt(row.group(2))));

        assertThat(units)
                .containsAllEntriesOf(
                        Map.of("DynamoDB, write units", 1, "DynamoDB, read units", 2, "KMS, requests", 1));
    }

    @Test
    void theSumsAreRight() {
        assertThat(rows())
                .hasSize(7)
                .allSatisfy(row -> assertThat(Double.parseDouble(row.group(4)))
                        .isCloseTo(
                                Integer.parseInt(row.group(2)) * Double.parseDouble(row.group(3)),
                                within(HALF_A_CENT)));
        var total = TOTAL.matcher(page);
        assertThat(total.find()).isTrue();
        assertThat(Double.parseDouble(total.group(1)))
                .isCloseTo(
                        rows().stream()
                                .mapToDouble(row -> Double.parseDouble(row.group(4)))
                                .sum(),
                        within(HALF_A_CENT));
    }
}

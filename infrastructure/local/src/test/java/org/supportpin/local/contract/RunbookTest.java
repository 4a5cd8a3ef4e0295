package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.http.Log;

/** Every alarm leads to a page of the runbook, and every page is reached from an alarm. */
class RunbookTest {

    private static final Pattern PAGE = Pattern.compile("docs/runbook\\.md, \"([^\"]+)\"");

    /** Alarms that notify people, and those that also roll a deployment back. */
    private static List<JsonNode> alarms() {
        return Stream.of("infrastructure/monitoring.yaml", "template.yaml")
                .flatMap(file -> ProjectFiles.yaml(file).path("Resources").valueStream())
                .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    @Test
    void alarmsAndPagesNameEachOther() throws IOException {
        var runbook = Files.readString(ProjectFiles.root().resolve("docs/runbook.md"));
        var pages = Pattern.compile("(?m)^## (.+)$")
                .matcher(runbook)
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toSet());

        assertThat(alarms())
                .allMatch(alarm ->
                        PAGE.matcher(alarm.path("AlarmDescription").asText()).find());
        assertThat(alarms().stream()
                        .flatMap(alarm -> PAGE.matcher(
                                        alarm.path("AlarmDescription").asText())
                                .results())
                        .map(named -> named.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(pages);
    }

    /** The notification names the alarm, and the page has the same name. */
    @Test
    void eachPageNamesTheAlarmsThatLeadToIt() throws IOException {
        var pages =
                Files.readString(ProjectFiles.root().resolve("docs/runbook.md")).split("(?m)^## ");
        var named = Pattern.compile("(?m)^Alarms?: (.+)$");

        for (var page : Arrays.stream(pages).skip(1).toList()) {
            var heading = page.lines().findFirst().orElseThrow();
            var line = named.matcher(page);
            assertThat(line.find()).as(heading).isTrue();
            assertThat(Pattern.compile("`([A-Za-z0-9]+)`")
                            .matcher(line.group(1))
                            .results()
                            .map(alarm -> alarm.group(1)))
                    .as(heading)
                    .containsExactlyInAnyOrderElementsOf(leadingTo(heading));
        }
    }

    private static List<String> leadingTo(String heading) {
        return Stream.of("infrastructure/monitoring.yaml", "template.yaml")
                .flatMap(file -> ProjectFiles.yaml(file).path("Resources").propertyStream())
                .filter(resource -> resource.getValue()
                        .at("/Properties/AlarmDescription")
                        .asText()
                        .contains("docs/runbook.md, \"" + heading + "\""))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An alarm on a metric that nothing counts would never go off. */
    @Test
    void eachAlarmWatchesAMetricThatTheServiceCounts() {
        var counted = Arrays.stream(Log.Metric.values()).map(Log.Metric::text).collect(Collectors.toSet());
        counted.addAll(Set.of("Requests", "durationMs"));

        assertThat(alarms().stream()
                        .filter(alarm -> alarm.path("Namespace").asText().equals("SupportPin"))
                        .map(alarm -> alarm.path("MetricName").asText()))
                .isSubsetOf(counted);
        assertThat(alarms().stream().map(alarm -> alarm.path("MetricName").asText()))
                .containsAll(Arrays.stream(Log.Metric.values())
                        .map(Log.Metric::text)
                        // For the dashboard: the amount of data, and numbers that customers mistyped.
                        .filter(metric ->
                                !Set.of("RotationLedgers", "SmsRefused").contains(metric))
                        .toList());
    }

    /** Problems' slugs are in openapi.yaml; any other outcome would never be counted. */
    @Test
    void eachOutcomeThatAnAlarmWatchesIsOneOfTheServices() throws IOException {
        var contract = Files.readString(ProjectFiles.root().resolve("infrastructure/openapi.yaml"));

        assertThat(alarms().stream()
                        .flatMap(alarm -> alarm.path("Dimensions").valueStream())
                        .filter(dimension -> dimension.path("Name").asText().equals("outcome"))
                        .map(dimension -> dimension.path("Value").asText())
                        .filter(outcome -> !outcome.equals("201")))
                .isNotEmpty()
                .allMatch(contract::contains);
    }
}

package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.http.Log;

/** Every alarm leads to a page of the runbook, and every page is reached from an alarm. */
class RunbookTest {

    private static final Pattern PAGE = Pattern.compile("docs/runbook\\.md, \"([^\"]+)\"");
    private static final JsonNode MONITORING = ProjectFiles.yaml("infrastructure/monitoring.yaml");

    private static List<JsonNode> alarms() {
        return MONITORING
                .path("Resources")
                .valueStream()
                .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    @Test
    void alarmsAndPagesNameEachOther() throws IOException {
        var runbook = Files.readString(ProjectFiles.root().resolve("docs/runbook.md"));
        var withAlarm = runbook.substring(0, runbook.indexOf("# Without an alarm"));
        var pages = Pattern.compile("(?m)^## (.+)$")
                .matcher(withAlarm)
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

    /** An alarm on a metric that nobody counts would stay silent for ever. */
    @Test
    void eachAlarmWatchesAMetricThatTheServiceCounts() {
        var counted = Arrays.stream(Log.Metric.values()).map(Log.Metric::text).collect(Collectors.toSet());
        counted.addAll(Set.of("Requests", "durationMs"));

        assertThat(alarms().stream()
                        .filter(alarm -> alarm.path("Namespace").asText().equals("SupportPin"))
                        .map(alarm -> alarm.path("MetricName").asText()))
                .isSubsetOf(counted);
        assertThat(alarms().stream().map(alarm -> alarm.path("MetricName").asText()))
                .contains("ActionsNeedingHuman", "SecretsNotOpening", "RotationViolations");
    }

    /** Problems' slugs are in openapi.yaml; an outcome that is none of them is never counted. */
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

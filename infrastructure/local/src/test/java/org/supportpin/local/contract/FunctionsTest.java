package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Limits;

class FunctionsTest {

    private final Template template = new Template();

    @Test
    void theyRunOnJava25AndArm() {
        assertThat(template.globals().path("Runtime").asText()).isEqualTo("java25");
        assertThat(Template.texts(template.globals().path("Architectures"))).containsExactly("arm64");
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(
                                function.has("Runtime") || function.has("Architectures") || function.has("CodeUri"))
                        .isFalse());
    }

    /** What SnapStart has no snapshot of: provisioned concurrency, a file system, more than 512 MB of ephemeral storage. */
    @Test
    void eachIsRestoredFromASnapshotOfThePublishedVersion() {
        assertThat(template.globals().path("SnapStart").toString()).isEqualTo("{\"ApplyOn\":\"PublishedVersions\"}");
        assertThat(template.globals().path("AutoPublishAlias").asText()).isEqualTo("live");
        assertThat(template.globals().path("AutoPublishAliasAllProperties").asBoolean())
                .isTrue();
        var without = List.of(
                "SnapStart",
                "AutoPublishAlias",
                "AutoPublishAliasAllProperties",
                "ProvisionedConcurrencyConfig",
                "FileSystemConfigs",
                "EphemeralStorage",
                "PackageType");
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(without).noneMatch(function::has));
    }

    /** What is called most, and waited for least, costs more in traces than in anything else: it is traced on demand. */
    @Test
    void whatPeopleWaitForIsTraced() {
        assertThat(template.globals().path("Tracing").asText()).isEqualTo("Active");
        assertThat(template.parameter("PollTracing").path("Default").asText()).isEqualTo("PassThrough");
        assertThat(template.functions())
                .allSatisfy(
                        (id, function) -> assertThat(function.at("/Tracing/Ref").asText())
                                .isEqualTo(
                                        Set.of(
                                                                "CurrentPinFunction",
                                                                "WatchFunction",
                                                                "EventFeedFunction",
                                                                "RecoveryFunction",
                                                                "OutboxFunction")
                                                        .contains(id)
                                                ? "PollTracing"
                                                : ""));
    }

    /** Nobody waits for the others. */
    @Test
    void theyGiveUpInTenSeconds() {
        assertThat(template.globals().path("Timeout").asInt()).isEqualTo(10);
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(function.has("Timeout"))
                        .isEqualTo(Set.of(
                                        "RecoveryFunction",
                                        "OutboxFunction",
                                        "RotationAuditFunction",
                                        "WatchFunction",
                                        "EventFeedFunction",
                                        "RewrappingFunction")
                                .contains(id)));
    }

    /** Row 23: a load on the panel cannot starve a telephone call. */
    @Test
    void concurrencyIsReservedForVerificationAlone() {
        assertThat(template.functions())
                .allSatisfy((id, function) -> assertThat(function.has("ReservedConcurrentExecutions"))
                        .isEqualTo(id.equals("VerificationFunction")));
    }

    /** CloudFormation refuses a number out of range before anything is deployed. It compares no durations. */
    @Test
    void aDeploymentThatChoosesNothingHasTheLimitsOfTheDesign() {
        assertThat(Limits.ALL).isNotEmpty().allSatisfy(limit -> {
            var parameter = parameter(limit.name());
            assertThat(limit.parse().apply(parameter.path("Default").asText())).isEqualTo(limit.usual());
            if (limit.usual() instanceof Integer) {
                assertThat(parameter.path("MinValue").asInt()).isEqualTo(limit.least());
                assertThat(parameter.path("MaxValue").asInt()).isEqualTo(limit.most());
            }
        });
        assertThat(parameter("SMS_COUNTRIES").path("Default").asText()).isEqualTo("GR,CY");
    }

    @Test
    void theDocumentationGivesEachLimitItsParameterItsDefaultAndItsRange() throws IOException {
        var lines = Files.readAllLines(ProjectFiles.root().resolve("docs/settings.md"));
        assertThat(Limits.ALL).allSatisfy(limit -> {
            var row = lines.stream()
                    .filter(line -> line.startsWith("| `" + limit.name() + "` |"))
                    .map(line -> line.replace("`", "").split(" *\\| *"))
                    .toList();
            assertThat(row).hasSize(1);
            var cells = row.getFirst();
            assertThat(template.globals()
                            .path("Environment")
                            .path("Variables")
                            .path(limit.name())
                            .path("Ref")
                            .asText())
                    .isEqualTo(cells[2]);
            assertThat(limit.parse().apply(cells[4])).isEqualTo(limit.usual());
            var range = cells[5].split(" to |;", -1);
            assertThat(limit.parse().apply(range[1])).isEqualTo(limit.most());
            var least = range[0];
            if (Limits.ALL.stream().noneMatch(other -> other.name().equals(least))) {
                assertThat(limit.parse().apply(least)).isEqualTo(limit.least());
            }
        });
    }

    private JsonNode parameter(String variable) {
        var value = template.globals().path("Environment").path("Variables").path(variable);
        return template.parameter(value.path("Ref").asText());
    }
}

package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/deployment.md, followed to the letter for the test environment of samconfig.toml. */
class TenStepsTest {

    private static final Path ROOT = Path.of("../..");

    private final Stage stage = new Stage();
    private final AwsStage aws = new AwsStage(stage.address());

    @AfterEach
    void stop() {
        stage.close();
        aws.close();
    }

    private static String section(String environment) throws IOException {
        return Files.readString(ROOT.resolve("samconfig.toml"))
                .split("(?m)^\\[" + environment + "\\.deploy\\.parameters]$", 2)[1]
                .split("(?m)^\\[", 2)[0];
    }

    private static Map<String, String> parameters(String environment) throws IOException {
        return Pattern.compile("(?m)^ {2}\"(\\w+)=([^\"?]*)\",$")
                .matcher(section(environment))
                .results()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    private static String steps() throws IOException {
        return Files.readString(ROOT.resolve("docs/deployment.md"))
                .split("(?m)^## Ten steps$", 2)[1]
                .split("(?m)^### ", 2)[0];
    }

    /** The step, until the next one. */
    private static String step(int number) throws IOException {
        return steps().split("(?m)^" + number + "\\. ", 2)[1].split("(?m)^" + (number + 1) + "\\. ", 2)[0];
    }

    private String run() {
        var bytes = new ByteArrayOutputStream();
        try (var account = aws.account()) {
            new DeploymentCheck(account, Clock.systemUTC(), new PrintStream(bytes, true, StandardCharsets.UTF_8))
                    .run(List.of(
                            "--api=" + stage.address(),
                            "--stack=support-pin-test",
                            "--panelIssuer=" + stage.issuer(Realm.PANEL),
                            "--agentIssuer=" + stage.issuer(Realm.AGENTS)));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** In the sandbox, as step 8 has it, and without the topic, which step 5 sets in production. */
    @Test
    void theTestEnvironmentSeesWhatStepSevenSays() throws IOException {
        aws.parameters.clear();
        aws.parameters.putAll(parameters("test"));
        aws.wrong.add("sandbox");
        var seen = List.of(
                "SMS are in the sandbox: only numbers verified there receive one.",
                "The service's own alarms tell nobody.",
                "BillingConnector is simulated: nothing happens in a real system.",
                "Nothing is missing, as far as can be seen from outside.");

        assertThat(run())
                .contains(seen)
                .contains("A trial does without. Before production: ")
                .doesNotContain("PROBLEM");
        assertThat(seen).allSatisfy(line -> assertThat(step(7)).contains("`" + line + "`"));
    }

    @Test
    void productionMissesWhatATrialDoesWithout() throws IOException {
        aws.parameters.remove("AlarmTopicArn");
        aws.parameters.put("Trial", parameters("production").get("Trial"));
        aws.wrong.add("sandbox");

        assertThat(run())
                .contains("PROBLEM  SMS are in the sandbox", "PROBLEM  The service's own alarms tell nobody.")
                .contains("Not complete yet: 2 problems.");
    }

    /** The AWS CLI and the check do not read samconfig.toml. */
    @Test
    void theRegionIsNamedBeforeAnythingNeedsIt() throws IOException {
        var export = Pattern.compile("export AWS_REGION=(\\S+) AWS_DEFAULT_REGION=(\\S+)")
                .matcher(steps());

        assertThat(export.find()).isTrue();
        assertThat(section("test")).contains("region = \"" + export.group(1) + "\"");
        assertThat(export.group(2)).isEqualTo(export.group(1));
        assertThat(steps().indexOf("       sam deploy")).isGreaterThan(export.start());
        assertThat(Pattern.compile("(?m)aws [a-z0-9]+ [a-z-]+ ")
                        .matcher(steps())
                        .results())
                .isNotEmpty()
                .allMatch(command -> command.start() > export.start());
    }

    @Test
    void theReportsAreReadWithAnAuditorsToken() throws IOException {
        assertThat(step(9)).contains("audit:read", "auditor.token", "/v1/audit/rotation-reports");
        assertThat(Files.readString(ROOT.resolve("integrations/README.md")))
                .contains("auditor-1 audit:read > auditor.token");
    }
}

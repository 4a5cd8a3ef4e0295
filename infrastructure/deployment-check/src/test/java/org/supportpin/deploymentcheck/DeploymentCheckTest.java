package org.supportpin.deploymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.command.Report;
import org.supportpin.deploymentcheck.Arguments.Option;

/** The command with its options, as Maven runs it, before a service, issuers and an account in which one thing at a time is wrong. */
class DeploymentCheckTest {

    @TempDir
    Path folder;

    private final Stage stage = new Stage();
    private final AwsStage aws = new AwsStage(stage.address());
    private Clock clock = Clock.systemUTC();
    private int exit;

    @AfterEach
    void stop() {
        stage.close();
        aws.close();
    }

    private String run(List<String> options) {
        var bytes = new ByteArrayOutputStream();
        try (var account = aws.account()) {
            exit = new DeploymentCheck(account, clock, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                    .run(options);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String run(String... more) {
        var all = new ArrayList<>(stage.options());
        all.addAll(Arrays.asList(more));
        return run(all);
    }

    private String file(String token) {
        try {
            return Files.writeString(folder.resolve("token"), token + "\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aServiceInOrderHasNothingMissing() {
        var panel = stage.token(Realm.PANEL, UnaryOperator.identity());
        var printed = run("--stack=support-pin", "--panelToken=" + file(panel));

        assertThat(printed)
                .contains("Nothing is missing, as far as can be seen from outside.")
                .contains("SMS are out of the sandbox", "cost 50 USD", "reach 1 subscriber", "-Dconnector=whmcs")
                .contains("The API accepts the token of a customer.")
                .contains("Pages of " + Stage.ORIGIN + " may call the API.")
                .contains("No token of an agent was looked at.")
                .doesNotContain("PROBLEM", panel, panel.split("\\.", -1)[1]);
        assertThat(exit).isZero();
        assertThat(aws.actions).isNotEmpty().allMatch(action -> action.matches("(Describe|List|Get).*"));
    }

    @Test
    void theTokenServiceIsTheIssuerWhereNoneIsNamed() {
        aws.wrong.add("no providers");

        assertThat(run(List.of("--api=" + stage.address(), "--stack=support-pin")))
                .contains("The issuer of a customer can be read", "The issuer of an agent can be read")
                .doesNotContain("PROBLEM");
    }

    @Test
    void withoutAStackItSaysWhatItDidNotLookAt() {
        assertThat(run())
                .contains("SMS, alarms and connectors were not looked at.", "Nothing is missing")
                .doesNotContain("PROBLEM");
        assertThat(aws.actions).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys | GET /v1/keys answers 200 without keys",
                "open | GET /v1/agent/actions without a token answers 200 and not 401",
                "origin | Pages of https://panel.example.gr may not call the API.",
                "any origin | Pages of any origin may call the API.",
                "discovery | The issuer of an agent has no discovery document:",
                "issuer | The discovery document of a customer names another issuer.",
                "jwks | publishes no RSA key of 2048 bits with a kid",
                "scope | The token of a customer passes, but may not do what it has to.",
                "realm | The token of a customer opens a route of the others."
            })
    void namesWhatIsWrongWithTheService(String wrong, String expected) {
        stage.wrong.add(wrong);

        assertThat(run("--panelToken=" + file(stage.token(Realm.PANEL, UnaryOperator.identity()))))
                .contains(expected)
                .containsPattern("Not complete yet: [1-9]");
        assertThat(exit).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sandbox | SMS are in the sandbox",
                "monitoring | No stack watches this one.",
                "subscribers | a topic that nobody has subscribed to and confirmed",
                "rolled back | The stack is in UPDATE_ROLLBACK_COMPLETE.",
                "everything denied | AWS did not show the stack (CloudFormationException)."
            })
    void namesWhatIsWrongWithTheAccount(String wrong, String expected) {
        aws.wrong.add(wrong);

        assertThat(run("--stack=support-pin")).contains(expected).contains("PROBLEM");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void namesAlarmsThatTellNobodyAndAConnectorThatIsMissing() {
        aws.parameters.remove("AlarmTopicArn");
        aws.monitoring.remove("AlarmTopicArn");
        aws.parameters.put("DnsConnector", "");
        aws.parameters.put("MailConnector", "simulated");

        assertThat(run("--stack=support-pin"))
                .contains(
                        "PROBLEM  The service's own alarms tell nobody.",
                        "PROBLEM  The monitoring's alarms tell nobody.")
                .contains("DnsConnector is not set.", "MailConnector is simulated: nothing happens");
    }

    @Test
    void aClockThatIsWrongIsNamed() throws InterruptedException {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));
        assertThat(run()).containsPattern("This machine's clock and the service's are 1[12][0-9] seconds apart");

        var report = new Report("", "");
        var deployed = new Deployed(Arguments.parse(stage.options()).orThrow(), Optional.empty());
        new Issuer(new Web(Clock.systemUTC(), Web.PATIENCE), Realm.PANEL, deployed, report)
                .look(Optional.of(Duration.ofSeconds(-90)));
        assertThat(report.lines()).anyMatch(line -> line.contains("clocks of the issuer of a customer"));
    }

    /** By the service's clock the token is in order, and the issuer's is right. */
    @Test
    void aWrongClockOfThisMachineIsNotBlamedOnOthers() {
        for (var off : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            clock = Clock.offset(Clock.systemUTC(), off);
            assertThat(run("--panelToken=" + file(stage.token(Realm.PANEL, UnaryOperator.identity()))))
                    .contains("This machine's clock and the service's are", "Not complete yet: 1 problem.");
        }
    }

    @Test
    void aServiceThatCannotBeReachedIsNamed() {
        stage.close();
        assertThat(run()).contains("The API cannot be reached: ");
    }

    @Test
    void oneIssuerForBothIsAProblem() {
        assertThat(run("--agentIssuer=" + stage.issuer(Realm.PANEL))).contains("have the same issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--api=", "--api=ftp://x", "--api=http://api.example.gr", "--nothing=1", "--api"})
    void wrongOptionsAreExplained(String option) {
        assertThat(run(List.of(option))).contains("mvn -Pcheck -Dapi=URL");
        assertThat(exit).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNoFileIsNotPrinted() {
        assertThat(run("--panelToken=eyJhbGciOiJub25lIn0"))
                .contains("-DpanelToken is not a file with a token.")
                .doesNotContain("eyJ");
        assertThat(exit).isEqualTo(2);
        assertThat(run("--panelToken=" + file("not.a.token"))).contains("is not a JWT");
    }

    @Test
    void mavenPassesEveryOptionAndThePagesNameTheCommand() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertThat(Option.values())
                .allSatisfy(option -> assertThat(pom)
                        .contains("<argument>--" + option.text() + "=${" + option.text() + "}</argument>")
                        .contains("<" + option.text() + " />"));
        for (var page : List.of("CONTRIBUTING.md", "docs/settings.md", "docs/deployment.md")) {
            assertThat(Files.readString(Path.of("../..").resolve(page)))
                    .as(page)
                    .contains("-Pcheck");
        }
        assertThat(Files.readString(Path.of("../../template.yaml")))
                .contains(Arrays.stream(Option.values())
                        .map(Option::parameter)
                        .filter(parameter -> !parameter.isEmpty())
                        .map(parameter -> "\n  " + parameter + ":\n")
                        .toList());
    }
}

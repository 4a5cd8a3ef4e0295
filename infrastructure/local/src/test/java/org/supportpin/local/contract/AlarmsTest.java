package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The alarms of each function, and those that roll a deployment back. */
class AlarmsTest {

    private static final Template TEMPLATE = new Template();

    static Stream<String> functions() {
        return TEMPLATE.functions().keySet().stream();
    }

    /** CodeDeploy shifts the alias; other metrics would not show the new version. */
    @ParameterizedTest
    @MethodSource("functions")
    void errorsAndSlownessOfTheAliasTakeADeploymentBack(String function) {
        var name = function.replaceFirst("Function$", "");
        var errors = TEMPLATE.properties(name + "Errors");
        var slow = TEMPLATE.properties(name + "Slow");

        assertThat(TEMPLATE.properties(function).path("DeploymentPreference").toString())
                .isEqualTo("{\"Alarms\":[{\"Ref\":\"" + name + "Errors\"},{\"Ref\":\"" + name
                        + "Slow\"},{\"Ref\":\"Failures\"}]}");
        assertThat(Stream.of(errors, slow)).allSatisfy(alarm -> {
            assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/Lambda");
            assertThat(alarm.path("Dimensions").toString())
                    .isEqualTo("[{\"Name\":\"FunctionName\",\"Value\":{\"Ref\":\"" + function
                            + "\"}},{\"Name\":\"Resource\",\"Value\":{\"Fn::Sub\":\"${" + function + "}:live\"}}]");
        });
        assertThat(errors.path("MetricName").asText()).isEqualTo("Errors");
        assertThat(errors.path("Threshold").asInt()).isZero();
        assertThat(slow.path("MetricName").asText()).isEqualTo("Duration");
        assertThat(slow.path("ExtendedStatistic").asText()).isEqualTo("p99");
    }

    /** A slow function raises an alarm before it times out. */
    @ParameterizedTest
    @MethodSource("functions")
    void slowIsLessThanTheFunctionsTime(String function) {
        var limit =
                TEMPLATE.properties(function.replaceFirst("Function$", "Slow")).path("Threshold");
        var most = limit.has("Ref")
                ? TEMPLATE.parameter(limit.path("Ref").asText()).path("Default").asInt()
                : limit.asInt();
        var own = TEMPLATE.properties(function).path("Timeout");
        int seconds = (own.isMissingNode() ? TEMPLATE.globals().path("Timeout") : own).asInt();

        assertThat(most).isBetween(1, seconds * 1000 - 1);
    }

    /** Lambda does not count a function's 500 as an error. */
    @Test
    void aFaultThatIsAnsweredTakesADeploymentBackToo() {
        var failures = TEMPLATE.properties("Failures");

        assertThat(failures.path("MetricName").asText()).isEqualTo("Requests");
        assertThat(failures.path("Dimensions").toString())
                .isEqualTo("[{\"Name\":\"outcome\",\"Value\":\"internal-error\"}]");
        assertThat(failures.path("Threshold").asInt()).isZero();
    }

    @Test
    void aDeploymentIsGradualUnlessSomebodyChoosesOtherwise() {
        var preference = TEMPLATE.globals().path("DeploymentPreference");

        assertThat(preference.path("Type").toString()).isEqualTo("{\"Ref\":\"DeploymentType\"}");
        assertThat(preference.at("/Role/Fn::GetAtt").asText()).isEqualTo("DeploymentRole.Arn");
        assertThat(TEMPLATE.parameter("DeploymentType").path("Default").asText())
                .startsWith("Canary");
    }

    @Test
    void everyFunctionsThrottlesAreWatched() {
        var monitored = ProjectFiles.yaml("infrastructure/monitoring.yaml").path("Resources");

        assertThat(functions()).allSatisfy(function -> {
            var alarm = monitored.path(function.replaceFirst("Function$", "ThrottlesAlarm"));
            assertThat(alarm.at("/Properties/MetricName").asText()).isEqualTo("Throttles");
            assertThat(alarm.at("/Properties/Dimensions/0/Value").toString()).contains("-" + function + "Name");
        });
    }

    /** monitoring.yaml imports by name: a name that is not exported would make its deployment fail. */
    @Test
    void whatMonitoringImportsIsExported() {
        var exported = TEMPLATE.outputs()
                .valueStream()
                .map(output -> output.at("/Export/Name/Fn::Sub").asText())
                .map(name -> name.replace("${AWS::StackName}", "${ServiceStack}"))
                .toList();
        var imported = ProjectFiles.yaml("infrastructure/monitoring.yaml").findValues("Fn::ImportValue").stream()
                .map(name -> name.path("Fn::Sub").asText())
                .toList();

        assertThat(imported).isNotEmpty().isSubsetOf(exported);
    }

    /** A lost or failed call of a schedule is kept for two weeks, encrypted, and raises an alarm. */
    @Test
    void aScheduledCallIsNeverLostSilently() {
        var queue = TEMPLATE.properties("DeadLetters");
        var schedules = Stream.concat(
                        TEMPLATE.functions().values().stream(),
                        TEMPLATE.ofType("AWS::Serverless::StateMachine").values().stream())
                .flatMap(caller -> caller.path("Events").valueStream())
                .filter(event -> event.path("Type").asText().equals("ScheduleV2"))
                .map(event -> event.path("Properties"))
                .toList();

        assertThat(schedules).hasSize(4).allSatisfy(schedule -> {
            assertThat(schedule.at("/DeadLetterConfig/Arn/Fn::GetAtt").asText()).isEqualTo("DeadLetters.Arn");
            assertThat(schedule.path("OmitName").asBoolean()).isTrue();
        });
        assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
        assertThat(ProjectFiles.yaml("infrastructure/monitoring.yaml")
                        .at("/Resources/DeadLettersAlarm/Properties/Dimensions/0/Value/Fn::ImportValue/Fn::Sub")
                        .asText())
                .endsWith("-DeadLettersName");
    }

    /** Nobody waits for the answers of these. */
    @ParameterizedTest
    @ValueSource(strings = {"RecoveryFunction", "OutboxFunction", "RotationAuditFunction"})
    void aScheduledFunctionsOwnFailuresAreKeptToo(String function) {
        var scheduled = TEMPLATE.properties(function);

        assertThat(scheduled.at("/DeadLetterQueue/TargetArn/Fn::GetAtt").asText())
                .isEqualTo("DeadLetters.Arn");
        assertThat(scheduled.at("/EventInvokeConfig/MaximumRetryAttempts").asInt(-1))
                .isZero();
        assertThat(TEMPLATE.statements(function))
                .filteredOn(statement -> statement.path("Action").asText().equals("sqs:SendMessage"))
                .singleElement()
                .satisfies(statement -> assertThat(
                                statement.at("/Resource/Fn::GetAtt").asText())
                        .isEqualTo("DeadLetters.Arn"));
    }

    @Test
    void noOtherFunctionWritesToTheQueue() {
        assertThat(functions()
                        .filter(function ->
                                TEMPLATE.statements(function).toString().contains("sqs:")))
                .containsExactlyInAnyOrder(
                        "RecoveryFunction",
                        "OutboxFunction",
                        "RotationAuditFunction",
                        "WatchFunction",
                        "EventFeedFunction");
        Map.of("WatchFunction", "WatchDeadLetters", "EventFeedFunction", "EventDeadLetters")
                .forEach((function, queue) -> assertThat(TEMPLATE.statements(function))
                        .filteredOn(statement -> statement.toString().contains("sqs:"))
                        .extracting(statement ->
                                statement.at("/Resource/Fn::GetAtt").asText())
                        .containsExactly(queue + ".Arn"));
    }
}

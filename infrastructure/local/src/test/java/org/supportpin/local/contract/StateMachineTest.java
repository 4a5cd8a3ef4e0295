package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state machine of the rotation audit, and its alarms. */
class StateMachineTest {

    private final JsonNode machine = new Template().properties("RotationAudit");
    private final JsonNode states = machine.at("/Definition/States");

    @Test
    void itRunsEveryHalfHour() {
        var schedules = machine.path("Events").valueStream().toList();

        assertThat(schedules).hasSize(1);
        assertThat(schedules.getFirst().at("/Properties/ScheduleExpression").asText())
                .isEqualTo("rate(30 minutes)");
        assertThat(ProjectFiles.json(
                                schedules.getFirst().at("/Properties/Input").asText())
                        .path("sample")
                        .asInt())
                .isPositive();
    }

    @Test
    void noSegmentIsLeftOut() {
        int of = states.at("/Segments/ItemSelector/of").asInt();

        assertThat(Template.texts(states.at("/Plan/Parameters/segments")))
                .containsExactlyElementsOf(
                        IntStream.range(0, of).mapToObj(Integer::toString).toList());
    }

    /** The alias's version, not the newest code, so that a rollback takes effect here too. */
    @Test
    void itCallsTheAlias() {
        assertThat(Stream.of(states.at("/Segments/ItemProcessor/States/Part"), states.path("Report"))
                        .map(task -> task.at("/Resource/Ref").asText()))
                .containsOnly("RotationAuditFunction.Alias");
    }

    @Test
    void whatFailsIsTriedAgain() {
        assertThat(states.at("/Segments/ItemProcessor/States/Part").has("Retry"))
                .isTrue();
        assertThat(states.path("Report").has("Retry")).isTrue();
    }

    @Test
    void anyViolationAndAnAuditThatDoesNotEndRaiseAnAlarm() {
        var alarms = ProjectFiles.yaml("infrastructure/monitoring.yaml").path("Resources");
        var violations = alarms.at("/RotationViolationsAlarm/Properties");
        var missing = alarms.at("/RotationAuditMissingAlarm/Properties");

        assertThat(violations.path("Namespace").asText()).isEqualTo("SupportPin");
        assertThat(violations.path("MetricName").asText()).isEqualTo("RotationViolations");
        assertThat(violations.path("ComparisonOperator").asText()).isEqualTo("GreaterThanThreshold");
        assertThat(violations.path("Threshold").asInt()).isZero();
        assertThat(missing.path("MetricName").asText()).isEqualTo("RotationViolations");
        assertThat(missing.path("TreatMissingData").asText()).isEqualTo("breaching");
        assertThat(alarms.valueStream()
                        .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm")))
                .allMatch(alarm -> alarm.at("/Properties/AlarmActions").size() == 1);
    }
}

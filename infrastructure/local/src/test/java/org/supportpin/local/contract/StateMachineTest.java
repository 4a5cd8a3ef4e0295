package org.supportpin.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.DailyRoots;

/** When audit and sweep run, the state machine of the sweep, and the alarms of both. */
class StateMachineTest {

    private final JsonNode machine = new Template().properties("Sweep");
    private final JsonNode states = machine.at("/Definition/States");

    /** At a time of day when roots are due, so that each day has one. */
    @Test
    void everythingIsSweptEachDayAndTheAuditRunsEveryHalfHour() {
        assertThat(schedule(machine)).startsWith("cron(").endsWith(" * * ? *)");
        assertThat(schedule(machine).replaceAll("cron\\((\\d+) (\\d+) .*", "$2 $1"))
                .isNotIn("0 0", "0 1", "0 2", "0 3", "0 4", "0 5");
        assertThat(schedule(new Template().properties("RotationAuditFunction"))).isEqualTo("rate(30 minutes)");
    }

    /** The expression of the only schedule, which says how large its sample is. */
    private static String schedule(JsonNode scheduled) {
        var schedules = scheduled.path("Events").valueStream().toList();

        assertThat(schedules).hasSize(1);
        assertThat(ProjectFiles.json(
                                schedules.getFirst().at("/Properties/Input").asText())
                        .path("sample")
                        .asInt())
                .isPositive();
        return schedules.getFirst().at("/Properties/ScheduleExpression").asText();
    }

    @Test
    void noSegmentIsLeftOut() {
        int of = states.at("/Segments/ItemSelector/of").asInt();

        assertThat(of).isEqualTo(DailyRoots.SEGMENTS);
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
        assertThat(missing.path("MetricName").asText()).isEqualTo("WatchBehind");
        assertThat(missing.path("TreatMissingData").asText()).isEqualTo("breaching");
        var unswept = alarms.at("/SweepMissingAlarm/Properties");
        assertThat(unswept.path("MetricName").asText()).isEqualTo("RotationLedgers");
        assertThat(unswept.path("TreatMissingData").asText()).isEqualTo("breaching");
        assertThat(List.of("WatchSilentAlarm", "OverdueAlarm"))
                .allSatisfy(alarm -> assertThat(
                                alarms.at("/" + alarm + "/Properties/Threshold").asInt(-1))
                        .isZero());
        assertThat(alarms.valueStream()
                        .filter(resource -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm")))
                .allMatch(alarm -> alarm.at("/Properties/AlarmActions").size() == 1);
    }
}

package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.testing.Together;

/** Security row 26: at the gates, whichever comes first excludes the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("ci")
class GateRacesTest {

    private static final String RECALL = "{\"domain\":\"nea.gr\"}";
    private static final Set<String> ENDS = Set.of("action-stopped", "succeeded", "failed", "refused");

    private Service service;
    private GateSteps at;
    private CustomerSteps customer;
    private AgentSteps agent;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.gated(data);
    }

    @AfterAll
    void theLedgersAreSound() {
        assertThat(service.sweep().body().path("violations")).isEmpty();
        service.close();
    }

    @BeforeEach
    void aNewWeek() {
        at = GateSteps.inANewWeek(service);
        customer = at.customer();
        agent = service.agent();
    }

    /** What the record says happened is what the back office shows, and it ended once. */
    private void assertOneWinner(String action) {
        var record = at.record(action);
        assertThat(record.stream().filter(ENDS::contains)).as("%s", record).hasSize(1);
        assertThat(at.areNameserversChanged()).as("%s", record).isEqualTo(record.contains("succeeded"));
    }

    @Test
    void ofAHundredStopsAndOneConsentOneWins() {
        var call = agent.verified(customer);
        var waiting =
                agent.act(call, "change-nameservers", GateSteps.NAMESERVERS).is(202);
        var action = waiting.text("actionId");
        var code = waiting.body().at("/consent/code").asText();

        var answers = Together.run(101, each -> switch (each % 3) {
            case 0 -> each == 51 ? at.typed(customer, action, code) : at.stop(customer, action);
            case 1 -> at.stop(agent, call, action);
            default -> at.stopAll(agent);
        });

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409, 503));
        assertOneWinner(action);
    }

    @Test
    void ofAHundredConsentsAndOneStopOneWins() {
        var waiting = agent.act(agent.verified(customer), "change-nameservers", GateSteps.NAMESERVERS)
                .is(202);
        var action = waiting.text("actionId");
        var code = waiting.body().at("/consent/code").asText();

        var answers =
                Together.run(101, each -> each == 50 ? at.stop(customer, action) : at.typed(customer, action, code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThanOrEqualTo(1);
        assertOneWinner(action);
    }

    /** A hundred wrong codes at once use up three tries, and not one more is told to be wrong. */
    @Test
    void ofAHundredWrongCodesThreeCount() {
        var waiting = agent.act(agent.verified(customer), "change-nameservers", GateSteps.NAMESERVERS)
                .is(202);
        var action = waiting.text("actionId");
        var code = waiting.body().at("/consent/code").asText();

        var answers = Together.run(100, _ -> at.typed(customer, action, GateSteps.wrong(code)));

        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(2);
        assertThat(answers).extracting(Answer::status).containsAnyOf(409).doesNotContain(200);
        at.typed(customer, action, code).isProblem(409, "stopped");
        assertOneWinner(action);
    }

    /** At the hold's end, two runs of the schedule at once, and a stop. */
    @RepeatedTest(8)
    void aStopAgainstTheScheduleHasOneWinner() {
        var call = at.bySms(agent);
        var action = agent.act(call, "change-nameservers", GateSteps.NAMESERVERS)
                .is(202)
                .text("actionId");
        at.said(agent, call, action, at.sentCode()).is(200);
        service.advance(Duration.ofHours(24));

        Together.run(3, each -> {
            if (each == 0) {
                at.stop(customer, action);
            } else {
                service.invoke("RecoveryFunction");
            }
            return each;
        });
        service.advance(Duration.ofSeconds(61));
        service.invoke("RecoveryFunction");

        assertOneWinner(action);
    }

    @RepeatedTest(8)
    void anApprovalAgainstARefusalHasOneWinner() {
        var waiting =
                agent.act(agent.verified(customer), "recall-gr-domain", RECALL).is(202);
        var action = waiting.text("actionId");
        at.typed(customer, action, waiting.body().at("/consent/code").asText()).is(200);
        var supervisors = List.of(service.supervisor(), service.supervisor());

        var answers =
                Together.run(2, each -> at.decide(supervisors.get(each), action, each == 0 ? "approve" : "refuse"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        var record = at.record(action);
        assertThat(record.stream().filter(ENDS::contains)).hasSize(1);
        assertThat(record.contains("succeeded")).isEqualTo(answers.getFirst().status() == 200);
    }
}

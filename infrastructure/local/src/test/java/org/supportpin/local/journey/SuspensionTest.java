package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Security row 5: a supervisor sees who is suspended, and lifts it. */
class SuspensionTest {

    private final Service service = Service.farAhead();
    private final AgentSteps supervisor = service.supervisor();

    private AgentSteps suspended(AgentSteps agent) {
        for (int wrong = 0; wrong < 10; wrong++) {
            var customer = service.customer().activated();
            agent.verify(customer, customer.wrongPin()).is(403);
        }
        return agent;
    }

    private Optional<JsonNode> listed(AgentSteps agent) {
        return supervisor
                .suspensions()
                .is(200)
                .body()
                .path("suspensions")
                .valueStream()
                .filter(each -> each.path("agentId").asText().equals(agent.id()))
                .findFirst();
    }

    @Test
    void aSupervisorLiftsASuspension() {
        var agent = suspended(service.agent());
        var customer = service.customer().activated();
        var until = agent.verify(customer, customer.pin())
                .isProblem(429, "agent-suspended")
                .text("retryAt");
        assertThat(listed(agent)).hasValueSatisfying(each -> {
            assertThat(each.path("until").asText()).isEqualTo(until);
            assertThat(each.path("cause").asText()).isEqualTo("wrong-pins");
        });

        supervisor.lift(agent.id(), "Κακή γραμμή· άκουσα την κλήση.").is(204);

        assertThat(listed(agent)).isEmpty();
        agent.verify(customer, customer.pin()).is(201);
        supervisor.lift(agent.id(), "again").isProblem(404, "not-found");
        var record = service.backDoor().items().stream()
                .filter(item -> LedgerChecker.text(item, "pk").equals("AGENT#" + agent.id())
                        && LedgerChecker.text(item, "sk").startsWith("LIFT#"))
                .toList();
        assertThat(record).hasSize(1).allSatisfy(item -> {
            assertThat(LedgerChecker.text(item, "by")).isEqualTo(supervisor.id());
            assertThat(LedgerChecker.text(item, "note")).isEqualTo("Κακή γραμμή· άκουσα την κλήση.");
            assertThat(item).doesNotContainKey("expiresAt");
        });
    }

    @Test
    void theBudgetStartsAnew() {
        var agent = suspended(service.agent());
        supervisor.lift(agent.id(), "a note").is(204);
        for (int wrong = 0; wrong < 9; wrong++) {
            var customer = service.customer().activated();
            agent.verify(customer, customer.wrongPin()).is(403);
        }
        var customer = service.customer().activated();
        agent.verify(customer, customer.pin()).is(201);
    }

    @Test
    void nobodyLiftsTheirOwn() {
        var one = suspended(service.supervisor());
        one.lift(one.id(), "I am sure").isProblem(403, "four-eyes");
        assertThat(listed(one)).isPresent();
        supervisor.lift(one.id(), "I listened in").is(204);
    }

    @Test
    void anEndedSuspensionIsNotListed() {
        var agent = suspended(service.agent());
        service.advance(Duration.ofMinutes(61));
        assertThat(listed(agent)).isEmpty();
        supervisor.lift(agent.id(), "late").isProblem(404, "not-found");
    }

    @Test
    void agentsMayNotAndANoteIsNeeded() {
        var agent = suspended(service.agent());
        assertThat(service.agent().suspensions().status()).isEqualTo(403);
        assertThat(service.agent().lift(agent.id(), "please").status()).isEqualTo(403);
        supervisor.lift(agent.id(), " ").isProblem(422, "invalid-parameters");
        supervisor.lift(agent.id(), "n".repeat(501)).isProblem(422, "invalid-parameters");
        assertThat(listed(agent)).isPresent();
    }

    @Test
    void aSuspendedAgentSendsNoSms() {
        var agent = suspended(service.agent());
        var customer = service.customer().activated();
        agent.sendPin(customer.id()).isProblem(429, "agent-suspended");
        supervisor.lift(agent.id(), "a note").is(204);
        agent.sendPin(customer.id()).is(202);
    }
}

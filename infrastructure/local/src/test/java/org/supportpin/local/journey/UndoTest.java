package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.testing.Together;

/** The customer undoes in the panel what an agent did, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoTest {

    private static final String SHOP = """
            {"domain":"papadopoulou.gr","changes":[{"op":"upsert","name":"shop","type":"A","records":["%s"]}]}""";

    private Service service;
    private GateSteps at;
    private CustomerSteps customer;
    private AgentSteps agent;

    /** With all gates: none stands before an undo. */
    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.gated(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void aNewWeek() {
        at = GateSteps.inANewWeek(service);
        customer = at.customer();
        agent = service.agent();
    }

    static Stream<ActionCase> actions() {
        return ActionCase.all()
                .filter(each -> List.of("change-dns-records", "change-nameservers", "change-hosting-settings")
                        .contains(each.action()));
    }

    /** Done, once the customer has consented. */
    private String done(String action, String parameters) {
        var answer = agent.act(agent.verified(customer), action, parameters);
        var id = answer.text("actionId");
        if (answer.status() == 202) {
            at.typed(customer, id, answer.body().at("/consent/code").asText()).is(200);
        }
        return id;
    }

    private String shop() {
        return done("change-dns-records", SHOP.formatted("195.251.255.40"));
    }

    /** Everything that the three actions can change. */
    private String facts() {
        var office = service.call("GET", "/local/back-office", "", null).is(200).body();
        return office.path("zones").toString()
                + office.path("packages")
                + office.path("domains").findValues("nameservers");
    }

    private List<JsonNode> newest(int events) {
        return customer.activity()
                .is(200)
                .body()
                .path("events")
                .valueStream()
                .limit(events)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void oneTapPutsEverythingBackAndAnotherFindsTheFirst(ActionCase each) {
        var before = facts();
        var action = done(each.action(), each.parameters());
        var left = facts();
        assertThat(left).isNotEqualTo(before);

        var undo = customer.undo(action).is(201);

        assertThat(undo.text("status")).isEqualTo("succeeded");
        assertThat(undo.text("undoes")).isEqualTo(action);
        assertThat(facts()).isEqualTo(before);
        assertThat(customer.undo(action).is(201).body()).isEqualTo(undo.body());

        var redo = customer.undo(undo.text("actionId")).is(201);
        assertThat(redo.text("undoes")).isEqualTo(undo.text("actionId"));
        assertThat(facts()).isEqualTo(left);
        assertThat(service.sweep().body().path("violations")).isEmpty();
    }

    @Test
    void theHistoryAndTheExportShowIt() {
        var action = shop();
        var undo = customer.undo(action).is(201).text("actionId");

        var events = newest(2);
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly("action-finished", "undo-accepted");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/actor/kind").asText()).isEqualTo("customer");
            assertThat(event.at("/details/actionId").asText()).isEqualTo(undo);
            assertThat(event.at("/details/undoes").asText()).isEqualTo(action);
        });
        assertThat(events.getFirst().path("summary").asText()).isEqualTo("Αναιρέθηκε: αλλαγή εγγραφών DNS.");
        assertThat(events.getFirst().at("/details/changes/0/after").isNull()).isTrue();
        var exported = customer.export().is(200).body().path("actions");
        assertThat(exported.findValuesAsText("actionId")).contains(undo);
        assertThat(exported.findValuesAsText("undoes")).contains(action);
    }

    /** No gate stands before it, and the customer is told all the same. */
    @Test
    void oneOfHighRiskIsToldBySms() {
        var action = done("change-nameservers", GateSteps.NAMESERVERS);
        var before = service.sms(customer.number()).size();

        assertThat(customer.undo(action).is(201).text("risk")).isEqualTo("high");

        assertThat(service.sms(customer.number())).hasSize(before + 1);
    }

    @Test
    void whatHasChangedSinceIsShown() {
        var action = shop();
        done("change-dns-records", SHOP.formatted("195.251.255.41"));
        var left = facts();

        var problem = customer.undo(action).isProblem(409, "changed-since");

        assertThat(problem.body().path("changes")).singleElement().satisfies(change -> {
            assertThat(change.path("what").asText()).isEqualTo("shop.papadopoulou.gr A");
            assertThat(change.path("before").asText()).startsWith("195.251.255.40");
            assertThat(change.path("after").asText()).startsWith("195.251.255.41");
        });
        assertThat(problem.body().at("/text/el").asText()).contains("shop.papadopoulou.gr A");
        assertThat(facts()).isEqualTo(left);
    }

    /** Somebody who knows nothing of this service changed another part of the zone. */
    @Test
    void theRestOfTheZoneIsNobodysConcern() {
        var action = shop();
        service.backDoor().changeZone("papadopoulou.gr");

        customer.undo(action).is(201);

        assertThat(facts()).contains("outside.papadopoulou.gr").doesNotContain("195.251.255.40");
    }

    @Test
    void afterSeventyTwoHoursItIsTooLate() {
        var early = shop();
        service.advance(Duration.ofHours(71).plusMinutes(55));
        customer.undo(early).is(201);
        var late = done("change-dns-records", SHOP.formatted("195.251.255.42"));
        service.advance(Duration.ofDays(3));

        var problem = customer.undo(late).isProblem(409, "cannot-be-undone");

        assertThat(problem.text("rule")).isEqualTo("undo-window-over");
        assertThat(problem.body().at("/text/el").asText()).contains("72 ώρες");
    }

    @Test
    void othersCannotUndoIt() {
        var action = shop();
        var left = facts();

        service.customer("1002").activated().undo(action).isProblem(404, "not-found");
        customer.undo("kq3X0vYb7TzN4LdWm2Rs8uEa").isProblem(404, "not-found");
        customer.undo("nonsense").isProblem(404, "not-found");

        assertThat(facts()).isEqualTo(left);
    }

    @ParameterizedTest
    @MethodSource("org.supportpin.local.journey.ActionCase#all")
    void onlyThreeOfTheTenCanBeUndone(ActionCase each) {
        if (actions().map(ActionCase::action).anyMatch(each.action()::equals)
                || each.action().startsWith("recall")) {
            return;
        }
        var action = done(each.action(), each.parameters());

        var problem = customer.undo(action).isProblem(409, "cannot-be-undone");

        assertThat(problem.text("rule")).isEqualTo("not-undoable");
        assertThat(problem.body().at("/text/el").asText()).contains("υποστήριξη");
    }

    @Test
    void whatWaitsIsStoppedAndNotUndone() {
        var waiting = agent.act(agent.verified(customer), "change-nameservers", GateSteps.NAMESERVERS)
                .is(202)
                .text("actionId");

        assertThat(customer.undo(waiting).isProblem(409, "cannot-be-undone").text("rule"))
                .isEqualTo("not-done-yet");
        at.stop(customer, waiting).is(200);
        assertThat(customer.undo(waiting).isProblem(409, "cannot-be-undone").text("rule"))
                .isEqualTo("nothing-to-undo");
    }

    /** It waits for nothing, so there is nothing to stop; and an agent has nothing to do with it. */
    @Test
    void anUndoIsNotStopped() {
        var action = shop();
        service.fault("dns.applyChanges", "timeout");
        var undo = customer.undo(action).is(202).text("actionId");

        at.stop(customer, undo).isProblem(409, "too-late");
        assertThat(at.stopAll(agent).is(200).body().path("stopped").asInt()).isZero();
        agent.lookUp(agent.verified(customer), undo).isProblem(404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anAnswerThatIsLostIsFoundAgain(ActionCase each) {
        var before = facts();
        var action = done(each.action(), each.parameters());
        service.fault(each.operation(), "timeout");
        var pending = customer.undo(action).is(202);
        assertThat(pending.text("status")).isEqualTo("pending");
        service.advance(Duration.ofSeconds(61));

        service.invoke("RecoveryFunction");

        var undo = customer.undo(action).is(201);
        assertThat(undo.text("actionId")).isEqualTo(pending.text("actionId"));
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void aSystemThatIsDownIsAskedAgain() {
        var action = shop();
        service.fault("dns.zone", "error");
        customer.undo(action).isProblem(502, "back-office-unavailable");
        service.fault("dns.applyChanges", "error");
        customer.undo(action).isProblem(502, "back-office-unavailable");
        service.fault("dns.applyChanges", "refuse");
        assertThat(customer.undo(action).isProblem(409, "cannot-be-undone").text("rule"))
                .isEqualTo("back-office-refused");

        customer.undo(action).is(201);
    }

    /** Who has turned the service off because of what was done still undoes it. */
    @Test
    void theServiceNeedNotBeActive() {
        var action = shop();
        customer.deactivate().is(204);

        customer.undo(action).is(201);
    }

    @Test
    void whoseDataWasErasedFindsNothingToPutBack() {
        var action = shop();
        for (var who : List.of("auditor-1", "auditor-2")) {
            service.call(
                    "DELETE",
                    "/v1/audit/customers/1001",
                    "{\"note\":\"Letter\"}",
                    service.token("auditor", who, "{\"scope\":\"audit:erase\"}"));
        }

        assertThat(customer.undo(action).isProblem(409, "cannot-be-undone").text("rule"))
                .isEqualTo("no-longer-readable");
        customer.activated();
        assertThat(customer.undo(action).isProblem(409, "cannot-be-undone").text("rule"))
                .isEqualTo("no-longer-readable");
    }

    @Test
    void ofAHundredTapsOneUndoes() {
        var before = facts();
        var action = shop();

        var answers = Together.run(100, _ -> customer.undo(action));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 202, 503));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.text("actionId"))
                        .distinct())
                .hasSize(1);
        assertThat(facts()).isEqualTo(before);
        assertThat(newest(3))
                .extracting(event -> event.path("type").asText())
                .containsExactly("action-finished", "undo-accepted", "action-finished");
    }
}

package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Security rows 25 to 28: the four attacks of docs/trust.md, each with everything that such an attacker has. What is asserted is
 * always the same: nothing that cannot be undone happens in the back office before the customer has seen its values and typed its
 * code, or before the hold's end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FourAttacksTest {

    /** What is worth an attack. */
    private static final Set<String> HIGH_RISK =
            Set.of("change-nameservers", "change-domain-administrator", "recall-gr-domain");

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

    static Stream<ActionCase> highRisk() {
        return ActionCase.all().filter(each -> HIGH_RISK.contains(each.action()));
    }

    private long effects(ActionCase each) {
        return each.effects().applyAsLong(service.backDoor().backOfficeState());
    }

    /** Time goes on, and the schedule does what it does. */
    private void later(Duration time) {
        service.advance(time);
        service.invoke("RecoveryFunction");
    }

    /**
     * The scammer holds two telephones, and repeats every word to each side: the PIN to the agent, the code to the customer, and what
     * the customer says back. The customer does not look at the panel.
     */
    @ParameterizedTest
    @MethodSource("highRisk")
    void aRelayOfEveryWordHasNoEffectWithoutTheCustomersEyesAndHands(ActionCase deed) {
        var scammer = service.customer("2002").activated();
        var before = effects(deed);
        var heardPin = customer.pin();
        var call = agent.verify(customer, heardPin).is(201).text("verificationId");
        var waiting = agent.act(call, deed.action(), deed.parameters(), "relay").is(202);
        var action = waiting.text("actionId");
        var readOut = waiting.body().at("/consent/code").asText();

        // The code comes back by voice, and the scammer's own panel is no help.
        at.said(agent, call, action, readOut).isProblem(422, "code-rejected");
        at.typed(scammer, action, readOut).isProblem(404, "not-found");
        agent.act(call, deed.action(), deed.parameters(), "relay").is(202);
        service.agent().verify(customer, heardPin).is(403);
        assertThat(effects(deed)).isEqualTo(before);
        later(Duration.ofMinutes(10));
        later(Duration.ofDays(3));

        assertThat(effects(deed)).isEqualTo(before);
        assertThat(at.record(action)).doesNotContain("succeeded").endsWith("action-stopped");
    }

    /** What opens it is typed in the panel; so the customer had the place with the values open. */
    @ParameterizedTest
    @MethodSource("highRisk")
    void theSameDeedHappensOnceWhenTheCustomerTypesItsCode(ActionCase deed) {
        var before = effects(deed);
        var call = agent.verified(customer);
        var waiting = agent.act(call, deed.action(), deed.parameters()).is(202);
        var action = waiting.text("actionId");

        at.typed(customer, action, waiting.body().at("/consent/code").asText()).is(200);
        if (GateSteps.texts(waiting.body().path("waitingFor")).contains("approval")) {
            assertThat(effects(deed)).isEqualTo(before);
            at.decide(service.supervisor(), action, "approve").is(200);
        }
        service.invoke("OutboxFunction");

        assertThat(effects(deed)).isEqualTo(before + 1);
    }

    /** The thief has the SIM: PIN and code arrive there. Nobody notices; then the owner does. */
    @ParameterizedTest
    @MethodSource("highRisk")
    void aSwappedSimHasNoEffectBeforeTheHoldsEnd(ActionCase deed) {
        var before = effects(deed);
        var call = at.bySms(agent);
        var waiting = agent.act(call, deed.action(), deed.parameters()).is(202);
        var action = waiting.text("actionId");
        assertThat(GateSteps.texts(waiting.body().path("waitingFor"))).contains("consent", "hold");

        at.said(agent, call, action, at.sentCode()).is(200);
        // A supervisor is fooled as well.
        if (GateSteps.texts(waiting.body().path("waitingFor")).contains("approval")) {
            at.decide(service.supervisor(), action, "approve").is(200);
        }
        at.said(agent, call, action, at.sentCode()).isProblem(409, "too-late");
        for (int hour = 1; hour < 24; hour++) {
            later(Duration.ofHours(1));
            assertThat(effects(deed)).as("after %d hours", hour).isEqualTo(before);
        }
        at.stop(customer, action).is(200);
        later(Duration.ofDays(2));

        assertThat(effects(deed)).isEqualTo(before);
    }

    /** The mobile's number was changed by whoever has a session of the panel: nothing by SMS for three days, and a hold by the panel. */
    @Test
    void aThiefOfThePanelsSessionWhoChangesTheMobileWaitsToo() {
        // Another customer, whose mobile no other test needs.
        var owner = service.customer("1002").activated();
        owner.declareMobile("+306912345670").is(202);
        owner.confirmMobile(owner.newestDigits("+306912345670")).is(200);
        agent.sendPin(owner.id()).is(202);
        var bySms =
                agent.verify(owner, owner.newestDigits("+306912345670")).is(201).text("verificationId");
        var taken = GateSteps.NAMESERVERS.replace("papadopoulou.gr", "allo.gr");
        assertThat(agent.act(bySms, "change-nameservers", taken)
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("mobile-recently-changed");

        var byPanel = agent.verified(owner);
        assertThat(GateSteps.texts(agent.act(byPanel, "change-nameservers", taken)
                        .is(202)
                        .body()
                        .path("waitingFor")))
                .containsExactly("consent", "hold");
        assertThat(at.areNameserversChanged()).isFalse();
    }

    /** Who stops, and when: hours after the request. */
    @ParameterizedTest
    @CsvSource({
        "customer, 0", "agent, 0", "caller, 0",
        "customer, 12", "agent, 12", "caller, 12",
        "customer, 23", "agent, 23", "caller, 23",
        "customer, 24", "agent, 24", "caller, 24",
        "customer, 25", "agent, 25", "caller, 25"
    })
    void aStopAtAnyMomentLeavesOneEffectOrNone(String who, int hours) {
        var call = at.bySms(agent);
        var action = agent.act(call, "change-nameservers", GateSteps.NAMESERVERS)
                .is(202)
                .text("actionId");
        at.said(agent, call, action, at.sentCode()).is(200);
        if (hours > 0) {
            service.advance(Duration.ofHours(hours));
        }
        if (hours > 24) {
            service.invoke("RecoveryFunction");
        }

        var answer = switch (who) {
            case "customer" -> at.stop(customer, action);
            case "agent" -> at.stop(agent, call, action);
            default -> at.stopAll(service.agent());
        };
        var isStopped = at.record(action).contains("action-stopped");
        later(Duration.ofDays(1));

        assertThat(answer.status()).isIn(200, 409);
        if (hours < 24) {
            assertThat(isStopped).isTrue();
        }
        if (hours > 24) {
            assertThat(isStopped).isFalse();
        }
        assertThat(at.areNameserversChanged()).isEqualTo(!isStopped);
        assertThat(at.record(action).stream().filter(Set.of("action-stopped", "succeeded")::contains))
                .hasSize(1);
    }

    /** Any agent with any token, a right PIN, and a supervisor's rights as well: what is high risk waits, whatever they try alone. */
    @Test
    void aBribedAgentWithARightPinDoesNothingThatCannotBeUndone() {
        var bribed = service.supervisor();
        for (var deed : ActionCase.all().toList()) {
            service.advance(Duration.ofHours(25));
            service.backDoor().resetBackOffice();
            var before = effects(deed);
            var call = bribed.verified(customer);
            var answer = bribed.act(call, deed.action(), deed.parameters());
            if (!HIGH_RISK.contains(deed.action())) {
                assertThat(answer.status()).as(deed.action()).isIn(201, 202);
                continue;
            }
            var action = answer.is(202).text("actionId");
            var readOut = answer.body().at("/consent/code").asText();
            at.said(bribed, call, action, readOut).isProblem(422, "code-rejected");
            at.said(service.agent(), call, action, readOut).isProblem(403, "not-verified");
            assertThat(bribed.call("POST", "/v1/panel/actions/" + action + "/consent", "{\"code\":\"" + readOut + "\"}")
                            .status())
                    .isIn(401, 403);
            at.decide(bribed, action, "approve").isProblem(403, "four-eyes");
            // A colleague who looks at nothing approves what needs it; the customer's gate is shut all the same.
            assertThat(at.decide(service.supervisor(), action, "approve").status())
                    .isIn(200, 409);
            later(Duration.ofDays(2));
            assertThat(effects(deed)).as(deed.action()).isEqualTo(before);
            assertThat(at.record(action)).endsWith("action-stopped");
        }
    }

    /** A PIN opens one agent's call: its id is of no use to another, nor for another customer. */
    @Test
    void anotherAgentsVerificationIsOfNoUse() {
        var call = agent.verified(customer);
        var other = service.agent();

        other.act(call, "change-nameservers", GateSteps.NAMESERVERS).isProblem(403, "not-verified");
        other.preview(call, "change-nameservers", GateSteps.NAMESERVERS).isProblem(403, "not-verified");
        assertThat(service.call("GET", "/v1/agent/approvals", "", agent.token()).status())
                .isEqualTo(403);
        assertThat(at.areNameserversChanged()).isFalse();
    }

    /** The customer believes the voice, gives the PIN, and would read out any code: the SMS beside it says what it would do. */
    @Test
    void aScammedCustomerIsShownExactlyTheDeedThatTheCodeOpens() {
        var call = at.bySms(agent);
        var sent = service.sms(customer.number()).size();
        var thiefs =
                agent.act(call, "change-nameservers", GateSteps.NAMESERVERS).is(202);
        var texts = service.sms(customer.number());
        assertThat(texts).hasSize(sent + 1);
        assertThat(texts.getLast()).contains("papadopoulou.gr", "ns1.example.com", "ns2.example.com", "ΜΟΝΟ");
        var code = at.sentCode();

        // The voice says that the code is for something small; it is for no other deed.
        var small = agent.act(
                        call,
                        "change-nameservers",
                        "{\"domain\":\"nea.gr\",\"nameservers\":[{\"host\":\"ns3.example.com\"},{\"host\":\"ns4.example.com\"}]}")
                .is(202);
        at.typed(customer, small.text("actionId"), code).isProblem(422, "code-rejected");
        at.said(agent, call, small.text("actionId"), code).isProblem(422, "code-rejected");
        // Having read the SMS, the customer says STOP to anyone.
        assertThat(at.stopAll(service.agent()).is(200).body().path("stopped").asInt())
                .isEqualTo(2);
        at.said(agent, call, thiefs.text("actionId"), code).isProblem(409, "stopped");
        later(Duration.ofDays(2));

        assertThat(at.areNameserversChanged()).isFalse();
    }

    /** Beside the place for the code the panel shows what was there and what would be, of this deed and of no other. */
    @Test
    void thePanelShowsExactlyTheDeedThatTheCodeOpens() {
        var call = agent.verified(customer);
        var previewed = agent.preview(call, "change-nameservers", GateSteps.NAMESERVERS)
                .is(200)
                .body();
        var waiting =
                agent.act(call, "change-nameservers", GateSteps.NAMESERVERS).is(202);

        var shown = customer.view().is(200).body().path("waiting");
        assertThat(shown).hasSize(1);
        assertThat(shown.path(0).path("actionId").asText()).isEqualTo(waiting.text("actionId"));
        assertThat(shown.path(0).path("changes")).isEqualTo(previewed.path("changes"));
        assertThat(shown.toString()).contains("papadopoulou.gr", "ns1.example.com", "ns2.example.com");
        assertThat(shown.toString())
                .as("the code comes by the other way alone")
                .doesNotContain(waiting.body().at("/consent/code").asText());

        at.stop(customer, waiting.text("actionId")).is(200);
        assertThat(customer.view().is(200).body().path("waiting")).isEmpty();
        assertThat(at.areNameserversChanged()).isFalse();
    }

    /** Somebody rings who is not us: the panel names nobody, whatever the voice says, until an agent of ours has said so first. */
    @Test
    void whoIsNotUsIsNamedNowhere() {
        var quiet = customer.view().is(200).body();
        assertThat(quiet.has("call") || quiet.has("announcement")).isFalse();
        assertThat(service.call(
                                "POST",
                                "/v1/agent/calls",
                                "{\"customerId\":\"1001\",\"reason\":\"security\",\"object\":\"papadopoulou.gr\",\"callReference\":\"call-1\"}",
                                service.token("auditor", "auditor-1", "{}"))
                        .status())
                .isEqualTo(403);
        assertThat(customer.view().is(200).body().has("announcement")).isFalse();

        var announced =
                agent.announce(customer.id(), "security", "papadopoulou.gr").is(201);
        assertThat(customer.view().is(200).body().path("announcement").toString())
                .contains(agent.id());

        agent.endAnnounced(announced.text("callId")).is(204);
        assertThat(customer.view().is(200).body().has("announcement")).isFalse();
    }

    /** A hold of a recall ends an hour before the registry's window: still time for it, and for a stop until then. */
    @Test
    void theHoldOfARecallEndsAnHourBeforeTheRegistrysWindow() {
        // The starting data has it submitted a day ago.
        var window = service.now().plus(Duration.ofDays(4));
        service.advance(Duration.between(service.now(), window.minus(Duration.ofHours(12))));
        var deed = ActionCase.all()
                .filter(each -> each.action().equals("recall-gr-domain"))
                .findFirst()
                .orElseThrow();
        var before = effects(deed);
        var call = at.bySms(agent);
        var action = agent.act(call, deed.action(), deed.parameters()).is(202).text("actionId");
        at.said(agent, call, action, at.sentCode()).is(200);
        var held = at.decide(service.supervisor(), action, "approve").is(200);
        assertThat(held.text("status")).isEqualTo("waiting");

        service.advance(Duration.between(service.now(), window.minus(Duration.ofMinutes(62))));
        service.invoke("RecoveryFunction");
        assertThat(effects(deed)).isEqualTo(before);
        later(Duration.ofMinutes(4));

        assertThat(effects(deed)).isEqualTo(before + 1);
        assertThat(at.record(action)).containsSubsequence(List.of("consent", "approval", "hold", "succeeded"));
    }
}

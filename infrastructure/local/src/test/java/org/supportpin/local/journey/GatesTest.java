package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.domain.testing.Together;

/** What stands between a request by telephone and what cannot be undone, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatesTest {

    private static final String DOMAIN = "papadopoulou.gr";
    private static final String STANDARD =
            "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"shop\",\"type\":\"A\",\"records\":[\"195.251.255.30\"]}]}";
    private static final String RECALL = "{\"domain\":\"nea.gr\"}";

    private Service service;
    private GateSteps at;
    private CustomerSteps customer;
    private AgentSteps agent;

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

    private Answer change(String verification) {
        return agent.act(verification, "change-nameservers", GateSteps.NAMESERVERS)
                .is(202);
    }

    @Test
    void standardRiskKnowsNoGate() {
        var call = agent.verified(customer);

        assertThat(agent.preview(call, "change-dns-records", STANDARD)
                        .is(200)
                        .body()
                        .path("gates"))
                .isEmpty();
        agent.act(call, "change-dns-records", STANDARD).is(201);
    }

    /** With the panel in sight: the agent reads six digits out, the customer types them beside the values. */
    @Test
    void highRiskWaitsUntilTheCustomerTypesTheCode() {
        var call = agent.verified(customer);
        assertThat(GateSteps.texts(agent.preview(call, "change-nameservers", GateSteps.NAMESERVERS)
                        .is(200)
                        .body()
                        .path("gates")))
                .containsExactly("consent");

        var waiting = change(call);

        assertThat(waiting.text("status")).isEqualTo("waiting");
        assertThat(GateSteps.texts(waiting.body().path("waitingFor"))).containsExactly("consent");
        assertThat(waiting.body().at("/consent/by").asText()).isEqualTo("panel");
        assertThat(at.areNameserversChanged()).isFalse();
        var action = waiting.text("actionId");
        var view = customer.view().is(200);
        var shown = view.body().path("waiting").get(0);
        assertThat(shown.path("actionId").asText()).isEqualTo(action);
        assertThat(shown.path("changes").get(0).path("after").asText()).contains("ns1.example.com");
        assertThat(GateSteps.texts(shown.path("waitingFor"))).containsExactly("consent");
        customer.view("If-None-Match", view.headers().firstValue("etag").orElseThrow())
                .is(304);
        var done = at.typed(customer, action, waiting.body().at("/consent/code").asText())
                .is(200);
        assertThat(done.text("status")).isEqualTo("succeeded");
        assertThat(at.areNameserversChanged()).isTrue();
        assertThat(agent.lookUp(call, action).is(200).text("status")).isEqualTo("succeeded");
        assertThat(customer.view(
                                "If-None-Match",
                                view.headers().firstValue("etag").orElseThrow())
                        .is(200)
                        .body()
                        .has("waiting"))
                .isFalse();
    }

    /** What waits goes with the call: who takes it over reads the digits out or stops it, and who gave it away learns no digits. */
    @Test
    void whatWaitsIsTheColleaguesWithTheCall() {
        var call = agent.verified(customer);
        var waiting = change(call);
        var action = waiting.text("actionId");
        var colleague = service.agent();
        assertThat(colleague.lookUp(call, action).status()).isEqualTo(403);

        var taken = colleague.take(agent.offer(call).is(201).text("code")).is(200);

        var mine = taken.text("verificationId");
        assertThat(taken.body().at("/requested/0/action").asText()).isEqualTo("change-nameservers");
        assertThat(taken.body().at("/requested/0/status").asText()).isEqualTo("waiting");
        assertThat(taken.body().at("/requested/0/actionId").asText()).isEqualTo(action);
        assertThat(colleague.lookUp(mine, action).is(200).body().path("consent"))
                .isEqualTo(waiting.body().path("consent"));
        assertThat(agent.lookUp(call, action).is(200).body().has("consent")).isFalse();
        assertThat(service.agent().lookUp(mine, action).status()).isEqualTo(404);
        assertThat(at.stop(service.agent(), mine, action).status()).isEqualTo(403);
        var status = agent.codeStatus(call).is(200);
        assertThat(status.text("status")).isEqualTo("expired");
        assertThat(status.body().path("handedOver").asBoolean()).isTrue();
        assertThat(at.stop(colleague, mine, action).is(200).text("status")).isEqualTo("stopped");
    }

    /** Without it: an SMS with the deed, the object and the code, which the customer says; then the hold. */
    @Test
    void aCallerBySmsConsentsBySmsAndWaitsADay() {
        var call = at.bySms(agent);
        var before = service.sms(customer.number()).size();

        var waiting = change(call);

        assertThat(GateSteps.texts(waiting.body().path("waitingFor"))).containsExactly("consent", "hold");
        assertThat(waiting.body().at("/consent/by").asText()).isEqualTo("sms");
        assertThat(waiting.body().at("/consent/sentTo").asText()).contains("•••");
        var texts = service.sms(customer.number());
        assertThat(texts).hasSize(before + 1);
        assertThat(texts.getLast())
                .contains(DOMAIN, "ns1.example.com", "ns2.example.com", "ΜΟΝΟ")
                .hasSizeLessThanOrEqualTo(134);
        var action = waiting.text("actionId");
        var consented = at.said(agent, call, action, at.sentCode()).is(200);
        assertThat(consented.text("status")).isEqualTo("waiting");
        assertThat(GateSteps.texts(consented.body().path("waitingFor"))).containsExactly("hold");

        service.advance(Duration.ofHours(23).plusMinutes(58));
        service.invoke("RecoveryFunction");
        assertThat(at.areNameserversChanged()).isFalse();
        service.advance(Duration.ofMinutes(3));
        service.invoke("RecoveryFunction");
        assertThat(at.areNameserversChanged()).isTrue();
    }

    /** The panel is another way to the customer than the SIM: there the same code opens the hold as well. */
    @Test
    void inThePanelTheCustomerOpensTheHoldAtOnce() {
        var waiting = change(at.bySms(agent));

        var done = at.typed(customer, waiting.text("actionId"), at.sentCode()).is(200);

        assertThat(done.text("status")).isEqualTo("succeeded");
        assertThat(at.areNameserversChanged()).isTrue();
    }

    @Test
    void theCodeThatTheAgentKnowsOpensNothingForTheAgent() {
        var call = agent.verified(customer);
        var waiting = change(call);

        at.said(
                        agent,
                        call,
                        waiting.text("actionId"),
                        waiting.body().at("/consent/code").asText())
                .isProblem(422, "code-rejected");

        assertThat(at.areNameserversChanged()).isFalse();
    }

    @Test
    void threeWrongCodesStop() {
        var waiting = change(agent.verified(customer));
        var action = waiting.text("actionId");
        var code = waiting.body().at("/consent/code").asText();

        assertThat(at.typed(customer, action, GateSteps.wrong(code))
                        .isProblem(422, "code-rejected")
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(2);
        at.typed(customer, action, GateSteps.wrong(code)).isProblem(422, "code-rejected");
        at.typed(customer, action, GateSteps.wrong(code)).isProblem(409, "stopped");
        at.typed(customer, action, code).isProblem(409, "stopped");

        assertThat(at.areNameserversChanged()).isFalse();
    }

    @Test
    void afterTenMinutesItIsOver() {
        var call = agent.verified(customer);
        var waiting = change(call);
        var action = waiting.text("actionId");

        service.advance(Duration.ofMinutes(10));
        at.typed(customer, action, waiting.body().at("/consent/code").asText()).isProblem(409, "stopped");

        assertThat(at.areNameserversChanged()).isFalse();
        assertThat(agent.lookUp(call, action).is(200).text("status")).isEqualTo("stopped");
    }

    @Test
    void theCustomerTheAgentAndAnyCallerStop() {
        var byCustomer = change(agent.verified(customer)).text("actionId");
        assertThat(at.stop(customer, byCustomer).is(200).text("status")).isEqualTo("stopped");
        at.stop(customer, byCustomer).is(200);

        var call = agent.verified(customer);
        var byAgent = change(call).text("actionId");
        at.stop(agent, call, byAgent).is(200);

        change(agent.verified(customer));
        assertThat(at.stopAll(service.agent()).is(200).body().path("stopped").asInt())
                .isEqualTo(1);
        assertThat(at.stopAll(service.agent()).is(200).body().path("stopped").asInt())
                .isZero();
        assertThat(at.areNameserversChanged()).isFalse();
    }

    @Test
    void whatIsDoneIsNotStopped() {
        var waiting = change(agent.verified(customer));
        var action = waiting.text("actionId");
        at.typed(customer, action, waiting.body().at("/consent/code").asText()).is(200);

        at.stop(customer, action).isProblem(409, "too-late");
    }

    @Test
    void theFourthStopForACallerInAWeekIsRefused() {
        for (int i = 0; i < 3; i++) {
            change(agent.verified(customer));
            at.stopAll(service.agent()).is(200);
        }
        var action = change(agent.verified(customer)).text("actionId");

        at.stopAll(service.agent()).isProblem(429, "too-many-requests").text("retryAt");
        at.stop(customer, action).is(200);
    }

    @Test
    void aRecallWaitsForASupervisorWhoIsNotTheAgent() {
        var call = agent.verified(customer);
        var waiting = agent.act(call, "recall-gr-domain", RECALL).is(202);
        var action = waiting.text("actionId");
        assertThat(GateSteps.texts(waiting.body().path("waitingFor"))).containsExactly("consent", "approval");
        assertThat(at.typed(customer, action, waiting.body().at("/consent/code").asText())
                        .is(200)
                        .text("status"))
                .isEqualTo("waiting");

        var supervisor = service.supervisor();
        var listed =
                supervisor.call("GET", "/v1/agent/approvals", "").is(200).body().path("approvals");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("actionId").asText()).isEqualTo(action);
        assertThat(listed.get(0).path("changes").get(0).path("what").asText()).isEqualTo("nea.gr");
        assertThat(at.decide(supervisor, action, "approve").is(200).text("status"))
                .isEqualTo("succeeded");
        at.decide(supervisor, action, "approve").isProblem(409, "too-late");
        assertThat(customer.activity().is(200).body().toString()).contains("I rang her back.");
    }

    @Test
    void nobodyApprovesAnActionOfTheirOwn() {
        var supervisor = service.supervisor();
        var call = supervisor.verified(customer);
        var action = supervisor.act(call, "recall-gr-domain", RECALL).is(202).text("actionId");

        at.decide(supervisor, action, "approve").isProblem(403, "four-eyes");
    }

    /** Or the one whose call it is by now would need nobody else. */
    @Test
    void norOfACallThatTheyTookOver() {
        var call = agent.verified(customer);
        var action = agent.act(call, "recall-gr-domain", RECALL).is(202).text("actionId");
        var supervisor = service.supervisor();
        supervisor.take(agent.offer(call).is(201).text("code")).is(200);

        at.decide(supervisor, action, "approve").isProblem(403, "four-eyes");

        at.decide(service.supervisor(), action, "approve").is(200);
    }

    @Test
    void aRefusalStops() {
        var call = agent.verified(customer);
        var action = agent.act(call, "recall-gr-domain", RECALL).is(202).text("actionId");

        at.decide(service.supervisor(), action, "refuse").is(200);

        assertThat(agent.lookUp(call, action).is(200).text("status")).isEqualTo("stopped");
    }

    /** Only with the sentence in view, and only in the panel: an SMS has no room for it. */
    @Test
    void nameserversThatDoNotAnswerAreTheCustomersDecision() {
        var silent =
                "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns1.silent.example\"},{\"host\":\"ns2.silent.example\"}]%s}";
        var asked = silent.formatted(",\"ifSilent\":\"ask-customer\"");
        var call = agent.verified(customer);
        assertThat(agent.act(call, "change-nameservers", silent.formatted(""))
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("nameservers-do-not-answer");
        assertThat(agent.act(at.bySms(agent), "change-nameservers", asked)
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("nameservers-do-not-answer");

        var previewed = agent.preview(call, "change-nameservers", asked).is(200).body();
        assertThat(previewed.path("warnings").toString()).contains("nameservers-do-not-answer");
        var waiting = agent.act(call, "change-nameservers", asked).is(202);
        assertThat(at.typed(
                                customer,
                                waiting.text("actionId"),
                                waiting.body().at("/consent/code").asText())
                        .is(200)
                        .text("status"))
                .isEqualTo("succeeded");
    }

    /** The code goes with the values: the same request with others has another. */
    @Test
    void aCodeOpensNoOtherDeed() {
        var call = agent.verified(customer);
        var one = change(call);
        var other = agent.act(call, "change-nameservers", GateSteps.NAMESERVERS.replace("ns2", "ns3"))
                .is(202);

        at.typed(
                        customer,
                        other.text("actionId"),
                        one.body().at("/consent/code").asText())
                .isProblem(422, "code-rejected");
        at.typed(
                        service.customer("2002").activated(),
                        one.text("actionId"),
                        one.body().at("/consent/code").asText())
                .isProblem(404, "not-found");
    }

    @Test
    void ofAHundredConsentsOneIsTheFirstAndTheEffectIsOne() {
        var waiting = change(agent.verified(customer));
        var action = waiting.text("actionId");
        var code = waiting.body().at("/consent/code").asText();
        var answers = Together.run(100, _ -> at.typed(customer, action, code));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409, 503));
        assertThat(answers).filteredOn(each -> each.status() == 200).hasSize(1);
        assertThat(at.areNameserversChanged()).isTrue();
        assertThat(customer.activity()
                        .is(200)
                        .body()
                        .path("events")
                        .valueStream()
                        .limit(3))
                .extracting(each -> each.path("type").asText())
                .containsExactly("action-finished", "gate-opened", "action-accepted");
    }
}

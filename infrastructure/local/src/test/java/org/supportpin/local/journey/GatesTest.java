package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final String NAMESERVERS =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns1.example.com\"},{\"host\":\"ns2.example.com\"}]}";
    private static final String STANDARD =
            "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"shop\",\"type\":\"A\",\"records\":[\"195.251.255.30\"]}]}";
    private static final String RECALL = "{\"domain\":\"nea.gr\"}";
    private static final Pattern CODE = Pattern.compile("^([0-9]{3}) ([0-9]{3}) ");

    private Service service;
    private AgentSteps agent;
    private CustomerSteps customer;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.gated(data);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void aNewDay() {
        // Every budget, hold and gate of the test before is over.
        service.advance(Duration.ofDays(8));
        service.invoke("RecoveryFunction");
        service.backDoor().resetBackOffice();
        agent = service.agent();
        customer = service.customer("1001").activated();
    }

    private String bySms() {
        agent.sendPin(customer.id()).is(202);
        return agent.verify(customer, customer.newestDigits()).is(201).text("verificationId");
    }

    private Answer change(String verification) {
        return agent.act(verification, "change-nameservers", NAMESERVERS).is(202);
    }

    private static Answer typed(CustomerSteps by, String action, String code) {
        return by.call("POST", "/v1/panel/actions/" + action + "/consent", "{\"code\":\"" + code + "\"}");
    }

    private static Answer said(AgentSteps by, String verification, String action, String code) {
        return by.call(
                "POST",
                "/v1/agent/verifications/" + verification + "/actions/" + action + "/consent",
                "{\"code\":\"" + code + "\"}");
    }

    private static Answer stop(CustomerSteps by, String action) {
        return by.call("POST", "/v1/panel/actions/" + action + "/stop", "");
    }

    private Answer stopAll(AgentSteps by) {
        return by.call("POST", "/v1/agent/customers/1001/stop", "{\"callReference\":\"call-9\"}");
    }

    private String codeBySms() {
        var code = CODE.matcher(service.sms(customer.number()).getLast());
        assertThat(code.find()).isTrue();
        return code.group(1) + code.group(2);
    }

    private static String wrong(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }

    private boolean isDone() {
        return service.call("GET", "/local/back-office", "", null)
                .body()
                .path("domains")
                .toString()
                .contains("ns1.example.com");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
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
        assertThat(texts(agent.preview(call, "change-nameservers", NAMESERVERS)
                        .is(200)
                        .body()
                        .path("gates")))
                .containsExactly("consent");

        var waiting = change(call);

        assertThat(waiting.text("status")).isEqualTo("waiting");
        assertThat(texts(waiting.body().path("waitingFor"))).containsExactly("consent");
        assertThat(waiting.body().at("/consent/by").asText()).isEqualTo("panel");
        assertThat(isDone()).isFalse();
        var action = waiting.text("actionId");
        var view = customer.view().is(200);
        var shown = view.body().path("waiting").get(0);
        assertThat(shown.path("actionId").asText()).isEqualTo(action);
        assertThat(shown.path("changes").get(0).path("after").asText()).contains("ns1.example.com");
        assertThat(texts(shown.path("waitingFor"))).containsExactly("consent");
        customer.view("If-None-Match", view.headers().firstValue("etag").orElseThrow())
                .is(304);
        var done = typed(customer, action, waiting.body().at("/consent/code").asText())
                .is(200);
        assertThat(done.text("status")).isEqualTo("succeeded");
        assertThat(isDone()).isTrue();
        assertThat(agent.lookUp(call, action).is(200).text("status")).isEqualTo("succeeded");
        assertThat(customer.view(
                                "If-None-Match",
                                view.headers().firstValue("etag").orElseThrow())
                        .is(200)
                        .body()
                        .has("waiting"))
                .isFalse();
    }

    /** Without it: an SMS with the deed, the object and the code, which the customer says; then the hold. */
    @Test
    void aCallerBySmsConsentsBySmsAndWaitsADay() {
        var call = bySms();
        var before = service.sms(customer.number()).size();

        var waiting = change(call);

        assertThat(texts(waiting.body().path("waitingFor"))).containsExactly("consent", "hold");
        assertThat(waiting.body().at("/consent/by").asText()).isEqualTo("sms");
        assertThat(waiting.body().at("/consent/sentTo").asText()).contains("•••");
        var texts = service.sms(customer.number());
        assertThat(texts).hasSize(before + 1);
        assertThat(texts.getLast())
                .contains(DOMAIN, "ns1.example.com", "ns2.example.com", "ΜΟΝΟ")
                .hasSizeLessThanOrEqualTo(134);
        var action = waiting.text("actionId");
        var consented = said(agent, call, action, codeBySms()).is(200);
        assertThat(consented.text("status")).isEqualTo("waiting");
        assertThat(texts(consented.body().path("waitingFor"))).containsExactly("hold");

        service.advance(Duration.ofHours(23).plusMinutes(58));
        service.invoke("RecoveryFunction");
        assertThat(isDone()).isFalse();
        service.advance(Duration.ofMinutes(3));
        service.invoke("RecoveryFunction");
        assertThat(isDone()).isTrue();
    }

    /** The panel is another way to the customer than the SIM: there the same code opens the hold as well. */
    @Test
    void inThePanelTheCustomerOpensTheHoldAtOnce() {
        var waiting = change(bySms());

        var done = typed(customer, waiting.text("actionId"), codeBySms()).is(200);

        assertThat(done.text("status")).isEqualTo("succeeded");
        assertThat(isDone()).isTrue();
    }

    @Test
    void theCodeThatTheAgentKnowsOpensNothingForTheAgent() {
        var call = agent.verified(customer);
        var waiting = change(call);

        said(
                        agent,
                        call,
                        waiting.text("actionId"),
                        waiting.body().at("/consent/code").asText())
                .isProblem(422, "code-rejected");

        assertThat(isDone()).isFalse();
    }

    @Test
    void threeWrongCodesStop() {
        var waiting = change(agent.verified(customer));
        var action = waiting.text("actionId");
        var code = waiting.body().at("/consent/code").asText();

        assertThat(typed(customer, action, wrong(code))
                        .isProblem(422, "code-rejected")
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(2);
        typed(customer, action, wrong(code)).isProblem(422, "code-rejected");
        typed(customer, action, wrong(code)).isProblem(409, "stopped");
        typed(customer, action, code).isProblem(409, "stopped");

        assertThat(isDone()).isFalse();
    }

    @Test
    void afterTenMinutesItIsOver() {
        var call = agent.verified(customer);
        var waiting = change(call);
        var action = waiting.text("actionId");

        service.advance(Duration.ofMinutes(10));
        typed(customer, action, waiting.body().at("/consent/code").asText()).isProblem(409, "stopped");

        assertThat(isDone()).isFalse();
        assertThat(agent.lookUp(call, action).is(200).text("status")).isEqualTo("stopped");
    }

    @Test
    void theCustomerTheAgentAndAnyCallerStop() {
        var byCustomer = change(agent.verified(customer)).text("actionId");
        assertThat(stop(customer, byCustomer).is(200).text("status")).isEqualTo("stopped");
        stop(customer, byCustomer).is(200);

        var call = agent.verified(customer);
        var byAgent = change(call).text("actionId");
        agent.call("POST", "/v1/agent/verifications/" + call + "/actions/" + byAgent + "/stop", "")
                .is(200);

        change(agent.verified(customer));
        assertThat(stopAll(service.agent()).is(200).body().path("stopped").asInt())
                .isEqualTo(1);
        assertThat(stopAll(service.agent()).is(200).body().path("stopped").asInt())
                .isZero();
        assertThat(isDone()).isFalse();
    }

    @Test
    void whatIsDoneIsNotStopped() {
        var waiting = change(agent.verified(customer));
        var action = waiting.text("actionId");
        typed(customer, action, waiting.body().at("/consent/code").asText()).is(200);

        stop(customer, action).isProblem(409, "too-late");
    }

    @Test
    void theFourthStopForACallerInAWeekIsRefused() {
        for (int i = 0; i < 3; i++) {
            change(agent.verified(customer));
            stopAll(service.agent()).is(200);
        }
        var action = change(agent.verified(customer)).text("actionId");

        stopAll(service.agent()).isProblem(429, "too-many-requests").text("retryAt");
        stop(customer, action).is(200);
    }

    @Test
    void aRecallWaitsForASupervisorWhoIsNotTheAgent() {
        var call = agent.verified(customer);
        var waiting = agent.act(call, "recall-gr-domain", RECALL).is(202);
        var action = waiting.text("actionId");
        assertThat(texts(waiting.body().path("waitingFor"))).containsExactly("consent", "approval");
        assertThat(typed(customer, action, waiting.body().at("/consent/code").asText())
                        .is(200)
                        .text("status"))
                .isEqualTo("waiting");

        var supervisor = service.supervisor();
        var listed =
                supervisor.call("GET", "/v1/agent/approvals", "").is(200).body().path("approvals");
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("actionId").asText()).isEqualTo(action);
        assertThat(listed.get(0).path("changes").get(0).path("what").asText()).isEqualTo("nea.gr");
        var decision = "{\"decision\":\"approve\",\"note\":\"I rang her back.\"}";
        assertThat(supervisor
                        .call("POST", "/v1/agent/approvals/" + action, decision)
                        .is(200)
                        .text("status"))
                .isEqualTo("succeeded");
        supervisor.call("POST", "/v1/agent/approvals/" + action, decision).isProblem(409, "too-late");
        assertThat(customer.activity().is(200).body().toString()).contains("I rang her back.");
    }

    @Test
    void nobodyApprovesAnActionOfTheirOwn() {
        var supervisor = service.supervisor();
        var call = supervisor.verified(customer);
        var action = supervisor.act(call, "recall-gr-domain", RECALL).is(202).text("actionId");

        supervisor
                .call("POST", "/v1/agent/approvals/" + action, "{\"decision\":\"approve\",\"note\":\"Mine.\"}")
                .isProblem(403, "four-eyes");
    }

    @Test
    void aRefusalStops() {
        var call = agent.verified(customer);
        var action = agent.act(call, "recall-gr-domain", RECALL).is(202).text("actionId");

        service.supervisor()
                .call("POST", "/v1/agent/approvals/" + action, "{\"decision\":\"refuse\",\"note\":\"No.\"}")
                .is(200);

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
        assertThat(agent.act(bySms(), "change-nameservers", asked)
                        .isProblem(422, "action-refused")
                        .text("rule"))
                .isEqualTo("nameservers-do-not-answer");

        var previewed = agent.preview(call, "change-nameservers", asked).is(200).body();
        assertThat(previewed.path("warnings").toString()).contains("nameservers-do-not-answer");
        var waiting = agent.act(call, "change-nameservers", asked).is(202);
        assertThat(typed(
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
        var other = agent.act(call, "change-nameservers", NAMESERVERS.replace("ns2", "ns3"))
                .is(202);

        typed(customer, other.text("actionId"), one.body().at("/consent/code").asText())
                .isProblem(422, "code-rejected");
        typed(
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
        var answers = Together.run(100, _ -> typed(customer, action, code));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409, 503));
        assertThat(answers).filteredOn(each -> each.status() == 200).hasSize(1);
        assertThat(isDone()).isTrue();
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

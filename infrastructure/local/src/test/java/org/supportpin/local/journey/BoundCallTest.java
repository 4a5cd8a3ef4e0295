package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.VerificationId;

/** Security rows 6 and 15: an agent acts only for the caller on the phone, for a limited time; no request chooses an SMS's number. */
class BoundCallTest {

    private static final String FIX = "{\"packageId\":\"pkg-1\",\"fix\":\"clear-cache\",\"note\":\"n\"}";

    private static final String HIGH =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]}";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Service service = Service.farAhead();
    private final CustomerSteps customer = service.customer("1001").activated();
    private final AgentSteps agent = service.agent();
    private String verification = "";

    @BeforeEach
    void newCall() {
        service.backDoor().resetBackOffice();
        // Whatever another test used of this customer's budgets has expired.
        service.advance(Duration.ofDays(2));
        verification = agent.verified(customer);
    }

    @Test
    void aVerificationAllowsTenActions() {
        for (int action = 0; action < 10; action++) {
            agent.act(verification, "apply-micro-fix", FIX).is(201);
        }

        agent.act(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");
    }

    @Test
    void eachThatWasRefusedIsOneOfTheTenOnlyIfItWasAccepted() {
        agent.act(verification, "apply-micro-fix", "{}").isProblem(422, "invalid-parameters");
        for (int action = 0; action < 10; action++) {
            agent.act(verification, "apply-micro-fix", FIX).is(201);
        }
        agent.act(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");
    }

    /** Whoever asks for what is forbidden may be feeling for what is there: another customer's package, for example. */
    @Test
    void afterTwentyRefusalsTheVerificationAllowsNoMore() {
        for (int probe = 0; probe < 20; probe++) {
            agent.act(verification, "apply-micro-fix", FIX.replace("pkg-1", "pkg-" + (100 + probe)))
                    .is(422);
        }

        var refused = agent.act(verification, "apply-micro-fix", FIX.replace("pkg-1", "pkg-120"))
                .isProblem(403, "not-verified");
        assertThat(refused.text("detail")).contains("Too many requests were refused");
        agent.act(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");
        agent.act(agent.verified(customer), "apply-micro-fix", FIX).is(201);
    }

    /** A preview says why it refuses, so it is no way to feel for more than twenty things. */
    @Test
    void refusedPreviewsAndActionsShareTheTwenty() {
        for (int probe = 0; probe < 10; probe++) {
            var anothers = FIX.replace("pkg-1", "pkg-" + (100 + probe));
            agent.preview(verification, "apply-micro-fix", anothers).isProblem(422, "action-refused");
            agent.act(verification, "apply-micro-fix", anothers).isProblem(422, "action-refused");
        }

        for (var refused : List.of(
                agent.preview(verification, "apply-micro-fix", FIX), agent.act(verification, "apply-micro-fix", FIX))) {
            assertThat(refused.isProblem(403, "not-verified").text("detail"))
                    .contains("Too many requests were refused");
        }
    }

    @Test
    void aPreviewNeedsTheSameVerificationAsTheAction() {
        service.agent("another").preview(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");
        agent.preview("no-verification", "apply-micro-fix", FIX).isProblem(403, "not-verified");
        agent.preview(verification, "apply-micro-fix", FIX).is(200);

        agent.end(verification).is(204);

        agent.preview(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");
    }

    @Test
    void aRefusedRequestIsInTheCustomersActivity() {
        agent.act(verification, "apply-micro-fix", FIX.replace("pkg-1", "pkg-100"))
                .is(422);

        var newest = customer.activity().is(200).body().path("events").path(0);
        assertThat(newest.path("type").asText()).isEqualTo("action-refused");
        assertThat(newest.path("details").path("action").asText()).isEqualTo("apply-micro-fix");
    }

    /** Anyone who had the agent's screen, or the token, days after the call. */
    @Test
    void resultsAreReadableForAnHourAfterTheVerification() {
        var done = agent.act(verification, "apply-micro-fix", FIX, "readable")
                .is(201)
                .text("actionId");
        service.advance(Duration.ofMinutes(74));
        agent.lookUp(verification, done).is(200);
        agent.act(verification, "apply-micro-fix", FIX, "readable").is(201);

        service.advance(Duration.ofMinutes(2));

        agent.lookUp(verification, done).isProblem(404, "not-found");
        agent.act(verification, "apply-micro-fix", FIX, "readable").isProblem(403, "not-verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2800", "\u3164", "\u115f", "\u1160", "\uffa0", "\u2800 \u2800", "\u0301"})
    void aReferenceThatLooksBlankIsNone(String blank) {
        agent.verify(customer.id(), customer.pin(), blank).isProblem(422, "invalid-parameters");
        agent.call("POST", "/v1/agent/customers/1001/sms", "{\"callReference\":\"" + blank + "\"}")
                .isProblem(422, "invalid-parameters");
        service.supervisor().lift("nobody", blank).isProblem(422, "invalid-parameters");
    }

    @Test
    void itIsThisAgentsAlone() {
        service.agent().act(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");
        service.agent().end(verification);
        agent.act(verification, "apply-micro-fix", FIX).is(201);
    }

    @Test
    void itIsThisCustomersAlone() {
        var other = service.customer("1002").activated();
        var key = VerificationId.parse(verification).orElseThrow().key();
        var forged = new VerificationId(new CustomerId(other.id()), key).text();

        agent.act(forged, "apply-micro-fix", FIX).isProblem(403, "not-verified");
    }

    @Test
    void itEndsWithTheCallAndAfterAQuarterOfAnHour() {
        service.advance(Duration.ofMinutes(15).minusSeconds(5));
        agent.act(verification, "apply-micro-fix", FIX).is(201);
        service.advance(Duration.ofSeconds(6));
        agent.act(verification, "apply-micro-fix", FIX).isProblem(403, "not-verified");

        var next = agent.verified(customer);
        agent.end(next).is(204);
        agent.act(next, "apply-micro-fix", FIX).isProblem(403, "not-verified");
    }

    /** What is accepted goes on; what is asked for afterwards is refused, at any risk. */
    @Test
    void aVerificationEndsWithTheMobileThatProvedIt() {
        // Not the seeded customer's: other tests know that one's mobile.
        var other = service.customer("1002").activated();
        var call = agent.verified(other);
        var fix = FIX.replace("pkg-1", "pkg-2");
        var done = agent.act(call, "apply-micro-fix", fix, "before").is(201);
        var number = "+306985%06d".formatted(NEXT.incrementAndGet());
        other.declareMobile(number).is(202);
        agent.act(call, "apply-micro-fix", fix).is(201);
        other.confirmMobile(other.newestDigits(number)).is(200);

        assertVoid(other, call, fix, HIGH.replace("papadopoulou", "allo"), done);
    }

    @Test
    void aVerificationEndsWithAnUnlock() {
        var done = agent.act(verification, "apply-micro-fix", FIX, "before").is(201);
        for (int guess = 0; guess < 5; guess++) {
            agent.verify(customer, customer.wrongPin()).isProblem(403, "pin-rejected");
        }
        agent.act(verification, "apply-micro-fix", FIX).is(201);
        customer.unlock().is(200);

        assertVoid(customer, verification, FIX, HIGH, done);
    }

    @Test
    void aVerificationEndsWithADeactivation() {
        var done = agent.act(verification, "apply-micro-fix", FIX, "before").is(201);
        customer.deactivate().is(204);
        customer.activate().is(201);

        assertVoid(customer, verification, FIX, HIGH, done);
    }

    private void assertVoid(CustomerSteps caller, String call, String fix, String high, Answer done) {
        assertThat(agent.act(call, "apply-micro-fix", fix)
                        .isProblem(403, "not-verified")
                        .text("detail"))
                .contains("new mobile", "Ask the caller for the PIN and verify again");
        agent.act(call, "change-nameservers", high).isProblem(403, "not-verified");
        agent.end(call).isProblem(403, "not-verified");
        agent.lookUp(call, done.text("actionId")).is(200);
        agent.act(call, "apply-micro-fix", fix, "before").is(201);
        agent.act(agent.verified(caller), "apply-micro-fix", fix).is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "number", "phone", "phoneNumber", "destination"})
    void noRequestChoosesTheNumberOfAnSms(String field) {
        var answer = agent.call(
                        "POST",
                        "/v1/agent/customers/1001/sms",
                        "{\"callReference\":\"call-1\",\"" + field + "\":\"+306900000000\"}")
                .isProblem(422, "invalid-parameters");

        assertThat(answer.pointers()).containsExactly("/" + field);
        assertThat(service.sms("+306900000000")).isEmpty();
    }
}

package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Security row 23 and what AWS may do to a request: the answer is right, or a clear 503; nothing is lost, no limit overrun. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwsFaultTest {

    private static final String CHANGE =
            "{\"domain\":\"papadopoulou.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"trouble\",\"type\":\"A\",\"records\":[\"195.251.255.40\"]}]}";

    private final AwsFault trouble = new AwsFault();
    private Service service;
    private CustomerSteps customer;
    private AgentSteps agent;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.everywhere(data, trouble);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void newCall() {
        customer = service.customer().activated();
        agent = service.agent();
    }

    @Test
    void aThrottledReadIsAClear503() {
        trouble.before("Query", AwsFault.THROTTLED);

        saysWhen(customer.view());
        assertThat(customer.view().is(200).text("pin")).hasSize(6);
    }

    @Test
    void aThrottledWriteCountsNothingAndDisclosesNothing() {
        var wrong = customer.wrongPin();
        trouble.before("TransactWriteItems", AwsFault.THROTTLED);

        saysWhen(agent.verify(customer, wrong));

        assertThat(agent.verify(customer, wrong)
                        .is(403)
                        .body()
                        .path("attemptsLeft")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void aGuessWhoseAnswerWasLostIsCounted() {
        var wrong = customer.wrongPin();
        for (int guess = 0; guess < 5; guess++) {
            trouble.after("TransactWriteItems", AwsFault.CUT);
            saysWhen(agent.verify(customer, wrong));
        }

        agent.verify(customer, customer.pin()).isProblem(423, "phone-verification-locked");
    }

    @Test
    void aVerificationWhoseAnswerWasLostIsThereForTheSameRequestAgain() {
        var pin = customer.pin();
        trouble.after("PutItem", AwsFault.CUT);
        saysWhen(agent.verify(customer, pin));

        var again = agent.verify(customer, pin).is(201).text("verificationId");

        assertThat(agent.verify(customer, pin).is(201).text("verificationId")).isEqualTo(again);
        service.agent().verify(customer, pin).isProblem(403, "pin-rejected");
        agent.end(again).is(204);
    }

    @Test
    void anAcceptanceWhoseAnswerWasLostIsExecutedOnceForTheSameKey() {
        service.backDoor().resetBackOffice();
        var maria = service.customer("1001").activated();
        var verification = agent.verified(maria);
        trouble.after("TransactWriteItems", AwsFault.CUT);
        saysWhen(agent.act(verification, "change-dns-records", CHANGE, "key"));

        service.advance(Duration.ofMinutes(2));
        trouble.before("TransactWriteItems", AwsFault.THROTTLED);
        service.invoke("RecoveryFunction");
        assertThat(service.log()).contains("\"ActionsPending\":1");
        service.advance(Duration.ofMinutes(2));
        service.invoke("RecoveryFunction");
        assertThat(service.log().substring(service.log().lastIndexOf("\"ActionsPending\":")))
                .startsWith("\"ActionsPending\":0");
        var done = agent.act(verification, "change-dns-records", CHANGE, "key").is(201);

        assertThat(done.text("status")).isEqualTo("succeeded");
        assertThat(maria.activity().body().findValuesAsText("type")).containsOnlyOnce("action-finished");
    }

    @Test
    void aKeyThatKmsDeniesShowsNoPin() {
        trouble.before("Decrypt", AwsFault.DENIED);
        saysWhen(customer.view());

        var pin = customer.pin();
        trouble.before("Decrypt", AwsFault.DENIED);
        saysWhen(agent.verify(customer, pin));
        agent.verify(customer, pin).is(201);
    }

    /** All of them at once, so that the test does not wait for each. */
    @Test
    void slowCallsEndBeforeTheFunctionsTimeout() throws Exception {
        var pin = customer.pin();
        var another = service.customer().activated();
        var requests = new LinkedHashMap<String, Supplier<Answer>>();
        requests.put("Decrypt", customer::view);
        requests.put("GetItem", () -> agent.verify(customer, pin));
        requests.put("TransactWriteItems", () -> another.deactivate());
        requests.put("Publish", service.customer()::declareMobile);
        requests.keySet().forEach(operation -> trouble.slow(operation, Duration.ofSeconds(30)));
        var started = System.nanoTime();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = requests.values().stream()
                    .map(request -> threads.submit(request::get))
                    .toList();
            for (var answer : answers) {
                saysWhen(answer.get());
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(9));
        trouble.none();
        assertThat(customer.pin()).isEqualTo(pin);
        agent.verify(customer, pin).is(201);
    }

    @Test
    void anSmsThatSnsRefusesCountsAndIsNotSent() {
        for (int message = 0; message < 3; message++) {
            trouble.before("Publish", AwsFault.DENIED);
            saysWhen(customer.sendPin());
            service.advance(Duration.ofSeconds(61));
        }

        customer.sendPin().isProblem(429, "too-many-requests");
        assertThat(service.sms(customer.number())).isEmpty();
    }

    @Test
    void anActivationWhoseAnswerWasLostIsOneActivation() {
        var another = service.customer();
        var claims = "{\"phone_number\":\"%s\",\"phone_number_verified\":true}".formatted(another.number());
        var token = service.token("customer", another.id(), claims);
        trouble.after("TransactWriteItems", AwsFault.CUT);
        saysWhen(service.call("POST", "/v1/panel/support-pin/activation", "", token));

        service.call("POST", "/v1/panel/support-pin/activation", "", token).is(200);

        assertThat(another.activity().body().findValuesAsText("type")).containsOnlyOnce("activated");
    }

    /** The assertion was used up before KMS was asked: only another gets a token. */
    @Test
    void aTokenThatCannotBeSignedNeedsANewAssertion() {
        var panel = new TokenServiceTest.Client(service, "panel");
        var assertion = panel.assertion(panel.claims("1001"));
        trouble.before("Sign", AwsFault.THROTTLED);

        var answer = panel.ask(assertion).is(503);
        assertThat(answer.text("error")).isEqualTo("temporarily_unavailable");
        assertThat(answer.text("error_description")).contains("new assertion");
        assertThat(answer.header("retry-after")).contains("1");
        assertThat(service.log()).contains("KeysUnavailable");

        assertThat(panel.ask(assertion).is(400).text("error")).isEqualTo("invalid_grant");
        panel.token("1001");
    }

    private static void saysWhen(Answer answer) {
        answer.isProblem(503, "temporarily-unavailable");
        assertThat(answer.header("retry-after")).isPresent();
        assertThat(answer.body().has("pin")).isFalse();
    }
}

package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Many at once: no count is lost, and no PIN works twice. */
@Tag("ci")
class RacesTest {

    private final Service service = Service.shared();

    @Test
    void ofTwoHundredWrongGuessesFiveAreAnswered() throws Exception {
        var customer = service.customer().activated();
        var wrong = customer.wrongPin();
        // By many agents, so that none is suspended.
        var agents = IntStream.range(0, 40).mapToObj(each -> service.agent()).toList();

        var answers = atOnce(200, each -> agents.get(each % 40).verify(customer.id(), wrong, "call-" + each));

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 403)
                .hasSize(5);
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 423)
                .hasSize(195);
        service.agent().verify(customer, customer.pin()).isProblem(423, "phone-verification-locked");
    }

    @Test
    void ofFiftyWrongGuessesByOneAgentOverFiftyCustomersTenAreAnswered() throws Exception {
        var agent = service.agent();
        var customers = IntStream.range(0, 50)
                .mapToObj(_ -> service.customer().activated())
                .toList();

        var answers = atOnce(50, each -> agent.verify(customers.get(each), "000000"));

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 403)
                .hasSize(10);
        assertThat(answers).extracting(Answer::status).containsOnly(403, 429);
        agent.verify(customers.getFirst(), customers.getFirst().pin()).isProblem(429, "agent-suspended");
    }

    @Test
    void ofTwentySmsOneIsSent() throws Exception {
        var customer = service.customer().activated();
        var agent = service.agent();

        var answers = atOnce(20, each -> each % 2 == 0 ? customer.sendPin() : agent.sendPin(customer.id()));

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 202)
                .hasSize(1);
        assertThat(answers).extracting(Answer::status).containsOnly(202, 429);
        assertThat(service.sms(customer.number())).hasSize(1);
    }

    @Test
    void ofFortySmsByOneAgentThirtyAreSent() throws Exception {
        var agent = service.agent();
        var customers = IntStream.range(0, 40)
                .mapToObj(_ -> service.customer().activated())
                .toList();
        var answers = atOnce(
                40, each -> patiently(() -> agent.sendPin(customers.get(each).id())));
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 202)
                .hasSize(30);
        assertThat(answers).filteredOn(answer -> answer.status() != 202).allSatisfy(answer -> {
            answer.isProblem(429, "too-many-requests");
            assertThat(Duration.between(service.now(), answer.instant("retryAt")))
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        });
    }

    @Test
    void ofTwelveCodesToOneNumberByTwelveCustomersFiveAreSent() throws Exception {
        var number = "+306907654321";
        var customers = IntStream.range(0, 12).mapToObj(_ -> service.customer()).toList();
        var answers = atOnce(12, each -> patiently(() -> customers.get(each).declareMobile(number)));
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 202)
                .hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 202)
                .allSatisfy(answer -> answer.isProblem(429, "too-many-requests"));
        assertThat(service.sms(number)).hasSize(5);
    }

    /** A caller who hears that the ledger is busy sends the same request again. */
    private static Answer patiently(Supplier<Answer> request) {
        for (int tries = 0; tries < 50; tries++) {
            var answer = request.get();
            if (answer.status() != 503) {
                return answer;
            }
        }
        throw new AssertionError("50 answers in a row were 503");
    }

    /** One right guess among forty, by an agent who had typed a wrong PIN before. */
    @Test
    void aRightGuessAfterTheTenthWrongIsRefused() throws Exception {
        for (int round = 0; round < 5; round++) {
            var agent = service.agent();
            var customers = IntStream.range(0, 40)
                    .mapToObj(_ -> service.customer().activated())
                    .toList();
            var pin = customers.getFirst().pin();
            agent.verify(customers.getLast(), customers.getLast().wrongPin()).is(403);
            var answers =
                    atOnce(40, each -> patiently(() -> agent.verify(customers.get(each), each == 0 ? pin : "000000")));
            var items = service.backDoor().items();
            var verified = at(items, customers.getFirst(), "verified");
            var wrong = customers.stream()
                    .flatMap(each -> at(items, each, "pin-rejected").stream())
                    .sorted()
                    .toList();
            assertThat(answers)
                    .extracting(Answer::status)
                    .filteredOn(status -> status == 403)
                    .hasSize(9);
            assertThat(wrong).hasSize(10);
            assertThat(verified).allSatisfy(right -> assertThat(right).isLessThanOrEqualTo(wrong.getLast()));
        }
    }

    /** When this happened to a customer, in milliseconds. */
    private static List<Long> at(List<Map<String, AttributeValue>> items, CustomerSteps customer, String event) {
        return items.stream()
                .filter(item -> LedgerChecker.text(item, "pk").equals("CUSTOMER#" + customer.id())
                        && LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                .map(item -> Trees.read(LedgerChecker.text(item, "body")))
                .filter(entry -> entry.path("event").path(0).asText().equals(event))
                .map(entry -> entry.path("at").asLong())
                .toList();
    }

    @Test
    void ofThirtyWrongCodesFiveAreAnswered() throws Exception {
        var customer = service.customer();
        customer.declareMobile().is(202);
        var right = customer.newestDigits();
        var wrong = right.equals("000000") ? "000001" : "000000";

        var answers = atOnce(30, _ -> customer.confirmMobile(wrong));

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 422)
                .hasSize(5);
        customer.confirmMobile(right).isProblem(409, "no-pending-confirmation");
    }

    @Test
    void ofAHundredRightPinsOneVerifies() throws Exception {
        var customer = service.customer().activated();
        var pin = customer.pin();
        var agents = IntStream.range(0, 20).mapToObj(each -> service.agent()).toList();

        var answers = atOnce(100, each -> agents.get(each % 20).verify(customer.id(), pin, "call-" + each));

        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(answers)
                .extracting(Answer::status)
                .filteredOn(status -> status == 403)
                .hasSize(99);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 403)
                .allSatisfy(answer ->
                        assertThat(answer.body().path("attemptsLeft").asInt()).isEqualTo(5));
        service.agent().verify(customer, pin).isProblem(403, "pin-rejected");
    }

    @Test
    void eightRequestsWithOneKeyAreOneAction() throws Exception {
        var customer = service.customer("1001").activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        var parameters = "{\"domain\":\"nea.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"eight\",\"type\":\"A\","
                + "\"records\":[\"195.251.255.8\"]}]}";

        var answers =
                atOnce(8, _ -> answered(() -> agent.act(verification, "change-dns-records", parameters, "one-key")));

        assertThat(answers).allSatisfy(answer -> answer.is(201));
        assertThat(answers)
                .extracting(Answer::body)
                .containsOnly(answers.getFirst().body());
        assertThat(customer.activity()
                        .body()
                        .path("events")
                        .valueStream()
                        .takeWhile(each -> !each.path("type").asText().equals("verified")))
                .extracting(each -> each.path("type").asText())
                .containsExactly("action-finished", "action-accepted");
    }

    /** As a client does it: after a 503, such as a machine gives that stood still for seconds, it sends the same request again. */
    private static Answer answered(Supplier<Answer> request) {
        var answer = request.get();
        for (int again = 0; again < 3 && answer.status() == 503; again++) {
            var seconds = Long.parseLong(answer.header("retry-after").orElseThrow());
            LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
            answer = request.get();
        }
        return answer;
    }

    private static List<Answer> atOnce(int times, IntFunction<Answer> request) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(each -> threads.submit((Callable<Answer>) () -> {
                        start.await();
                        return request.apply(each);
                    }))
                    .toList();
            start.countDown();
            var answers = new java.util.ArrayList<Answer>();
            for (var each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}

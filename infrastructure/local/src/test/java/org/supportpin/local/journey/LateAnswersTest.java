package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.local.journey.Lateness.Fault;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every answer of DynamoDB, KMS and SNS, at every call of every route, is once lost, once lost in all of the SDK's attempts, and late
 * at the first call of its kind. If the SDK gets its answer in the end, nobody must notice; if not, the service says that it does not know, and the same
 * request again tells the truth.
 */
@Tag("ci")
@Order(CrashMatrixTest.FIRST)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LateAnswersTest {

    /** Its customer has set rules, which no action of another method must meet. */
    private static final int LAST = 2;

    private static final int MOST_CALLS = 60;

    private final Lateness lateness = new Lateness();
    private final AtomicInteger points = new AtomicInteger();
    private Service service;
    private Set<Map<String, AttributeValue>> asItWas = Set.of();

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.onRequest(data, lateness);
        resetBackOffice();
    }

    private void resetBackOffice() {
        service.backDoor().resetBackOffice();
        asItWas = service.backDoor().backOfficeItems();
    }

    @AfterAll
    void theLedgersAreSound() {
        System.out.println("late and lost answers: " + points + " points");
        // Its clock has run on by years, on purpose.
        assertThat(service.sweep()
                        .body()
                        .path("violations")
                        .valueStream()
                        .filter(each -> !each.path("kind").asText().equals("secret-too-old")))
                .isEmpty();
        service.close();
    }

    /** A request by somebody who is new, or whom nothing else concerns. */
    record Scene(CustomerSteps customer, LongSupplier effects, Supplier<Answer> request, Runnable settle) {

        Scene(CustomerSteps customer, Supplier<Answer> request) {
            this(customer, () -> 0, request, () -> {});
        }
    }

    /**
     * A route.
     *
     * @param status of the answer if all is well
     * @param repeated statuses of the same request again; if it is recorded once however often it is made, its own status or a
     *     success
     * @param once whether it is recorded once, however often it is made
     */
    record Route(String name, int status, boolean once, Set<Integer> repeated, Supplier<Scene> scene) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Stream<Route> routes() {
        return Stream.of(
                new Route(
                        "mobile declared",
                        202,
                        false,
                        Set.of(202, 429),
                        () -> panel(false, CustomerSteps::declareMobile)),
                new Route("mobile confirmed", 200, true, Set.of(200, 409), this::confirmation),
                new Route("wrong code", 422, false, Set.of(422), this::wrongCode),
                new Route("activation", 201, true, Set.of(200, 201), this::activation),
                new Route("view", 200, true, Set.of(200), () -> panel(true, CustomerSteps::view)),
                new Route("unchanged view", 304, true, Set.of(304), this::unchanged),
                new Route("deactivation", 204, true, Set.of(204), () -> panel(true, CustomerSteps::deactivate)),
                new Route("PIN by SMS", 202, false, Set.of(202, 429), () -> panel(true, CustomerSteps::sendPin)),
                new Route("unlock", 200, true, Set.of(200), this::unlock),
                new Route("notice address", 200, true, Set.of(200), () -> panel(true, CustomerSteps::address)),
                new Route(
                        "notice address declared",
                        202,
                        false,
                        Set.of(202, 429),
                        () -> panel(true, each -> each.declareAddress(each.id() + "@example.gr"))),
                new Route("rules", 200, true, Set.of(200), () -> panel(true, CustomerSteps::policy)),
                new Route(
                        "rules tightened",
                        200,
                        true,
                        Set.of(200),
                        () -> panel(true, each -> each.setPolicy("frozen", "as-usual", "{}"))),
                new Route("activity", 200, true, Set.of(200), () -> panel(true, CustomerSteps::activity)),
                new Route(
                        "agent's SMS",
                        202,
                        false,
                        Set.of(202, 429),
                        () -> call((agent, customer) -> agent.sendPin(customer.id()))),
                new Route("right PIN", 201, true, Set.of(201), this::rightPin),
                new Route("wrong PIN", 403, false, Set.of(403), this::wrongPin),
                new Route("locked", 423, true, Set.of(423), this::locked),
                new Route("refused action", 422, false, Set.of(422), this::refused),
                new Route("action looked up", 200, true, Set.of(200), this::lookUp),
                new Route(
                        "suspensions",
                        200,
                        true,
                        Set.of(200),
                        () -> call((agent, customer) -> supervisor().suspensions())),
                new Route("lift", 204, true, Set.of(204, 404), this::lift),
                new Route("chain", 200, true, Set.of(200), () -> audited("customers/%s/events")),
                new Route("reports", 200, true, Set.of(200), () -> audited("rotation-reports")),
                new Route("roots", 200, true, Set.of(200), () -> audited("roots")),
                new Route("violations", 200, true, Set.of(200), () -> audited("violations")),
                new Route(
                        "calls",
                        200,
                        true,
                        Set.of(200),
                        () -> panel(true, customer -> customer.call("GET", "/v1/panel/calls", ""))),
                new Route("receipt", 200, true, Set.of(200), this::receipt),
                new Route(
                        "code asked for",
                        201,
                        false,
                        Set.of(201, 429),
                        () -> call((agent, customer) -> agent.askForCode(customer.id()))),
                new Route("code typed", 200, true, Set.of(200, 409), this::typed),
                new Route(
                        "call announced",
                        201,
                        false,
                        Set.of(201, 429),
                        () -> call((agent, customer) -> agent.announce(customer.id(), "fault", "nea.gr"))),
                new Route("calls ended", 204, true, Set.of(204), this::callsEnded),
                new Route("call taken", 200, true, Set.of(200), this::taken),
                new Route("end of a call", 204, true, Set.of(204, 403), this::end));
    }

    private Scene typed() {
        var customer = service.customer().activated();
        var code = service.agent().askForCode(customer.id()).is(201).text("code");
        return new Scene(customer, () -> customer.typeCode(code));
    }

    private Scene callsEnded() {
        var customer = service.customer().activated();
        service.agent().verified(customer);
        return new Scene(customer, customer::endCalls);
    }

    private Scene taken() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var code = agent.offer(agent.verified(customer)).is(201).text("code");
        var colleague = service.agent();
        return new Scene(customer, () -> colleague.take(code));
    }

    private Scene panel(boolean isActive, Function<CustomerSteps, Answer> request) {
        var customer = service.customer();
        if (isActive) {
            customer.activated();
        }
        return new Scene(customer, () -> request.apply(customer));
    }

    private Scene call(BiFunction<AgentSteps, CustomerSteps, Answer> request) {
        var customer = service.customer().activated();
        var agent = service.agent();
        return new Scene(customer, () -> request.apply(agent, customer));
    }

    private Scene receipt() {
        var customer = service.customer().activated();
        var agent = service.agent();
        agent.end(agent.verified(customer)).is(204);
        var call = customer.call("GET", "/v1/panel/calls", "").is(200).body().at("/calls/0/callId");
        var path = "/v1/panel/calls/" + call.asText() + "/receipt";
        // The public key is asked for once in the function's life.
        customer.call("GET", path, "").is(200);
        return new Scene(customer, () -> customer.call("GET", path, ""));
    }

    private Scene confirmation() {
        var customer = service.customer();
        customer.declareMobile().is(202);
        var code = customer.newestDigits();
        return new Scene(customer, () -> customer.confirmMobile(code));
    }

    private Scene wrongCode() {
        var customer = service.customer();
        customer.declareMobile().is(202);
        var wrong = customer.newestDigits().equals("000000") ? "000001" : "000000";
        return new Scene(customer, () -> customer.confirmMobile(wrong));
    }

    private Scene activation() {
        var customer = service.customer();
        var claims = "{\"phone_number\":\"%s\",\"phone_number_verified\":true}".formatted(customer.number());
        var token = service.token("customer", customer.id(), claims);
        return new Scene(customer, () -> service.call("POST", "/v1/panel/support-pin/activation", "", token));
    }

    private Scene unchanged() {
        return panel(true, customer -> customer.view("If-None-Match", "*"));
    }

    private Scene unlock() {
        var scene = locked();
        return new Scene(scene.customer(), () -> scene.customer().unlock());
    }

    private Scene locked() {
        var customer = service.customer().activated();
        var wrong = customer.wrongPin();
        var right = customer.pin();
        for (int guess = 0; guess < 5; guess++) {
            service.agent().verify(customer, wrong).is(403);
        }
        var agent = service.agent();
        agent.verify(customer, right).is(423);
        return new Scene(customer, () -> agent.verify(customer, right));
    }

    private Scene rightPin() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var pin = customer.pin();
        return new Scene(customer, () -> agent.verify(customer, pin));
    }

    private Scene wrongPin() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var wrong = customer.wrongPin();
        return new Scene(customer, () -> agent.verify(customer, wrong));
    }

    private Scene end() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        return new Scene(customer, () -> agent.end(verification));
    }

    private AgentSteps supervisor() {
        return service.supervisor();
    }

    private Scene refused() {
        var customer = service.customer().activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        return new Scene(customer, () -> agent.act(verification, "renew-service", "{\"serviceId\":\"svc-2\"}", "key"));
    }

    private Scene lookUp() {
        var customer = service.customer("1002").activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        var action = agent.act(verification, "send-order-details", "{\"orderId\":\"ord-99\"}", "key");
        assertThat(action.status()).isEqualTo(422);
        var done = agent.act(
                verification, "order-service", "{\"productId\":\"hosting-pro\",\"billingCycle\":\"annually\"}");
        return new Scene(customer, () -> agent.lookUp(verification, done.is(201).text("actionId")));
    }

    private Scene lift() {
        var agent = service.agent();
        for (int wrong = 0; wrong < 10; wrong++) {
            var customer = service.customer().activated();
            agent.verify(customer, customer.wrongPin()).is(403);
        }
        var supervisor = supervisor();
        return new Scene(service.customer().activated(), () -> supervisor.lift(agent.id(), "a bad line"));
    }

    private Scene audited(String what) {
        var customer = service.customer().activated();
        var token = service.token("auditor", "auditor-1", "{}");
        return new Scene(customer, () -> service.call("GET", "/v1/audit/" + what.formatted(customer.id()), "", token));
    }

    @Order(LAST - 1)
    @ParameterizedTest
    @MethodSource("routes")
    void anAnswerThatIsLateOrLostIsNoticedByNobodyOrToldAsUnknown(Route route) {
        enumerate(route);
    }

    private Stream<Route> actions() {
        return ActionCase.all().map(each -> new Route(each.action(), 201, true, Set.of(201), () -> action(each)));
    }

    /** At the gate of a renewal that the customer wants to be asked about. */
    private Stream<Route> gates() {
        return Stream.of(
                new Route(
                        "code typed",
                        200,
                        true,
                        Set.of(200, 409),
                        () -> atGate((at, action, code) -> at.typed(at.customer(), action, code))),
                new Route(
                        "wrong code typed",
                        422,
                        false,
                        Set.of(422, 409),
                        () -> atGate((at, action, code) -> at.typed(at.customer(), action, GateSteps.wrong(code)))),
                new Route(
                        "stopped",
                        200,
                        true,
                        Set.of(200),
                        () -> atGate((at, action, _) -> at.stop(at.customer(), action))),
                new Route("stopped for a caller", 200, true, Set.of(200), () -> {
                    var agent = service.agent();
                    return atGate((at, _, _) -> at.stopAll(agent));
                }),
                new Route("approvals", 200, true, Set.of(200), () -> {
                    var supervisor = supervisor();
                    return atGate((_, _, _) -> supervisor.call("GET", "/v1/agent/approvals", ""));
                }));
    }

    /** What somebody does at a gate, with the right code. */
    @FunctionalInterface
    private interface AtGate {
        Answer tries(GateSteps at, String action, String code);
    }

    private Scene atGate(AtGate request) {
        // Each scene has the budgets of another week. What the one before left waiting ends now, and not in the middle
        // of this one.
        service.advance(Duration.ofDays(8));
        service.invoke("RecoveryFunction");
        service.backDoor().resetBackOffice();
        var customer = service.customer("1001").activated();
        customer.setPolicy("open", "as-usual", "{\"renew-service\":\"ask\"}").is(200);
        var agent = service.agent();
        var before = service.backDoor().backOfficeState().path("invoices").size();
        var waiting = agent.act(agent.verified(customer), "renew-service", "{\"serviceId\":\"svc-1\"}")
                .is(202);
        var at = new GateSteps(service, customer);
        return new Scene(
                customer,
                () -> service.backDoor().backOfficeState().path("invoices").size() - before,
                () -> request.tries(
                        at,
                        waiting.text("actionId"),
                        waiting.body().at("/consent/code").asText()),
                this::recover);
    }

    @Order(LAST)
    @ParameterizedTest
    @MethodSource("gates")
    void whateverAnswerIsLateOrLostAGateOpensOnceAndAStopIsAStop(Route route) {
        enumerate(route);
    }

    private Scene action(ActionCase each) {
        service.backDoor().restoreBackOffice(asItWas);
        service.backDoor().forgetMails("ord-2");
        var before = effects(each);
        var customer = service.customer("1001").activated();
        var agent = service.agent();
        var verification = agent.verified(customer);
        return new Scene(
                customer,
                () -> effects(each) - before,
                () -> agent.act(verification, each.action(), each.parameters(), "key"),
                this::recover);
    }

    /** What is pending is settled within a minute, and what waits to be told is told. */
    private void recover() {
        service.advance(Duration.ofSeconds(61));
        service.invoke("RecoveryFunction");
        service.invoke("OutboxFunction");
    }

    private long effects(ActionCase each) {
        return each.effects().applyAsLong(service.backDoor().backOfficeState());
    }

    @Order(LAST - 1)
    @ParameterizedTest
    @MethodSource("actions")
    void anActionIsDoneOnceWhicheverAnswerIsLateOrLost(Route action) {
        // One customer has them all, and is verified only so often in a day.
        service.advance(Duration.ofHours(25));
        resetBackOffice();
        enumerate(action);
    }

    /** What a request has left behind. */
    private record Trace(List<String> events, int sms, long effects) {}

    private void enumerate(Route route) {
        var scene = route.scene().get();
        var from = newest(scene.customer());
        var sms = service.sms(scene.customer().number()).size();
        lateness.at(0, Fault.LOST);
        scene.request().get().is(route.status());
        var calls = lateness.calls();
        var expected = trace(scene, from, sms);
        assertThat(calls).as("calls of %s", route).isNotEmpty().hasSizeLessThan(MOST_CALLS);
        for (int call = 1; call <= calls.size(); call++) {
            var operation = calls.get(call - 1);
            // The SDK treats a late answer as a lost one, once it has waited for it.
            var isFirst = calls.indexOf(operation) == call - 1;
            for (var fault : Fault.values()) {
                if (fault.meets(operation) && (isFirst || fault != Fault.LATE)) {
                    strike(route, expected, call, operation, fault);
                    points.incrementAndGet();
                }
            }
        }
    }

    private void strike(Route route, Trace expected, int call, String operation, Fault fault) {
        var where = "%s, answer %d (%s) %s".formatted(route, call, operation, fault);
        var scene = route.scene().get();
        var from = newest(scene.customer());
        var sms = service.sms(scene.customer().number()).size();
        lateness.at(call, fault);
        var answer = scene.request().get();
        assertThat(lateness.calls()).as(where).contains(operation);
        var after = trace(scene, from, sms);

        if (fault == Fault.GONE || operation.equals("Publish")) {
            assertThat(answer.status()).as("%s: %s", where, answer.body()).isIn(route.status(), 202, 502, 503);
            assertThat(after.effects()).as(where).isLessThanOrEqualTo(answer.status() == 502 ? 0 : expected.effects());
            assertThat(answer.body().has("pin") && answer.status() == 503)
                    .as(where)
                    .isFalse();
            assertThat(after.events())
                    .as(where)
                    .isEqualTo(expected.events()
                            .subList(
                                    0,
                                    Math.min(
                                            expected.events().size(),
                                            after.events().size())));
            assertThat(after.sms()).as(where).isLessThanOrEqualTo(expected.sms());
        } else {
            assertThat(answer.status()).as("%s: %s", where, answer.body()).isEqualTo(route.status());
            assertThat(after).as(where).isEqualTo(expected);
        }
        repeat(route, expected, where, scene, from, answer);
        if (fault == Fault.GONE || operation.equals("Publish")) {
            // A notice that may have been sent is sent again.
            scene.settle().run();
            assertThat(trace(scene, from, sms).sms())
                    .as("%s, SMS in the end", where)
                    .isBetween(0, expected.sms() + (route.once() ? operation.equals("Publish") ? 1 : 0 : 1));
        }
    }

    private void repeat(Route route, Trace expected, String where, Scene scene, int from, Answer answer) {
        // Pending, or done with a mail that waits in the outbox.
        if (answer.status() != route.status()
                || answer.text("status").equals("pending")
                || scene.effects().getAsLong() != expected.effects()) {
            scene.settle().run();
        }
        var again = scene.request().get();
        var after = trace(scene, from, 0);
        if (answer.text("status").equals("failed") || again.status() == 502) {
            // The record says that nothing was done.
            assertThat(after.effects()).as("%s, again", where).isZero();
            return;
        }
        assertThat(again.status()).as("%s, again: %s", where, again.body()).isIn(route.repeated());
        if (route.once()) {
            assertThat(after.events()).as("%s, again", where).isEqualTo(expected.events());
            assertThat(after.effects()).as("%s, again", where).isEqualTo(expected.effects());
        }
    }

    private int newest(CustomerSteps customer) {
        return customer.activity()
                .body()
                .path("events")
                .path(0)
                .path("sequence")
                .asInt();
    }

    /** The events since an entry, oldest first, and the SMS since that many. */
    private Trace trace(Scene scene, int from, int sms) {
        var customer = scene.customer();
        var events = customer.activity()
                .body()
                .path("events")
                .valueStream()
                .filter(each -> each.path("sequence").asInt() > from)
                .map(each -> each.path("type").asText())
                .toList()
                .reversed();
        return new Trace(
                events,
                service.sms(customer.number()).size() - sms,
                scene.effects().getAsLong());
    }
}

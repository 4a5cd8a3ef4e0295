package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security rows 1, 5 and 17: budgets of wrong PINs, over half hours, days and customers, and a lock that the customer lifts. */
class GuessingTest {

    private final Service service = Service.farAhead();

    @Test
    void pastTheLimitNotEvenTheRightPinVerifies() {
        var customer = service.customer().activated();
        var until = lock(customer);

        service.agent().verify(customer, customer.pin()).isProblem(423, "phone-verification-locked");

        assertThat(Duration.between(service.now(), until)).isBetween(Duration.ZERO, Duration.ofMinutes(30));
    }

    @Test
    void aNewHalfHourGivesNoNewDailyBudget() {
        var customer = service.customer().activated();
        moveTo(lock(customer));
        var daily = lock(customer);

        assertThat(Duration.between(service.now(), daily)).isGreaterThan(Duration.ofMinutes(30));
        service.advance(Duration.ofMinutes(31));
        service.agent().verify(customer, customer.pin()).is(423);
        moveTo(daily);
        service.agent().verify(customer, customer.pin()).is(201);
    }

    @Test
    void afterFiftyInARowOnlyTheCustomerLiftsTheLock() {
        var customer = service.customer().activated();
        for (int block = 0; block < 9; block++) {
            moveTo(lock(customer));
        }
        var agent = service.agent();
        for (int attempt = 0; attempt < 5; attempt++) {
            agent.verify(customer, customer.wrongPin()).is(403);
        }

        service.advance(Duration.ofDays(40));
        var locked = service.agent().verify(customer, customer.pin()).isProblem(423, "phone-verification-locked");

        assertThat(locked.body().has("retryAt")).isFalse();
        assertThat(customer.view().is(200).text("pin")).hasSize(6);
        assertThat(customer.view().text("phoneVerification")).isEqualTo("locked");
        customer.unlock().is(200);
        service.agent().verify(customer, customer.pin()).is(201);
    }

    @Test
    void aLockNeverTouchesThePanel() {
        var customer = service.customer().activated();
        var before = customer.pin();
        lock(customer);

        assertThat(customer.pin()).isEqualTo(before);
        assertThat(customer.unlock().is(200).text("pin")).isNotEqualTo(before);
        assertThat(customer.sendPin().status()).isEqualTo(202);
    }

    @Test
    void noLimitForgetsOverARestart(@TempDir Path data) {
        String pin;
        try (var first = Service.lasting(data)) {
            var customer = first.customer("restart").activated();
            customer.sendPin().is(202);
            var agent = first.agent("sprayer");
            for (int attempt = 0; attempt < 5; attempt++) {
                agent.verify(customer, customer.wrongPin()).is(403);
            }
            // Two of one customer count, so eight of others are left.
            for (int other = 0; other < 8; other++) {
                var another = first.customer().activated();
                agent.verify(another, another.wrongPin()).is(403);
            }
            pin = customer.pin();
        }
        try (var second = Service.lasting(data)) {
            var customer = second.customer("restart");
            second.agent().verify(customer, pin).isProblem(423, "phone-verification-locked");
            customer.sendPin().isProblem(429, "too-many-requests");
            var another = second.customer().activated();
            second.agent("sprayer").verify(another, another.pin()).isProblem(429, "agent-suspended");
        }
    }

    @Test
    void anAgentWhoSpraysOneGuessOverManyCustomersIsSuspendedAfterTen() {
        var agent = service.agent();
        var customers = IntStream.range(0, 14)
                .mapToObj(_ -> service.customer().activated())
                .toList();

        for (var customer : customers.subList(0, 10)) {
            agent.verify(customer, customer.wrongPin()).isProblem(403, "pin-rejected");
        }
        for (var customer : customers.subList(10, 14)) {
            var suspended = agent.verify(customer, customer.pin()).isProblem(429, "agent-suspended");
            assertThat(Duration.between(service.now(), suspended.instant("retryAt")))
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        }

        service.advance(Duration.ofMinutes(61));
        agent.verify(customers.getLast(), customers.getLast().pin()).is(201);
    }

    /** Two known customer ids and a caller who insists: the customers are locked, the agent goes on. */
    @Test
    void theWrongPinsOfTwoCustomersDoNotSuspendTheAgent() {
        var agent = service.agent();
        for (int two = 0; two < 2; two++) {
            var customer = service.customer().activated();
            for (int attempt = 0; attempt < 5; attempt++) {
                agent.verify(customer, customer.wrongPin()).isProblem(403, "pin-rejected");
            }
            agent.verify(customer, customer.pin()).isProblem(423, "phone-verification-locked");
        }
        var next = service.customer().activated();
        agent.verify(next, next.pin()).is(201);
    }

    /** Five wrong PINs by a fresh agent; returns when the lock ends. */
    private Instant lock(CustomerSteps customer) {
        var agent = service.agent();
        for (int attempt = 0; attempt < 5; attempt++) {
            agent.verify(customer, customer.wrongPin()).isProblem(403, "pin-rejected");
        }
        return agent.verify(customer, customer.pin())
                .isProblem(423, "phone-verification-locked")
                .instant("retryAt");
    }

    private void moveTo(Instant instant) {
        service.advance(Duration.between(service.now(), instant).plusSeconds(1));
    }
}

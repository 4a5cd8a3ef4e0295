package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Security row 32, and what a caller is told about an SMS that its provider did not take. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {

    private static final String OTHER = "+306999999990";
    private static final String HIGH_RISK =
            "{\"domain\":\"papadopoulou.gr\",\"nameservers\":[{\"host\":\"ns8.example.com\"},{\"host\":\"ns9.example.com\"}]}";

    private final AwsFault trouble = new AwsFault();
    private Service service;
    private CustomerSteps customer;

    @BeforeAll
    void start(@TempDir Path data) {
        service = Service.everywhere(data, trouble);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @BeforeEach
    void newCustomer() {
        customer = told(service.customer().activated());
    }

    @AfterEach
    void noTrouble() {
        trouble.none();
    }

    /** A customer of whose activation nothing waits any more: the schedule's run would meet the trouble instead. */
    private CustomerSteps told(CustomerSteps of) {
        for (int wait = 0; wait < 100 && service.backDoor().dump().contains("OUTBOX#" + of.id() + "/"); wait++) {
            service.invoke("OutboxFunction");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return of;
    }

    private int told() {
        return service.sms(customer.number()).size();
    }

    private String replacing() {
        customer.declareMobile(OTHER).is(202);
        return customer.newestDigits(OTHER);
    }

    private void deliverAfter(Duration time) {
        service.advance(time);
        service.invoke("OutboxFunction");
    }

    /** The same, and all that waited is gone: the schedule's own run may be at work, and the clock must not jump over its lease. */
    private void deliverAllAfter(Duration time, CustomerSteps to) {
        deliverAfter(time);
        for (int wait = 0; wait < 100 && service.backDoor().dump().contains("OUTBOX#" + to.id() + "/"); wait++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(service.backDoor().dump()).doesNotContain("OUTBOX#" + to.id() + "/");
    }

    @Test
    void theOldMobileIsToldEvenIfTheProviderFailedAtFirst() {
        var code = replacing();
        trouble.before("Publish", AwsFault.THROTTLED);

        var confirmed = customer.confirmMobile(code).is(200);

        assertThat(confirmed.text("maskedNumber")).endsWith("90");
        assertThat(told()).isZero();
        deliverAllAfter(Duration.ofMinutes(1), customer);
        assertThat(told()).isEqualTo(1);
        deliverAfter(Duration.ofHours(1));
        assertThat(told()).isEqualTo(1);
        assertThat(service.log()).contains("\"outcome\":\"notice-waits\"", "\"outcome\":\"notice-taken\"");
    }

    @Test
    void afterAnHourWithoutTheProviderTheOldMobileIsToldOnce() {
        var code = replacing();
        trouble.always("Publish", AwsFault.THROTTLED);
        customer.confirmMobile(code).is(200);
        for (int minute = 0; minute < 60; minute++) {
            deliverAfter(Duration.ofMinutes(1));
        }
        assertThat(told()).isZero();
        assertThat(service.log()).containsPattern("\"NoticesWaiting\":1,\"OldestNotice\":36[0-9]{2},");

        trouble.none();
        deliverAllAfter(Duration.ofMinutes(30), customer);
        deliverAfter(Duration.ofHours(1));

        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatWaitsIsSealed() {
        var code = replacing();
        trouble.before("Publish", AwsFault.THROTTLED);
        customer.confirmMobile(code).is(200);

        assertThat(service.backDoor().dump())
                .contains("OUTBOX#" + customer.id() + "/", "mobile-replaced")
                .doesNotContain(customer.number(), customer.number().substring(3), "Άλλαξε");
        deliverAllAfter(Duration.ofMinutes(1), customer);
    }

    @Test
    void aHighRiskActionIsToldAfterwardsIfTheProviderFailed() {
        var maria = told(service.customer("1001").activated());
        var agent = service.agent();
        var verification = agent.verified(maria);
        var before = service.sms(maria.number()).size();
        trouble.before("Publish", AwsFault.THROTTLED);

        agent.act(verification, "change-nameservers", HIGH_RISK).is(201);

        assertThat(service.sms(maria.number())).hasSize(before);
        deliverAllAfter(Duration.ofMinutes(1), maria);
        assertThat(service.sms(maria.number())).hasSize(before + 1);
    }

    /** Each attempt is an SMS. */
    @Test
    void anSmsWhoseAnswerIsLateIsOneSms() {
        trouble.late("Publish", Duration.ofSeconds(30));

        customer.sendPin().isProblem(503, "temporarily-unavailable");

        assertThat(told()).isEqualTo(1);
    }

    @Test
    void theWaitAfterAnSmsThatWasNotTakenIsTheOneThatApplies() {
        var agent = service.agent();
        var another = told(service.customer().activated());
        assertWaitIsTrue(customer::sendPin);
        assertWaitIsTrue(() -> agent.sendPin(another.id()));
        assertWaitIsTrue(() -> customer.declareMobile(OTHER));
    }

    private void assertWaitIsTrue(Supplier<Answer> request) {
        trouble.before("Publish", AwsFault.THROTTLED);
        var failed = request.get().isProblem(503, "temporarily-unavailable");
        var retryAt = failed.instant("retryAt");
        var seconds = Long.parseLong(failed.header("retry-after").orElseThrow());

        assertThat(seconds).isBetween(55L, 60L);
        service.advance(Duration.between(service.now(), retryAt).minusSeconds(2));
        request.get().isProblem(429, "too-many-requests");
        service.advance(Duration.ofSeconds(2));
        request.get().is(202);
    }

    @Test
    void aNumberThatIsRefusedIsToldAsRefused() {
        trouble.before("Publish", AwsFault.REFUSED);
        assertThat(customer.sendPin().isProblem(409, "sms-refused").header("retry-after"))
                .isEmpty();

        var another = told(service.customer().activated());
        trouble.before("Publish", AwsFault.REFUSED);
        assertThat(service.agent()
                        .sendPin(another.id())
                        .isProblem(409, "sms-refused")
                        .header("retry-after"))
                .isEmpty();

        trouble.before("Publish", AwsFault.REFUSED);
        var declared = customer.declareMobile("+306999000117").isProblem(422, "invalid-parameters");
        assertThat(declared.body().at("/errors/0/pointer").asText()).isEqualTo("/number");
        assertThat(declared.header("retry-after")).isEmpty();
    }
}

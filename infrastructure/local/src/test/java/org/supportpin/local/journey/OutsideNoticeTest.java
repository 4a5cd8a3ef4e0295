package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Security row 33: an address that an action would carry away is no address at which its notice is read, so the action waits twice as
 * long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideNoticeTest {

    private static final String MAIL_ELSEWHERE =
            "{\"domain\":\"nea.gr\",\"changes\":[{\"op\":\"upsert\",\"name\":\"@\",\"type\":\"MX\",\"records\":[\"10 mail.papadopoulou.gr.\"]}]}";
    private static final String ORDER = "{\"productId\":\"hosting-pro\",\"billingCycle\":\"annually\"}";
    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{6}\\b");
    private static final Duration DAY = Duration.ofDays(1);

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

    /** Long enough ago to be no recent change. */
    private void address(String address) {
        customer.declareAddress(address).is(202);
        customer.confirmAddress(code(address)).is(200);
        service.advance(Duration.ofDays(4));
    }

    private String code(String address) {
        for (int wait = 0; wait < 200; wait++) {
            service.invoke("OutboxFunction");
            var found = service.call("GET", "/local/back-office", "", null)
                    .body()
                    .path("mail")
                    .valueStream()
                    .filter(mail -> mail.path("to").asText().equals(address)
                            && mail.path("purpose").asText().equals("notice-address-code"))
                    .map(mail -> DIGITS.matcher(mail.path("text").asText()))
                    .filter(digits -> digits.find())
                    .map(digits -> digits.group())
                    .reduce((_, newer) -> newer);
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("no code came");
    }

    /** How long the hold is; what waits is stopped. */
    private Duration held(String verification) {
        var waiting = agent.act(verification, "change-nameservers", GateSteps.NAMESERVERS)
                .is(202);
        at.typed(customer, waiting.text("actionId"), "000000");
        at.said(agent, verification, waiting.text("actionId"), at.sentCode()).is(200);
        var left = agent.lookUp(verification, waiting.text("actionId")).is(200);
        assertThat(GateSteps.texts(left.body().path("waitingFor"))).containsExactly("hold");
        at.stop(customer, waiting.text("actionId")).is(200);
        return Duration.between(waiting.instant("requestedAt"), left.instant("until"));
    }

    @ParameterizedTest
    @CsvSource({
        "maria@papadopoulou.gr, 2",
        "maria@mail.papadopoulou.gr, 2",
        "maria@notpapadopoulou.gr, 1",
        "maria@example.gr, 1",
        "maria@nea.gr, 1"
    })
    void anAddressThatTheActionWouldCarryAwayDoublesTheHold(String address, int days) {
        address(address);

        assertThat(held(at.bySms(agent))).isEqualTo(DAY.multipliedBy(days));
    }

    /** Its mail goes to a host in the domain that would move. */
    @Test
    void anAddressWhoseMailGoesThereDoublesItToo() {
        var waiting = agent.act(agent.verified(customer), "change-dns-records", MAIL_ELSEWHERE)
                .is(202);
        at.typed(
                        customer,
                        waiting.text("actionId"),
                        waiting.body().at("/consent/code").asText())
                .is(200);
        address("maria@nea.gr");

        assertThat(held(at.bySms(agent))).isEqualTo(DAY.multipliedBy(2));
    }

    /** Nobody says where its mail goes: it may go there. */
    @Test
    void anAddressOfWhichNothingIsKnownDoublesItToo() {
        address("maria@example.gr");
        var verification = at.bySms(agent);
        service.fault("mail.hosts", "timeout");

        assertThat(held(verification)).isEqualTo(DAY.multipliedBy(2));
    }

    /** An address is asked for kindly, and required for nothing. */
    @Test
    void withoutAnAddressTheHoldIsTheUsualOne() {
        customer.call("DELETE", "/v1/panel/notice-address", "");
        service.advance(Duration.ofDays(4));

        assertThat(held(at.bySms(agent))).isEqualTo(DAY);
    }

    /** What cannot be carried away by it is not asked about. */
    @Test
    void standardActionsDoNotAskTheDns() {
        address("maria@papadopoulou.gr");
        service.fault("mail.hosts", "timeout");

        agent.act(at.bySms(agent), "order-service", ORDER).is(201);
    }
}

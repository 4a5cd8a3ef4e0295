package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.DestinationCounted;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.customer.SmsBudgets.Reservation;
import org.supportpin.domain.customer.SmsBudgets.Reservation.Reserved;
import org.supportpin.domain.customer.SmsBudgets.Reservation.TooSoon;
import org.supportpin.domain.customer.SmsBudgets.Whose;

/** An agent sends thirty SMS in an hour, a number gets ten in a day, five of them codes, whoever asks. */
class SmsBudgetsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final Duration DAY = Duration.ofDays(1);

    private DestinationBudget number = DestinationBudget.fresh("hash");
    private AgentBudget agent = AgentBudget.fresh(Story.AGENT.id());

    private Reservation send(SmsKind kind, @Nullable AgentBudget by, Instant at) {
        var reservation = new SmsBudgets(by, () -> number).reserve(Limits.DEFAULTS, kind, at, at);
        if (reservation instanceof Reserved(var counts)) {
            counts.forEach(each -> {
                switch (each) {
                    case DestinationCounted(var counted) -> number = counted;
                    case AgentCounted(var counted) -> agent = counted;
                    default -> throw new AssertionError(each);
                }
            });
        }
        return reservation;
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "3, 7", "5, 5"})
    void aNumberGetsTenInADay(int codes, int pins) {
        IntStream.range(0, codes)
                .forEach(i -> assertThat(send(SmsKind.CODE, null, NOON.plusSeconds(i)))
                        .isInstanceOf(Reserved.class));
        IntStream.range(0, pins)
                .forEach(i -> assertThat(send(SmsKind.PIN, null, NOON.plusSeconds(10 + i)))
                        .isInstanceOf(Reserved.class));

        var free = NOON.plusSeconds(codes > 0 ? 0 : 10).plus(DAY);
        var refused = new TooSoon(free, Whose.DESTINATION);
        assertThat(send(SmsKind.PIN, null, NOON.plusSeconds(60))).isEqualTo(refused);
        assertThat(send(SmsKind.PIN, null, free.minusMillis(1))).isEqualTo(refused);
        assertThat(send(SmsKind.PIN, null, free)).isInstanceOf(Reserved.class);
        assertThat(number.version()).isEqualTo(11);
    }

    @Test
    void ofTheseFiveAreCodes() {
        IntStream.range(0, 5).forEach(i -> send(SmsKind.CODE, null, NOON.plusSeconds(i)));

        assertThat(send(SmsKind.CODE, null, NOON.plusSeconds(9)))
                .isEqualTo(new TooSoon(NOON.plus(DAY), Whose.DESTINATION));
        assertThat(send(SmsKind.PIN, null, NOON.plusSeconds(9))).isInstanceOf(Reserved.class);
        assertThat(send(SmsKind.CODE, null, NOON.plus(DAY))).isInstanceOf(Reserved.class);
    }

    /** Its code may wait for the fifth of yesterday's codes, and for the tenth of all: the later one. */
    @Test
    void aCodeWaitsForBoth() {
        IntStream.range(0, 5).forEach(i -> send(SmsKind.PIN, null, NOON.plusSeconds(i)));
        IntStream.range(0, 5).forEach(i -> send(SmsKind.CODE, null, NOON.plusSeconds(100 + i)));

        assertThat(send(SmsKind.CODE, null, NOON.plusSeconds(200)))
                .isEqualTo(new TooSoon(NOON.plusSeconds(100).plus(DAY), Whose.DESTINATION));
        assertThat(send(SmsKind.PIN, null, NOON.plusSeconds(200)))
                .isEqualTo(new TooSoon(NOON.plus(DAY), Whose.DESTINATION));
    }

    @Test
    void anAgentsSmsAreCounted() {
        for (int i = 0; i < 30; i++) {
            number = DestinationBudget.fresh("number-" + i);
            assertThat(send(SmsKind.PIN, agent, NOON.plusSeconds(i))).isInstanceOf(Reserved.class);
        }
        number = DestinationBudget.fresh("one more");
        var free = NOON.plus(Duration.ofHours(1));
        assertThat(send(SmsKind.PIN, agent, NOON.plusSeconds(60))).isEqualTo(new TooSoon(free, Whose.AGENT));
        assertThat(send(SmsKind.PIN, agent, free.minusMillis(1))).isEqualTo(new TooSoon(free, Whose.AGENT));
        assertThat(send(SmsKind.PIN, null, NOON.plusSeconds(60))).isInstanceOf(Reserved.class);
        assertThat(send(SmsKind.PIN, agent, free)).isInstanceOf(Reserved.class);
    }

    @Test
    void theLaterOfTheAgentsAndTheCustomersTimeIsTold() {
        agent = new AgentBudget(
                agent.agent(),
                List.of(),
                List.of(),
                Stream.generate(() -> NOON).limit(30).toList(),
                null,
                30);
        var agents = NOON.plus(Duration.ofHours(1));
        for (var own : List.of(NOON.plusSeconds(60), NOON.plus(DAY))) {
            var expected = own.isAfter(agents) ? new TooSoon(own, Whose.CUSTOMER) : new TooSoon(agents, Whose.AGENT);
            assertThat(new SmsBudgets(agent, () -> {
                                throw new AssertionError("the number is not needed");
                            })
                            .reserve(Limits.DEFAULTS, SmsKind.PIN, own, NOON))
                    .isEqualTo(expected);
        }
    }

    /** The ledgers of several customers may differ in time. */
    @Test
    void countsThatCameInAnotherOrderEndInTheirOwn() {
        for (int i = 10; i > 0; i--) {
            send(SmsKind.PIN, null, NOON.plusMillis(i));
        }
        assertThat(number.pins()).isSorted();
        assertThat(send(SmsKind.PIN, null, NOON.plusSeconds(1)))
                .isEqualTo(new TooSoon(NOON.plusMillis(1).plus(DAY), Whose.DESTINATION));
    }

    /** What a suspended agent may not verify, they need not send; the customer still may, in the panel. */
    @Test
    void aSuspendedAgentSendsNoneAndTheCustomerDoes() {
        var story = Story.active();
        var until = story.now.plusSeconds(60);
        var suspension = new Suspension(Cause.WRONG_PINS, story.now, until);
        var suspended = new AgentBudget(agent.agent(), List.of(), List.of(), List.of(), suspension, 1);
        var rules = new PinDelivery(story.limits);

        assertThat(rules.reserve(story.state, new SmsBudgets(suspended, () -> number), story.now))
                .isEqualTo(Decision.tell(new Delivery.AgentSuspended(suspension)));
        assertThat(rules.reserve(story.state, new SmsBudgets(null, () -> number), story.now)
                        .outcome())
                .isInstanceOf(Delivery.Due.class);
        assertThat(rules.reserve(story.state, new SmsBudgets(suspended, () -> number), until)
                        .outcome())
                .isInstanceOf(Delivery.Due.class);
    }
}

package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.customer.Limits.AgentPins;
import org.supportpin.domain.customer.Limits.Gates;
import org.supportpin.domain.customer.Limits.MobileChange;
import org.supportpin.domain.customer.Limits.NoticeDelivery;
import org.supportpin.domain.customer.Limits.PerDay;
import org.supportpin.domain.customer.Limits.PinLifetimes;
import org.supportpin.domain.customer.Limits.Sms;
import org.supportpin.domain.customer.Limits.SmsBudgets;
import org.supportpin.domain.customer.Limits.Verifications;
import org.supportpin.domain.customer.Limits.WrongPins;

class LimitsTest {

    /** What an environment says of some limits; the others have their defaults. */
    private record Chosen(Map<String, String> environment) implements Limits.Choices {
        @Override
        public <T extends Comparable<T>> T of(Limit<T> limit) {
            var text = environment.get(limit.name());
            return text == null ? limit.usual() : limit.parse().apply(text);
        }
    }

    static <T extends Comparable<T>> Limits with(Limit<T> limit, T value) {
        return with(Map.of(limit.name(), value.toString()));
    }

    private static Limits with(Map<String, String> environment) {
        return Limits.of(new Chosen(environment));
    }

    @Test
    void theDefaultsAreTheDesigns() {
        assertThat(Limits.DEFAULTS)
                .isEqualTo(new Limits(
                        new WrongPins(5, 10, 50),
                        new AgentPins(10, 2, 30, Duration.ofHours(1)),
                        new Sms(Duration.ofMinutes(1), 3, 10),
                        new SmsBudgets(30, 10, 5),
                        new PinLifetimes(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                        new MobileChange(Duration.ofMinutes(10), 5, Duration.ofHours(72)),
                        new Verifications(Duration.ofMinutes(15), 10, 20),
                        new PerDay(10, 10, 500, 10),
                        new NoticeDelivery(Duration.ofHours(72), Duration.ofHours(1)),
                        new Gates(Duration.ofMinutes(10), 3, Duration.ofHours(24), Duration.ofHours(72), 3),
                        new CallLimits(
                                60, 50, Duration.ofMinutes(10), 1, Duration.ofMinutes(5), 3, Duration.ofMinutes(2))));
    }

    @Test
    void eachLimitHasANameOfItsOwn() {
        assertThat(Limits.ALL).hasSize(39).extracting(Limit::name).doesNotHaveDuplicates();
    }

    /** The design's ranges, first and last value. */
    static Stream<Arguments> ranges() {
        return Stream.of(
                range(WrongPins.PER_HALF_HOUR, 1, 20),
                range(WrongPins.PER_DAY, 1, 40),
                range(WrongPins.IN_A_ROW, 1, 100),
                range(AgentPins.WRONG_PER_HOUR, 1, 40),
                range(AgentPins.WRONG_PER_CUSTOMER, 1, 40),
                range(AgentPins.RIGHT_PER_HOUR, 1, 200),
                range(AgentPins.SUSPENSION, Duration.ofMinutes(1), Duration.ofDays(1)),
                range(Sms.COOLDOWN, Duration.ofSeconds(10), Duration.ofMinutes(10)),
                range(Sms.PER_HALF_HOUR, 1, 10),
                range(Sms.PER_DAY, 1, 20),
                range(SmsBudgets.AGENT_PER_HOUR, 1, 200),
                range(SmsBudgets.NUMBER_PER_DAY, 1, 40),
                range(SmsBudgets.CODES_PER_DAY, 1, 40),
                range(PinLifetimes.PREVIOUS_GRACE, Duration.ZERO, Duration.ofMinutes(2)),
                range(PinLifetimes.SENT_BY_SMS, Duration.ofMinutes(1), Duration.ofMinutes(30)),
                range(MobileChange.CODE_LIFETIME, Duration.ofMinutes(1), Duration.ofMinutes(30)),
                range(MobileChange.CODE_ATTEMPTS, 1, 10),
                range(MobileChange.HOLD, Duration.ZERO, Duration.ofDays(30)),
                range(Verifications.LIFETIME, Duration.ofMinutes(1), Duration.ofHours(1)),
                range(Verifications.ACTIONS, 1, 50),
                range(Verifications.REFUSALS, 1, 100),
                range(PerDay.ACTIVATIONS, 1, 50),
                range(PerDay.UNLOCKS, 1, 50),
                range(PerDay.LOOSENINGS, 1, 50),
                range(PerDay.VERIFICATIONS, 50, 5000),
                range(Gates.CONSENT, Duration.ofMinutes(1), Duration.ofHours(1)),
                range(Gates.TRIES, 1, 5),
                range(Gates.APPROVAL, Duration.ofMinutes(10), Duration.ofDays(3)),
                range(Gates.RECENT, Duration.ZERO, Duration.ofDays(30)),
                range(Gates.STOPS, 1, 20));
    }

    private static <T extends Comparable<T>> Arguments range(Limit<T> limit, T least, T most) {
        return Arguments.of(limit, least, most);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theRangesAreTheDesigns(Limit<?> limit, Object least, Object most) {
        assertThat(List.<Object>of(limit.least(), limit.most())).containsExactly(least, most);
        assertThat(Limits.ALL).contains(limit);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void whatIsOutOfRangeIsRefused(Limit<?> limit) {
        for (var text : List.of(before(limit.least()), after(limit.most()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with(Map.of(limit.name(), text)))
                    .withMessageStartingWith(limit.name() + ": ")
                    .withMessageContaining("is not within");
        }
    }

    private static String before(Object least) {
        return least instanceof Duration duration
                ? duration.minusMillis(1).toString()
                : Integer.toString((int) least - 1);
    }

    private static String after(Object most) {
        return most instanceof Duration duration ? duration.plusMillis(1).toString() : Integer.toString((int) most + 1);
    }

    /** A wider budget cannot be smaller than a narrower one. */
    @ParameterizedTest
    @CsvSource({"WRONG_PINS_PER_DAY, 4", "WRONG_PINS_IN_A_ROW, 9", "SMS_PER_DAY, 2", "NUMBER_SMS_PER_DAY, 4"})
    void theLongerTheTimeTheMoreIsAllowed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of(name, value)))
                .withMessageContaining(name);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var faulty = new HashMap<String, String>();
        faulty.put("WRONG_PINS_PER_HALF_HOUR", "0");
        faulty.put("SMS_COOLDOWN", "PT0S");
        faulty.put("MOBILE_HOLD", "P400D");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(faulty))
                .withMessageContainingAll("WRONG_PINS_PER_HALF_HOUR", "SMS_COOLDOWN", "MOBILE_HOLD");
    }

    /** NIST SP 800-63B-4 §3.2.2: at most 100 failures in a row. */
    @Test
    void theGreatestThatNistAllowsIsAllowed() {
        assertThatCode(() -> with(WrongPins.IN_A_ROW, 100)).doesNotThrowAnyException();
    }
}

package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.supportpin.domain.customer.Limits;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    /** Limits in the making. */
    static final class Draft {
        int wrongPinsPerHalfHour = 5;
        int wrongPinsPerDay = 10;
        int wrongPinsInARow = 50;
        int agentWrongPinsPerHour = 10;
        Duration agentSuspension = Duration.ofHours(1);
        Duration smsCooldown = Duration.ofMinutes(1);
        int smsPerHalfHour = 3;
        int smsPerDay = 10;
        Duration previousPinGrace = Duration.ofMinutes(1);
        Duration smsPinLifetime = Duration.ofMinutes(10);
        Duration confirmationLifetime = Duration.ofMinutes(10);
        int confirmationAttempts = 5;
        Duration verificationLifetime = Duration.ofMinutes(15);
        int verificationActions = 10;
        Duration mobileHold = Duration.ofDays(3);
    }

    static Limits with(Consumer<Draft> change) {
        var draft = new Draft();
        change.accept(draft);
        return new Limits(
                draft.wrongPinsPerHalfHour,
                draft.wrongPinsPerDay,
                draft.wrongPinsInARow,
                draft.agentWrongPinsPerHour,
                draft.agentSuspension,
                draft.smsCooldown,
                draft.smsPerHalfHour,
                draft.smsPerDay,
                draft.previousPinGrace,
                draft.smsPinLifetime,
                draft.confirmationLifetime,
                draft.confirmationAttempts,
                draft.verificationLifetime,
                draft.verificationActions,
                draft.mobileHold);
    }

    @Test
    void theDefaultsAreTheDesigns() {
        assertThat(Limits.DEFAULTS).isEqualTo(with(each -> {}));
    }

    static Stream<Consumer<Draft>> outOfRange() {
        return Stream.of(
                each -> each.wrongPinsPerHalfHour = 0,
                each -> each.wrongPinsPerHalfHour = 21,
                each -> each.wrongPinsPerDay = 4,
                each -> each.wrongPinsPerDay = 41,
                each -> each.wrongPinsInARow = 9,
                each -> each.wrongPinsInARow = 101,
                each -> each.agentWrongPinsPerHour = 0,
                each -> each.agentWrongPinsPerHour = 41,
                each -> each.agentSuspension = Duration.ofMinutes(1).minusMillis(1),
                each -> each.agentSuspension = Duration.ofDays(1).plusMillis(1),
                each -> each.smsCooldown = Duration.ofMillis(9_999),
                each -> each.smsCooldown = Duration.ofMinutes(10).plusMillis(1),
                each -> each.smsPerHalfHour = 0,
                each -> each.smsPerHalfHour = 11,
                each -> each.smsPerDay = 2,
                each -> each.smsPerDay = 21,
                each -> each.previousPinGrace = Duration.ofMillis(-1),
                each -> each.previousPinGrace = Duration.ofMinutes(2).plusMillis(1),
                each -> each.smsPinLifetime = Duration.ofSeconds(59),
                each -> each.smsPinLifetime = Duration.ofMinutes(31),
                each -> each.confirmationLifetime = Duration.ofSeconds(59),
                each -> each.confirmationLifetime = Duration.ofMinutes(31),
                each -> each.confirmationAttempts = 0,
                each -> each.confirmationAttempts = 11,
                each -> each.verificationLifetime = Duration.ofSeconds(59),
                each -> each.verificationLifetime = Duration.ofMinutes(61),
                each -> each.verificationActions = 0,
                each -> each.verificationActions = 51,
                each -> each.mobileHold = Duration.ofMillis(-1),
                each -> each.mobileHold = Duration.ofDays(31));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void whatIsOutOfRangeIsRefused(Consumer<Draft> change) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(change)).withMessageContaining("is not within");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(each -> {
                    each.wrongPinsPerHalfHour = 0;
                    each.smsCooldown = Duration.ZERO;
                    each.mobileHold = Duration.ofDays(400);
                }))
                .withMessageContainingAll("wrong PINs per half hour", "SMS cool-down", "mobile's hold");
    }

    /** NIST SP 800-63B-4 §3.2.2: at most 100 failures in a row. */
    @Test
    void theGreatestThatNistAllowsIsAllowed() {
        assertThatCode(() -> with(each -> each.wrongPinsInARow = 100)).doesNotThrowAnyException();
    }
}

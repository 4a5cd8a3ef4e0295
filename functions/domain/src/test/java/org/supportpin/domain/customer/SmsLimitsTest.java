package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.customer.PinDelivery.Delivery.Due;
import org.supportpin.domain.customer.PinDelivery.Delivery.TooSoon;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.pin.PinCounter;

/** SMS: 60 s apart, 3 in any half hour, 10 in any day. */
class SmsLimitsTest {

    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final Story story = Story.active();

    private void send() {
        assertThat(story.sendPin()).isInstanceOf(Due.class);
    }

    /** Refused until then, to the millisecond, and reported so from the start. */
    private void assertFreeAt(Instant instant) {
        assertThat(story.state.pins().sms().availableAt(story.limits, story.now))
                .isEqualTo(instant);
        assertThat(story.sendPin()).isEqualTo(new TooSoon(instant, Whose.CUSTOMER));
        assertThat(story.at(instant.minus(MILLI)).sendPin()).isEqualTo(new TooSoon(instant, Whose.CUSTOMER));
        assertThat(story.at(instant).sendPin()).isInstanceOf(Due.class);
    }

    @Test
    void theCurrentPinIsWhatIsSent() {
        assertThat(story.sendPin())
                .isEqualTo(new Due(
                        new PinCounter(
                                story.state.phase().step(story.now),
                                story.state.pins().generation()),
                        story.endOfHalfHour()));
    }

    @Test
    void theNextOneWaitsAMinute() {
        send();

        assertFreeAt(story.now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void theFourthWaitsUntilTheFirstIsHalfAnHourOld() {
        var first = story.now;
        send();
        story.after(Duration.ofMinutes(5));
        send();
        story.after(Duration.ofMinutes(5));
        send();

        assertFreeAt(first.plus(HALF_HOUR));
        assertFreeAt(first.plus(HALF_HOUR).plus(Duration.ofMinutes(5)));
    }

    @Test
    void aNewPinGivesNoNewSms() {
        story.after(Duration.ofMinutes(25));
        var first = story.now;
        for (int i = 0; i < 3; i++) {
            send();
            story.after(Duration.ofMinutes(2));
        }
        story.say(story.pin());

        assertFreeAt(first.plus(HALF_HOUR));
    }

    @Test
    void theEleventhWaitsUntilTheFirstIsADayOld() {
        var first = story.now;
        for (int i = 0; i < 10; i++) {
            send();
            story.after(Duration.ofHours(1));
        }

        assertFreeAt(first.plus(Duration.ofDays(1)));
        assertFreeAt(first.plus(Duration.ofHours(25)));
    }

    @Test
    void whereNothingStandsInTheWayItIsNow() {
        assertThat(story.state.pins().sms().availableAt(story.limits, story.now))
                .isEqualTo(story.now);
        send();
        story.after(Duration.ofHours(2));
        assertThat(story.state.pins().sms().availableAt(story.limits, story.now))
                .isEqualTo(story.now);
    }

    @Test
    void deactivationAndActivationGiveNoNewBudget() {
        send();
        var free = story.now.plus(Duration.ofMinutes(1));
        story.deactivate();
        story.activate();

        assertFreeAt(free);
    }

    @Test
    void withoutTheServiceNothingIsSent() {
        story.deactivate();
        var before = story.state;

        assertThat(story.sendPin()).isEqualTo(new Delivery.NotActive());
        assertThat(story.state).isEqualTo(before);
    }
}

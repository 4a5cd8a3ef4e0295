package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.Phase;

/** Which PIN verifies when; to the millisecond around each boundary. */
class AcceptedPinsTest {

    private final Story story = Story.active();
    private final Instant start = story.startOfHalfHour();

    /** How the PIN matches, this long after the start of its half hour. */
    private PinMatch after(String time, Passcode pin) {
        return story.at(start.plus(Duration.parse(time))).match(pin);
    }

    private static void assertAccepted(PinMatch match, boolean accepted) {
        if (accepted) {
            assertThat(match).isInstanceOf(PinMatch.Accepted.class);
        } else {
            assertThat(match).isEqualTo(new PinMatch.Wrong());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT-0.001S, false",
        "PT0S, true",
        "PT0.001S, true",
        "PT29M59.999S, true",
        "PT30M, true",
        "PT30M0.001S, true",
        "PT30M59.999S, true",
        "PT31M, false",
        "PT31M0.001S, false",
        "PT60M, false"
    })
    void aPinIsAcceptedForItsHalfHourAndSixtySecondsMore(String time, boolean accepted) {
        assertAccepted(after(time, story.pin()), accepted);
    }

    @Test
    void theNextPinIsAcceptedFromItsFirstMillisecondOn() {
        var next = story.after(Phase.STEP).pin();

        assertAccepted(after("PT29M59.999S", next), false);
        assertAccepted(after("PT30M", next), true);
    }

    @Nested
    class SentBySms {

        private Passcode sent(String time) {
            story.at(start.plus(Duration.parse(time)));
            var pin = story.pin();
            assertThat(story.sendPin()).isInstanceOf(Delivery.Due.class);
            return pin;
        }

        /** Sent early, it lasts as long as its half hour and the guard time; sent late, ten minutes from then. */
        @ParameterizedTest
        @CsvSource({
            "PT0S, PT30M59.999S, true",
            "PT0S, PT31M, false",
            "PT20M, PT30M59.999S, true",
            "PT20M, PT31M, false",
            "PT20M59.999S, PT30M59.999S, true",
            "PT20M59.999S, PT31M, false",
            "PT21M0.001S, PT31M, true",
            "PT21M0.001S, PT31M0.001S, false",
            "PT29M59.999S, PT39M59.998S, true",
            "PT29M59.999S, PT39M59.999S, false",
            "PT29M59.999S, PT40M, false"
        })
        void aPinIsAcceptedForTenMinutesAtLeast(String sentAt, String saidAt, boolean accepted) {
            assertAccepted(after(saidAt, sent(sentAt)), accepted);
        }

        @ParameterizedTest
        @CsvSource({
            "PT0S, PT30M",
            "PT19M59.999S, PT30M",
            "PT20M, PT30M",
            "PT20M0.001S, PT30M0.001S",
            "PT29M59.999S, PT39M59.999S"
        })
        void theTimeInTheSmsIsTrue(String sentAt, String acceptedUntil) {
            story.at(start.plus(Duration.parse(sentAt)));

            assertThat(((Delivery.Due) story.sendPin()).acceptedUntil())
                    .isEqualTo(start.plus(Duration.parse(acceptedUntil)));
        }

        @Test
        void itCountsAsSentForAsLongAsItIsAccepted() {
            var pin = sent("PT5M");

            for (var time : new String[] {"PT5M", "PT29M59.999S", "PT30M", "PT30M59.999S"}) {
                assertThat(after(time, pin))
                        .isInstanceOfSatisfying(
                                PinMatch.Accepted.class,
                                match -> assertThat(match.source()).isEqualTo(PinSource.SMS));
            }
        }

        /** Else the hold of a new mobile could be passed by: send, wait for the change, send again, say the first one. */
        @Test
        void anotherSmsDoesNotMakeThePinBeforeItOneOfThePanel() {
            var first = sent("PT5M");
            sent("PT30M30S");

            assertThat(story.match(first))
                    .isInstanceOfSatisfying(
                            PinMatch.Accepted.class,
                            match -> assertThat(match.source()).isEqualTo(PinSource.SMS));
        }

        @Test
        void theStateKeepsOnlyWhatMayStillBeSaid() {
            for (int i = 0; i < 10; i++) {
                sent("PT%dM".formatted(29 + 90 * i));
            }

            assertThat(story.state.pins().sent()).hasSize(1);
        }

        @Test
        void thePinThatWasNotSentIsThePanels() {
            sent("PT29M");
            story.at(start.plus(Phase.STEP));

            assertThat(story.match(story.pin()))
                    .isInstanceOfSatisfying(
                            PinMatch.Accepted.class,
                            match -> assertThat(match.source()).isEqualTo(PinSource.PANEL));
        }
    }

    @Nested
    class ANewGeneration {

        @Test
        void voidsThePinOfNowTheOneBeforeAndTheOneSent() {
            story.at(start.plus(Duration.ofMinutes(29)));
            story.sendPin();
            var before = story.pin();
            story.at(start.plus(Duration.ofMinutes(30)));
            var now = story.pin();
            assertAccepted(story.match(before), true);

            assertThat(story.say(now)).isInstanceOf(Passed.class);

            assertAccepted(story.match(before), false);
            assertThat(story.match(now)).isInstanceOf(PinMatch.AlreadyUsed.class);
            assertAccepted(story.match(story.pin()), true);
        }

        /** The previous half hour never had a PIN of this generation, so nobody can have seen one. */
        @ParameterizedTest
        @CsvSource({"PT29M59.999S, true", "PT30M, false", "PT30M0.001S, false"})
        void hasNoPreviousPinIfItIsNewerThanTheChange(String born, boolean accepted) {
            story.at(start.plus(Duration.parse(born)));
            story.say(story.pin());
            story.at(start.plus(Duration.parse("PT30M30S")));

            assertAccepted(story.match(story.pin(1)), accepted);
        }

        @Test
        void beginsWithALiftedLockAndWithAnotherMobile() {
            var first = story.pin();
            for (int i = 0; i < 5; i++) {
                story.sayWrong();
            }
            story.unlock();
            var second = story.pin();
            story.declare(false);
            assertThat(story.pin()).isEqualTo(second);
            story.confirm(true);

            assertThat(story.pin()).isNotEqualTo(second).isNotEqualTo(first);
            assertAccepted(story.match(first), false);
            assertAccepted(story.match(second), false);
        }

        /** The PIN that was sent is of the previous generation; the half hour's PIN of the new one was sent to nobody. */
        @Test
        void hasNothingThatWasSent() {
            story.at(start.plus(Duration.ofMinutes(29)));
            story.sendPin();
            story.say(story.pin());
            assertThat(story.match(story.pin()))
                    .isInstanceOfSatisfying(
                            PinMatch.Accepted.class,
                            match -> assertThat(match.source()).isEqualTo(PinSource.PANEL));

            story.at(start.plus(Duration.ofMinutes(35)));
            assertAccepted(story.match(story.pin(1)), false);
        }

        @Test
        void ofANewSecretHasNothingThatWasSentAndNoPreviousPin() {
            story.at(start.plus(Duration.ofMinutes(29)));
            story.sendPin();
            story.at(start.plus(Duration.ofMinutes(30)).plusSeconds(10));
            story.deactivate();
            story.activate();

            assertAccepted(story.match(story.pin(1)), false);
        }

        @Test
        void comesWithANewSecretAndNothingOfTheOldOneVerifies() {
            story.sendPin();
            var old = story.pin();
            story.deactivate();
            story.activate();

            assertThat(story.pin()).isNotEqualTo(old);
            assertAccepted(story.match(old), false);
        }
    }

    @Test
    void aGuardTimeOfNothingIsNone() {
        var strict = Story.active(LimitsTest.with(Limits.PinLifetimes.PREVIOUS_GRACE, Duration.ZERO));
        var pin = strict.pin();

        assertAccepted(strict.at(strict.endOfHalfHour().minusMillis(1)).match(pin), true);
        assertAccepted(strict.after(Duration.ofMillis(1)).match(pin), false);
    }
}

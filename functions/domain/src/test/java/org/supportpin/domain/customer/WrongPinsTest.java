package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.RefusedWhileLocked;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Locked;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Rejected;
import org.supportpin.domain.customer.WrongPinLog.Lock;
import org.supportpin.domain.pin.Phase;

/** The budgets of wrong PINs for one customer: 5 in a half hour, 10 in 24 hours, 50 in a row. */
class WrongPinsTest {

    private static final Duration MILLI = Duration.ofMillis(1);

    private final Story story = Story.active();

    private static Outcome locked(@Nullable Instant until) {
        return new Locked(new Lock(until));
    }

    /** Wrong PINs, evenly over so many half hours, so that no half hour's budget ends. */
    private void sayWrong(int times, int perHalfHour) {
        for (int i = 0; i < times; i++) {
            if (i > 0 && i % perHalfHour == 0) {
                story.after(Phase.STEP);
            }
            assertThat(story.sayWrong()).isInstanceOf(Rejected.class);
        }
    }

    @Nested
    class InAHalfHour {

        @Test
        void eachWrongPinReportsTheAttemptsLeft() {
            for (int left = 4; left >= 0; left--) {
                assertThat(story.sayWrong()).isEqualTo(new Rejected(left));
                assertThat(story.attemptsLeft()).isEqualTo(left);
            }
        }

        @Test
        void pastTheFifthNotEvenTheRightPinVerifiesUntilTheHalfHourEnds() {
            sayWrong(5, 5);
            var end = story.endOfHalfHour();

            assertThat(story.say(story.pin())).isEqualTo(locked(end));
            assertThat(story.at(end.minus(MILLI)).say(story.pin())).isEqualTo(locked(end));
            assertThat(story.at(end).say(story.pin())).isInstanceOf(Passed.class);
        }

        @Test
        void fourWrongPinsLockNothing() {
            sayWrong(4, 4);

            assertThat(story.say(story.pin())).isInstanceOf(Passed.class);
        }

        @Test
        void aRightPinGivesNoNewBudget() {
            sayWrong(4, 4);
            story.say(story.pin());

            assertThat(story.sayWrong()).isEqualTo(new Rejected(0));
            assertThat(story.say(story.pin())).isEqualTo(locked(story.endOfHalfHour()));
        }

        @Test
        void theHalfHourIsTheCustomersOwn() {
            story.at(story.endOfHalfHour().minus(MILLI));
            sayWrong(5, 5);
            assertThat(story.isLocked()).isTrue();

            assertThat(story.after(MILLI).sayWrong()).isEqualTo(new Rejected(4));
        }
    }

    @Nested
    class InADay {

        @Test
        void aNewHalfHourGivesNoNewDailyBudget() {
            sayWrong(5, 5);
            story.at(story.endOfHalfHour());

            assertThat(story.attemptsLeft()).isEqualTo(5);
            sayWrong(4, 4);
            story.at(story.endOfHalfHour());
            assertThat(story.attemptsLeft()).isEqualTo(1);
            assertThat(story.sayWrong()).isEqualTo(new Rejected(0));
        }

        @Test
        void pastTheTenthItStaysLockedUntilTheOldestOfTenIsADayOld() {
            var first = story.now;
            sayWrong(10, 2);
            var until = first.plus(Duration.ofDays(1));

            assertThat(story.after(Phase.STEP).say(story.pin())).isEqualTo(locked(until));
            assertThat(story.at(until.minus(MILLI)).say(story.pin())).isEqualTo(locked(until));
            assertThat(story.at(until).say(story.pin())).isInstanceOf(Passed.class);
        }

        @Test
        void theWindowRolls() {
            var first = story.now;
            sayWrong(10, 2);

            story.at(first.plus(Duration.ofDays(1)));
            assertThat(story.attemptsLeft()).isEqualTo(2);
            assertThat(story.sayWrong()).isEqualTo(new Rejected(1));
            assertThat(story.sayWrong()).isEqualTo(new Rejected(0));
            assertThat(story.say(story.pin()))
                    .isEqualTo(locked(first.plus(Phase.STEP).plus(Duration.ofDays(1))));
        }

        @Test
        void midnightChangesNothing() {
            sayWrong(10, 2);

            story.at(Instant.parse("2026-11-23T00:00:00Z"));
            assertThat(story.isLocked()).isTrue();
        }

        @Test
        void aRightPinGivesNoNewDailyBudget() {
            sayWrong(9, 3);
            story.say(story.pin());

            assertThat(story.after(Phase.STEP).sayWrong()).isEqualTo(new Rejected(0));
            assertThat(story.after(Phase.STEP).isLocked()).isTrue();
        }

        /** Both budgets can end at once, and then the later end counts. */
        @Test
        void ofTwoLocksTheLaterEndIsReported() {
            var day = Duration.ofDays(1);
            var start = story.startOfHalfHour();
            story.at(start.plus(Duration.ofMinutes(10)));
            sayWrong(5, 5);
            story.at(start.plus(day).plus(Duration.ofMinutes(5)));
            sayWrong(5, 5);

            var end = start.plus(day).plus(Phase.STEP);
            assertThat(story.say(story.pin())).isEqualTo(locked(end));
            assertThat(story.at(start.plus(day).plus(Duration.ofMinutes(10))).say(story.pin()))
                    .isEqualTo(locked(end));
            assertThat(story.at(end).say(story.pin())).isInstanceOf(Passed.class);
        }
    }

    @Nested
    class InARow {

        private void sayWrongOverDays(int times) {
            for (int i = 0; i < times; i++) {
                story.after(Duration.ofHours(3));
                assertThat(story.sayWrong()).isInstanceOf(Rejected.class);
            }
        }

        @Test
        void pastTheFiftiethOnlyTheCustomerLiftsTheLock() {
            sayWrongOverDays(49);
            assertThat(story.attemptsLeft()).isEqualTo(1);
            assertThat(story.after(Duration.ofHours(3)).sayWrong()).isEqualTo(new Rejected(0));

            assertThat(story.say(story.pin())).isEqualTo(locked(null));
            assertThat(story.after(Duration.ofDays(400)).say(story.pin())).isEqualTo(locked(null));
            assertThat(story.unlock()).isEqualTo(new Activation.Lifting.Lifted());
            assertThat(story.say(story.pin())).isInstanceOf(Passed.class);
        }

        @Test
        void aRightPinStartsTheRowAnew() {
            sayWrongOverDays(49);
            story.after(Duration.ofHours(3)).say(story.pin());

            sayWrongOverDays(49);
            assertThat(story.attemptsLeft()).isEqualTo(1);
        }
    }

    @Nested
    class Recording {

        @Test
        void aRefusalIsRecordedOnceForEachLock() {
            sayWrong(5, 5);
            for (int i = 0; i < 20; i++) {
                story.say(story.pin());
                story.sayWrong();
            }
            assertThat(story.count(RefusedWhileLocked.class)).isEqualTo(1);

            story.at(story.endOfHalfHour());
            sayWrong(5, 5);
            story.say(story.pin());
            story.say(story.pin());
            assertThat(story.count(RefusedWhileLocked.class)).isEqualTo(2);
        }

        @Test
        void whatIsRefusedUnderALockCostsNothing() {
            sayWrong(5, 5);
            story.sayWrong();
            story.sayWrong();

            assertThat(story.count(PinRejected.class)).isEqualTo(5);
            assertThat(story.budget.wrong()).isEmpty();
        }

        @Test
        void theStateKeepsNoMoreThanADayOfThem() {
            for (int i = 0; i < 40; i++) {
                story.after(Duration.ofHours(3)).sayWrong();
            }

            assertThat(story.state.wrongPins().wrong()).hasSize(8);
        }
    }

    @Nested
    class Lifting {

        @Test
        void theCustomerLiftsALockAndThePinChanges() {
            sayWrong(5, 5);
            var old = story.pin();

            assertThat(story.unlock()).isEqualTo(new Activation.Lifting.Lifted());

            assertThat(story.attemptsLeft()).isEqualTo(5);
            assertThat(story.pin()).isNotEqualTo(old);
            assertThat(story.say(old)).isEqualTo(new Rejected(4));
            assertThat(story.say(story.pin())).isInstanceOf(Passed.class);
        }

        @Test
        void whereThereIsNoLockNothingChanges() {
            sayWrong(4, 4);
            var before = story.state;

            assertThat(story.unlock()).isEqualTo(new Activation.Lifting.NotLocked());
            assertThat(story.state).isEqualTo(before);
        }
    }
}

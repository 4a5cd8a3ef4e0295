package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.PinReplayed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Rejected;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.Phase;

/** A PIN works once. */
class UsedPinsTest {

    private static final Actor.Agent OTHER_AGENT = new Actor.Agent(new AgentId("nikos"), Story.AGENT.call());
    private static final Actor.Agent OTHER_CALL = new Actor.Agent(Story.AGENT.id(), new CallReference.Said("call-2"));

    private final Story story = Story.active();

    @Test
    void aPinWorksOnce() {
        var pin = story.pin();

        assertThat(story.say(pin)).isInstanceOf(Passed.class);

        assertThat(story.say(pin, OTHER_CALL)).isInstanceOf(Rejected.class);
        assertThat(story.verified()).hasSize(1);
    }

    @Test
    void aFreshPinIsThereAtOnceInTheSameHalfHour() {
        var pins = new ArrayList<Passcode>();
        for (int i = 0; i < 6; i++) {
            pins.add(story.pin());
            assertThat(story.say(story.pin())).isInstanceOf(Passed.class);
        }

        assertThat(pins.stream().map(Passcode::digits)).doesNotHaveDuplicates();
    }

    @Test
    void anSmsPinAndThePreviousPinWorkOnceToo() {
        story.sendPin();
        var sent = story.pin();
        story.at(story.endOfHalfHour().plusSeconds(30));
        assertThat(story.say(sent)).isInstanceOf(Passed.class);

        assertThat(story.say(sent, OTHER_CALL)).isInstanceOf(Rejected.class);
    }

    @Nested
    class ComingAgain {

        private final Passcode used = story.pin();

        ComingAgain() {
            story.say(used);
            story.after(PhoneVerification.RETRY);
        }

        @Test
        void costsNoAttemptOfTheCustomerOrOfTheAgent() {
            for (int i = 0; i < 20; i++) {
                assertThat(story.say(used)).isEqualTo(new Rejected(5));
            }

            assertThat(story.count(PinRejected.class)).isZero();
            assertThat(story.budget.wrong()).isEmpty();
            assertThat(story.say(story.pin())).isInstanceOf(Passed.class);
        }

        @Test
        void isRecordedOnceForEachPin() {
            story.say(used);
            story.say(used);
            story.say(used, OTHER_AGENT);
            assertThat(story.count(PinReplayed.class)).isEqualTo(1);

            var second = story.pin();
            story.say(second);
            story.after(PhoneVerification.RETRY).say(second);
            story.say(used);
            story.say(second);
            assertThat(story.count(PinReplayed.class)).isEqualTo(2);
        }

        @Test
        void isRecordedForEachOfSeveral() {
            var second = story.pin();
            story.say(second);
            story.after(PhoneVerification.RETRY).say(used);
            story.say(second);

            assertThat(story.count(PinReplayed.class)).isEqualTo(2);
        }

        @Test
        void isAWrongPinLikeAnyOtherOnceItIsForgotten() {
            for (int i = 0; i < 4; i++) {
                story.say(story.pin());
            }

            assertThat(story.state.pins().used()).hasSize(4);
            assertThat(story.match(used)).isEqualTo(new PinMatch.Wrong());
            assertThat(story.say(used)).isEqualTo(new Rejected(4));
        }

        @Test
        void isRefusedUnderALockAsEverythingIs() {
            for (int i = 0; i < 5; i++) {
                story.sayWrong();
            }

            assertThat(story.say(used)).isInstanceOf(PhoneVerification.Outcome.Locked.class);
        }
    }

    /** The agent's tool lost the answer, and sends the same request again. */
    @Nested
    class ARetry {

        private final Passcode used = story.pin();
        private final PhoneVerification.Outcome first = story.say(used);

        @ParameterizedTest
        @CsvSource({"PT0S, true", "PT59.999S, true", "PT1M, false"})
        void withinAMinuteGivesTheSameVerification(Duration later, boolean same) {
            var again = story.after(later).say(used);

            if (same) {
                assertThat(again).isEqualTo(first);
                assertThat(story.count(PinReplayed.class)).isZero();
            } else {
                assertThat(again).isEqualTo(new Rejected(5));
            }
            assertThat(story.verified()).hasSize(1);
        }

        @Test
        void ofAnotherAgentIsRefused() {
            assertThat(story.say(used, OTHER_AGENT)).isEqualTo(new Rejected(5));
        }

        @Test
        void inAnotherCallIsRefused() {
            assertThat(story.say(used, OTHER_CALL)).isEqualTo(new Rejected(5));
        }

        @Test
        void ofAnEndedVerificationIsRefused() {
            story.end(Story.AGENT.id(), story.verified().getFirst().key());

            assertThat(story.say(used)).isEqualTo(new Rejected(5));
        }

        @Test
        void doesNotMoveTheVerificationsEnd() {
            assertThat(((Passed) story.after(Duration.ofSeconds(30)).say(used))
                            .verification()
                            .expiresAt())
                    .isEqualTo(story.now.minusSeconds(30).plus(Duration.ofMinutes(15)));
        }
    }

    @Test
    void usedPinsAreForgottenAfterAnHour() {
        story.say(story.pin());
        story.after(Phase.STEP).say(story.pin());
        story.after(Phase.STEP).say(story.pin());

        assertThat(story.state.pins().used()).hasSize(2);
    }
}

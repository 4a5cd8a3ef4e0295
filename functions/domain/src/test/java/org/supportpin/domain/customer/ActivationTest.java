package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.Activation.Lifting;
import org.supportpin.domain.customer.Activation.Outcome;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Mobiles.Confirmation.NothingPending;
import org.supportpin.domain.customer.PhoneVerification.Outcome.NotActive;
import org.supportpin.domain.identity.Language;

class ActivationTest {

    private final Story story = new Story(Limits.DEFAULTS);

    @Test
    void aMobileIsRequired() {
        assertThat(new Activation(story.limits)
                        .activate(story.state, Language.GREEK, () -> true, Optional::empty, story.now))
                .isEqualTo(Decision.tell(new Outcome.MobileRequired()));
    }

    @Test
    void theServiceComesOnWithItsKeys() {
        assertThat(story.activate()).isEqualTo(new Outcome.Activated());

        assertThat(story.state.isActive()).isTrue();
        assertThat(story.state.secret()).isEqualTo(new SecretRef(1, 1, true, 1));
        assertThat(story.state.mobile().confirmed()).isEqualTo(new Mobile(story.now, null));
    }

    @Test
    void aSecondActivationChangesNothing() {
        story.activate();
        var before = story.state;

        assertThat(story.after(Duration.ofHours(1)).activate()).isEqualTo(new Outcome.AlreadyActive());
        assertThat(story.state).isEqualTo(before);
        assertThat(story.entries).hasSize(1);
    }

    @Test
    void theKeysAreWrittenWithTheEntryThatRefersToThem() {
        story.declare(false);
        story.confirm(true);
        story.activate();
        assertThat(story.state.secret()).isEqualTo(new SecretRef(3, 1, true, 1));

        story.deactivate();
        assertThat(story.state.secret()).isEqualTo(new SecretRef(4, 1, false, 1));

        story.activate();
        assertThat(story.state.secret()).isEqualTo(new SecretRef(5, 2, true, 1));
    }

    @Test
    void aPinKeyThatDoesNotOpenIsReplacedAndVoidsWhatItVerified() {
        story.activate();
        story.after(Duration.ofMinutes(31));
        var pin = story.pin();
        story.say(pin);
        story.isPinKeySound = false;

        assertThat(story.activate()).isEqualTo(new Outcome.Activated());
        assertThat(story.state.isActive()).isTrue();
        assertThat(story.state.pinKey()).isEqualTo(2);
        assertThat(story.state.verifications()).isEmpty();
    }

    @Test
    void aDeclaredMobileKeepsTheServiceOn() {
        story.activate();
        story.declare(false);

        assertThat(story.state.isActive()).isTrue();
        assertThat(story.state.secret()).isEqualTo(new SecretRef(2, 1, true, 1));
    }

    @Test
    void offIsOff() {
        story.activate();
        story.after(Duration.ofMinutes(31));
        var pin = story.pin();
        story.say(pin);
        assertThat(story.deactivate()).isTrue();

        assertThat(story.state.isActive()).isFalse();
        assertThat(story.state.verifications()).isEmpty();
        assertThat(story.say(pin)).isEqualTo(new NotActive());
        assertThat(story.deactivate()).isFalse();
        assertThat(story.state.mobile().confirmed()).isNotNull();
    }

    @Test
    void wrongPinsAreNotForgottenByGoingOffAndOn() {
        story.activate();
        story.after(Duration.ofMinutes(31));
        for (int i = 0; i < 5; i++) {
            story.sayWrong();
        }
        story.deactivate();
        story.activate();

        assertThat(story.isLocked()).isTrue();
    }

    @Test
    void whatWaitedForItsCodeIsVoidOnceTheSecretIsRenewed() {
        story.declare(false);
        story.confirm(true);
        story.declare(false);
        story.activate();
        assertThat(story.confirm(true)).isEqualTo(new NothingPending());

        story.after(Duration.ofHours(1)).declare(false);
        story.deactivate();
        assertThat(story.confirm(true)).isEqualTo(new NothingPending());
    }

    /** Off and on again makes two entries each time. */
    @Test
    void activationIsLimitedPerDay() {
        var first = story.now;
        for (int i = 0; i < 10; i++) {
            assertThat(story.activate()).isEqualTo(new Outcome.Activated());
            assertThat(story.after(Duration.ofHours(1)).deactivate()).isTrue();
        }
        var tooMany = new Outcome.TooManyToday(first.plus(Duration.ofDays(1)));
        assertThat(story.activate()).isEqualTo(tooMany);
        assertThat(story.at(tooMany.until().minusMillis(1)).activate()).isEqualTo(tooMany);
        assertThat(story.entries).hasSize(20);
        assertThat(story.at(tooMany.until()).activate()).isEqualTo(new Outcome.Activated());
        assertThat(story.state.pin().today()).isEqualTo(new Today(story.now, 1, 0, 0));
    }

    @Test
    void aReplacedPinKeyCountsAsAnActivation() {
        var first = story.now;
        story.activate();
        story.isPinKeySound = false;
        for (int i = 1; i < 10; i++) {
            assertThat(story.after(Duration.ofHours(1)).activate()).isEqualTo(new Outcome.Activated());
        }
        assertThat(story.activate()).isEqualTo(new Outcome.TooManyToday(first.plus(Duration.ofDays(1))));
        assertThat(story.state.pinKey()).isEqualTo(10);
    }

    /** Five wrong PINs and an unlock make six entries each time. */
    @Test
    void unlockingIsLimitedPerDay() {
        story.activate();
        var first = story.now;
        story.after(Duration.ofMinutes(31));
        for (int i = 0; i < 10; i++) {
            lock();
            assertThat(story.unlock()).isEqualTo(new Lifting.Lifted());
        }
        lock();
        var tooMany = new Lifting.TooManyToday(first.plus(Duration.ofDays(1)));
        assertThat(story.unlock()).isEqualTo(tooMany);
        lock();
        story.at(tooMany.until());
        lock();
        assertThat(story.unlock()).isEqualTo(new Lifting.Lifted());
    }

    private void lock() {
        while (!story.isLocked()) {
            story.sayWrong();
        }
    }
}

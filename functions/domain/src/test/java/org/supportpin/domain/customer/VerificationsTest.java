package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.customer.ActionRules.Permission;
import org.supportpin.domain.customer.Event.VerificationEnded;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.PhoneVerification.Outcome.Passed;
import org.supportpin.domain.customer.PhoneVerification.Outcome.TooManyToday;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.testing.Samples;

class VerificationsTest {

    private final Story story = Story.active();

    private Verification verify() {
        return ((Passed) story.say(story.pin())).verification();
    }

    @Test
    void itIsBoundToAgentCallAndTime() {
        var verification = verify();

        assertThat(verification.agent()).isEqualTo(Story.AGENT.id());
        assertThat(verification.call()).isEqualTo(Story.mark(Story.AGENT));
        assertThat(verification.verifiedAt()).isEqualTo(story.now);
        assertThat(verification.source()).isEqualTo(PinSource.PANEL);
        assertThat(verification.uses()).isZero();
        assertThat(story.state.verifications()).containsExactly(verification);
    }

    @ParameterizedTest
    @CsvSource({"PT14M59.999S, true", "PT15M, false", "PT15M0.001S, false"})
    void itLastsFifteenMinutes(Duration later, boolean lasts) {
        var key = verify().key();

        assertThat(story.state.verification(key, story.now.plus(later)).isPresent())
                .isEqualTo(lasts);
        assertThat(story.after(later).end(Story.AGENT.id(), key)).isEqualTo(lasts);
    }

    @Test
    void theAgentEndsItOnce() {
        var key = verify().key();

        assertThat(story.end(Story.AGENT.id(), key)).isTrue();
        assertThat(story.state.verifications()).isEmpty();
        assertThat(story.end(Story.AGENT.id(), key)).isFalse();
        assertThat(story.count(VerificationEnded.class)).isEqualTo(1);
    }

    @Test
    void nobodyElseEndsIt() {
        var key = verify().key();

        assertThat(story.end(new AgentId("nikos"), key)).isFalse();
        assertThat(story.end(Story.AGENT.id(), Story.key(999))).isFalse();
        assertThat(story.state.verifications()).hasSize(1);
    }

    @Test
    void oneEndsAndTheOtherGoesOn() {
        var first = verify().key();
        var second = verify().key();
        story.end(Story.AGENT.id(), first);

        assertThat(story.state.verifications()).extracting(Verification::key).containsExactly(second);
    }

    @Test
    void whatIsOverLeavesTheStateWithTheNextEntry() {
        verify();
        story.after(Duration.ofMinutes(15));
        var second = verify();

        assertThat(story.state.verifications()).containsExactly(second);
    }

    @Test
    void anAcceptedActionUsesItsOwnVerificationOnly() {
        var first = verify();
        var second = verify();
        var accepted = new Event.ActionAccepted(
                second.key(), Samples.ACTION_ID, ActionName.RENEW_SERVICE, Risk.STANDARD, Samples.HASHES, null);
        story.perform(Story.AGENT, Decision.record(accepted, true));

        var used = second.accepted(ActionName.RENEW_SERVICE, Samples.ACTION_ID, true);
        assertThat(story.state.verifications()).containsExactly(first, used);
        assertThat(used.uses()).isEqualTo(1);
    }

    @Test
    void aFinishedActionChangesNothingElse() {
        verify();
        var before = story.state;
        var finished = new Event.ActionFinished(
                Samples.ACTION_ID, ActionName.RENEW_SERVICE, ActionStatus.SUCCEEDED, null, false, null, null);
        story.perform(new Actor.Service(), Decision.record(finished, true));

        assertThat(story.state).isEqualTo(before);
    }

    /** The mobile and the PIN are what proved it. */
    @Test
    void aVerificationEndsWithTheMobileThatProvedIt() {
        var key = verify().key();
        story.declare(false);
        assertThat(story.state.verification(key, story.now)).isPresent();

        story.confirm(true);

        assertThat(story.state.verifications()).isEmpty();
        assertThat(story.end(Story.AGENT.id(), key)).isFalse();
    }

    @Test
    void aVerificationEndsWithAnUnlock() {
        var key = verify().key();
        for (int i = 0; i < 5; i++) {
            story.sayWrong();
        }
        assertThat(story.state.verification(key, story.now)).isPresent();

        assertThat(story.unlock()).isEqualTo(new Activation.Lifting.Lifted());

        assertThat(story.state.verifications()).isEmpty();
    }

    @Test
    void itGoesOnWhereNothingThatProvedItChanged() {
        var key = verify().key();
        verify();
        story.sayWrong();
        story.sendPin();
        story.declare(false);
        story.confirm(false);
        story.unlock();

        assertThat(story.state.verification(key, story.now)).isPresent();
    }

    /** The answer to a right PIN that was lost is repeated for a minute, but not once the verification is void. */
    @Test
    void aVoidVerificationIsNotGivenAgain() {
        var pin = story.pin();
        story.say(pin);
        story.declare(false);
        story.confirm(true);

        assertThat(story.say(pin)).isInstanceOf(PhoneVerification.Outcome.Rejected.class);
    }

    /** Execution and recovery ask the state what may be sent, without reading the history. */
    @Test
    void anActionIsOpenFromItsAcceptanceToItsEnd() {
        var verification = verify();
        var accepted = new Event.ActionAccepted(
                verification.key(), Samples.ACTION_ID, ActionName.RENEW_SERVICE, Risk.STANDARD, Samples.HASHES, null);
        story.perform(Story.AGENT, Decision.record(accepted, true));

        assertThat(story.state.openAction(Samples.ACTION_ID))
                .contains(new OpenAction(Samples.ACTION_ID, Samples.HASHES, story.now));

        var finished = new Event.ActionFinished(
                Samples.ACTION_ID, ActionName.RENEW_SERVICE, ActionStatus.FAILED, null, false, null, null);
        story.perform(new Actor.Service(), Decision.record(finished, true));

        assertThat(story.state.openActions()).isEmpty();
    }

    @Test
    void onlyAnAgentVerifies() {
        verify();
        var verified = story.verified().getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> story.state.apply(verified, new Actor.Panel(), 9, story.now));
    }

    /** A customer and an agent together would otherwise make the ledger, and each entry's state, as large as they like. */
    @Test
    void aCustomerIsVerifiedFiveHundredTimesADay() {
        var first = story.state.pin().today().since();
        for (int i = 0; i < 500; i++) {
            verify();
        }
        var tooMany = new TooManyToday(first.plus(Duration.ofDays(1)));
        assertThat(story.say(story.pin())).isEqualTo(tooMany);
        assertThat(story.at(tooMany.until().minusMillis(1)).say(story.pin())).isEqualTo(tooMany);
        assertThat(story.say(story.wrongPin())).isEqualTo(tooMany);
        assertThat(story.count(Verified.class)).isEqualTo(500);
        assertThat(story.at(tooMany.until()).say(story.pin())).isInstanceOf(Passed.class);
    }

    @Test
    void ofMoreThanTwentyAtOnceTheOldestIsVoid() {
        var first = verify();
        for (int i = 0; i < 19; i++) {
            verify();
        }
        assertThat(story.state.verifications()).hasSize(20).contains(first);
        var last = verify();
        assertThat(story.state.verifications()).hasSize(20).contains(last).doesNotContain(first);
    }

    @Test
    void twentyRefusalsEndItsUse() {
        var rules = new ActionRules(story.limits);
        var key = verify().key();
        for (int i = 0; i < 20; i++) {
            assertThat(rules.permission(story.state, key, Story.AGENT.id(), Risk.STANDARD, story.now))
                    .isInstanceOf(Permission.Granted.class);
            story.perform(Story.AGENT, ActionRules.refuse(key, ActionName.RENEW_SERVICE, "a-rule", true));
        }
        assertThat(rules.permission(story.state, key, Story.AGENT.id(), Risk.STANDARD, story.now))
                .isEqualTo(new Permission.RefusalsUsedUp());
        var next = verify().key();
        assertThat(rules.permission(story.state, next, Story.AGENT.id(), Risk.HIGH, story.now))
                .isInstanceOf(Permission.Granted.class);
    }

    @ParameterizedTest
    @CsvSource({"PT1H14M59.999S, true", "PT1H15M, false"})
    void anActionIsReadableForAnHourAfterItsVerification(Duration later, boolean readable) {
        var action = Samples.action(Story.ID, story.now);
        assertThat(new ActionRules(story.limits).isReadable(action, story.now.plus(later)))
                .isEqualTo(readable);
    }
}

package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.CallNotes.Offer;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.Today;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Language;

/** The audit replays calls too: a verification without a PIN needs a request, and a handover needs a call. */
class CallReplayTest {

    private static final String KEY = LedgerStory.key(7);

    private final LedgerStory story = new LedgerStory().then(new Event.Activated(1, 1, true, Language.GREEK));

    private List<Violation> found() {
        var found = new ArrayList<Violation>();
        var replay = new Replay(LedgerStory.ID, Limits.DEFAULTS, Instant.EPOCH, found::add);
        story.ledger().entries().forEach(replay::next);
        return found;
    }

    private LedgerStory asked() {
        return story.then(new Event.VerificationRequested(KEY, 1, null, story.now.plus(Duration.ofMinutes(5)), 3));
    }

    private Event.Verified typed(String key) {
        return new Event.Verified(key, null, PinSource.TYPED, story.now.plus(Duration.ofMinutes(15)), 1);
    }

    /** The state as it would be, had the service accepted the code of a request that is still fresh. */
    private Customer accepted(Event.Verified verified) {
        var agent = LedgerStory.AGENT;
        var fresh = new Event.VerificationRequested(KEY, 1, null, story.now.plusSeconds(300), 3);
        var sequence = story.ledger().entries().size();
        var after =
                story.state().apply(fresh, agent, sequence, story.now).apply(verified, agent, sequence + 1L, story.now);
        var day = after.pin().today();
        return new Customer(
                after.id(),
                after.language(),
                after.secret(),
                after.mobile(),
                new PinState(
                        after.pin().pins(),
                        after.pin().wrong(),
                        new Today(
                                day.since(),
                                day.activations(),
                                day.unlocks(),
                                day.verifications(),
                                day.loosenings(),
                                day.calls() - 1)),
                after.verifications(),
                after.openActions(),
                after.stops(),
                after.erasure(),
                after.policy(),
                after.noticeAddress(),
                after.calls(),
                after.told());
    }

    private void assertNoFold(long sequence) {
        assertThat(found()).containsExactly(new Violation(Kind.STATE_NOT_FOLD, LedgerStory.ID, sequence));
    }

    @Test
    void whatTheServiceWroteIsSound() {
        asked().then(new Event.TypedCodeRejected()).then(typed(KEY));
        story.then(new Event.HandoverOffered(KEY, new Offer("AbCdEfGhIjK", story.now.plusSeconds(120))));
        story.then(new Event.HandedOver(KEY, LedgerStory.key(8), 2, null));
        story.then(new Event.CallAnnounced(
                LedgerStory.key(9), CallReason.FAULT, story.now.plusSeconds(600), null, null, null, true));
        story.then(new Event.AnnouncedCallEnded(LedgerStory.key(9))).then(new Event.CallsEnded());

        assertThat(found()).isEmpty();
    }

    @Test
    void aTypedCodeThatNobodyAskedForIsNamed() {
        story.planted(typed(KEY), story.state());
        assertNoFold(2);
    }

    @Test
    void aTypedCodeOfAnotherRequestIsNamed() {
        asked().planted(typed(LedgerStory.key(8)), story.state());
        assertNoFold(3);
    }

    @Test
    void aTypedCodeThatIsTooLateIsNamed() {
        asked().after(Duration.ofMinutes(5));
        story.planted(typed(KEY), accepted(typed(KEY)));
        assertNoFold(3);
    }

    @Test
    void aTypedCodeAfterThreeWrongOnesIsNamed() {
        asked();
        for (int i = 0; i < 3; i++) {
            story.then(new Event.TypedCodeRejected());
        }
        story.planted(typed(KEY), accepted(typed(KEY)));
        assertNoFold(6);
    }

    @Test
    void aSpokenPinThatPassesForTypedIsNamed() {
        asked();
        var spoken = new Event.Verified(KEY, story.counter(), PinSource.TYPED, story.now.plusSeconds(900), 1);
        story.planted(spoken, story.state());
        assertNoFold(3);
    }

    @Test
    void aHandoverOfNoCallIsNamed() {
        story.planted(new Event.HandedOver(KEY, LedgerStory.key(8), 2, null), story.state());
        assertNoFold(2);
    }
}

package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.Today;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.testing.Samples;

class ReplayTest {

    private static final Violation NOTHING = new Violation(Kind.ITEM_UNKNOWN, null, 0);

    private final LedgerStory story = new LedgerStory().then(new Event.Activated(1, 1, true, Language.GREEK));

    private static List<Violation> found(LedgerStory story) {
        return found(story, Instant.EPOCH);
    }

    private static List<Violation> found(LedgerStory story, Instant since) {
        var found = new ArrayList<Violation>();
        var replay = new Replay(LedgerStory.ID, Limits.DEFAULTS, since, found::add);
        story.ledger().entries().forEach(replay::next);
        return found;
    }

    private Violation only() {
        var found = found(story);
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? NOTHING : found.getFirst();
    }

    private static Violation violation(Kind kind, long sequence) {
        return new Violation(kind, LedgerStory.ID, sequence);
    }

    @Test
    void whatTheServiceWroteIsSound() {
        assertThat(found(LedgerStory.day())).isEmpty();
    }

    /** As if the wrong PINs had been forgiven. */
    private static Customer forgiven(Customer state) {
        return new Customer(
                state.id(),
                state.language(),
                state.secret(),
                state.mobile(),
                new PinState(state.pins(), WrongPinLog.NONE, Today.NONE),
                state.verifications(),
                state.openActions());
    }

    @Test
    void aStateThatDoesNotFollowIsReportedOnceAtItsPlace() {
        story.then(new Event.PinRejected()).then(new Event.PinRejected(), ReplayTest::forgiven);
        story.then(new Event.PinRejected());

        assertThat(only()).isEqualTo(violation(Kind.STATE_NOT_FOLD, 3));
    }

    @Test
    void theFirstStateIsAFoldToo() {
        var forged = new LedgerStory().then(new Event.PinRejected(), ReplayTest::forgiven);

        assertThat(found(forged)).containsExactly(violation(Kind.STATE_NOT_FOLD, 1));
    }

    @Test
    void anEventThatCannotBeIsNoFold() {
        story.verified(story.counter());
        var verified = story.entry(2);
        story.put(
                2,
                LedgerStory.stored(
                        2,
                        new Entry(
                                LedgerStory.ID,
                                2,
                                verified.at(),
                                new Actor.Panel(),
                                verified.event(),
                                verified.state(),
                                verified.previous())));

        assertThat(only()).isEqualTo(violation(Kind.STATE_NOT_FOLD, 2));
    }

    @Test
    void nothingIsJudgedAgainstAnEntryThatIsNotSound() {
        story.then(new Event.PinRejected()).then(new Event.PinRejected());
        story.put(2, new StoredEntry(2, null, Hash.NONE, Hash.NONE));

        assertThat(found(story)).isEmpty();
    }

    /** The customer's half hour begins at 0; a PIN of it, or of the previous one, this many seconds into it. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "0, 1799.999, true",
        "1, 0, true",
        "1, 59.999, true",
        "1, 60, false",
        "1, 1799, false",
        "2, 0, false",
        "-1, 1799.999, false"
    })
    void aPinOfThePanelIsOfItsTime(int halfHoursAgo, double seconds, boolean isOfItsTime) {
        story.after(Duration.ofHours(2)).after(Duration.ofMillis(Math.round(seconds * 1000)));
        story.verified(new PinCounter(story.step() - halfHoursAgo, 0));

        assertThat(only()).isEqualTo(isOfItsTime ? NOTHING : violation(Kind.PIN_OUT_OF_TIME, 2));
    }

    @ParameterizedTest
    @CsvSource({"599.999, true", "600, false"})
    void aPinThatWasSentLastsAsLongAsItsEntrySays(double seconds, boolean isOfItsTime) {
        story.after(Duration.ofHours(2)).after(Duration.ofSeconds(1795));
        var sent = story.counter();
        story.then(new Event.PinSent(sent.step(), story.now.plusSeconds(600)));
        story.after(Duration.ofMillis(Math.round(seconds * 1000))).verified(sent);

        assertThat(only()).isEqualTo(isOfItsTime ? NOTHING : violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void noPinLastsLongerThanAnyDeploymentMayChoose() {
        story.after(Duration.ofHours(2));
        var sent = story.counter();
        story.then(new Event.PinSent(sent.step(), story.now.plus(Duration.ofDays(1))));
        story.after(Duration.ofHours(1)).verified(sent);

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPreviousPinThatWasNeverShownIsOutOfItsTime() {
        story.after(Duration.ofHours(2)).then(new Event.LockLifted());
        story.after(Duration.ofSeconds(5)).verified(new PinCounter(story.step() - 1, 1));

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPinOfAVoidedGenerationIsOutOfItsTime() {
        story.after(Duration.ofHours(2));
        var voided = story.counter();
        story.then(new Event.LockLifted()).verified(voided);

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPinWhileTheServiceIsOffIsOutOfItsTime() {
        story.then(new Event.Deactivated(1)).verified(story.counter());

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPinThatVerifiesTwiceIsReported() {
        var once = story.counter();
        story.verified(once).then(new Event.LockLifted()).verified(once);

        assertThat(only()).isEqualTo(violation(Kind.PIN_USED_TWICE, 4));
    }

    private LedgerStory accepted(String verification) {
        return accepted(verification, ActionName.RENEW_SERVICE, Risk.STANDARD);
    }

    private LedgerStory accepted(String verification, ActionName action, Risk risk) {
        return story.then(
                new Event.ActionAccepted(verification, Samples.ACTION_ID, action, risk, Samples.HASHES, null));
    }

    @Test
    void anActionUnderARunningVerificationIsSound() {
        story.verified(story.counter());
        accepted(LedgerStory.key(2));

        assertThat(found(story)).isEmpty();
    }

    @Test
    void anActionWithoutAVerificationIsReported() {
        accepted(LedgerStory.key(2));

        assertThat(only()).isEqualTo(violation(Kind.ACTION_NOT_VERIFIED, 2));
    }

    private static Event.UndoAccepted undo(ActionName name, int attempt) {
        return new Event.UndoAccepted(Samples.UNDO_ID, Samples.ACTION_ID, attempt, name, Risk.HIGH, Samples.HASHES);
    }

    @Test
    void anUndoOfTheCustomerIsSound() {
        story.then(new Actor.Panel(), undo(ActionName.CHANGE_NAMESERVERS, 1));

        assertThat(found(story)).isEmpty();
    }

    @Test
    void anUndoOfAnyoneElseIsReported() {
        story.then(Samples.AGENT, undo(ActionName.CHANGE_NAMESERVERS, 1));
        assertThat(found(story)).extracting(Violation::kind).containsExactly(Kind.ACTION_NOT_VERIFIED);
    }

    @Test
    void anUndoOfWhatCannotBeUndoneOrWithAnotherIdIsReported() {
        story.then(new Actor.Panel(), undo(ActionName.RECALL_GR_DOMAIN, 1));
        story.then(new Actor.Panel(), undo(ActionName.CHANGE_NAMESERVERS, 2));

        assertThat(found(story))
                .extracting(Violation::kind)
                .containsExactly(Kind.ACTION_NOT_VERIFIED, Kind.ACTION_NOT_VERIFIED);
    }

    @Test
    void anActionAfterTheQuarterOfAnHourIsReported() {
        story.verified(story.counter()).after(Duration.ofMinutes(15));
        accepted(LedgerStory.key(2));

        assertThat(only()).isEqualTo(violation(Kind.ACTION_NOT_VERIFIED, 3));
    }

    private void rules(Terms terms) {
        story.then(new Event.PolicyChanged(Terms.DEFAULT, terms));
    }

    /** As if a function had not looked at the rules. */
    @Test
    void anActionThatTheCustomerNeverAllowsIsReported() {
        rules(new Terms(Telephone.OPEN, AfterSms.AS_USUAL, Map.of(ActionName.RENEW_SERVICE, Rule.NEVER)));
        story.verified(story.counter());
        accepted(LedgerStory.key(3), ActionName.RENEW_SERVICE, Risk.STANDARD);

        assertThat(only()).isEqualTo(violation(Kind.AGAINST_CUSTOMERS_RULES, 4));
    }

    @ParameterizedTest
    @EnumSource(value = PinSource.class, names = "TYPED", mode = EnumSource.Mode.EXCLUDE)
    void aHighRiskActionAgainstTheRuleForPinsBySmsIsReported(PinSource source) {
        rules(new Terms(Telephone.OPEN, AfterSms.STANDARD_ONLY, Map.of()));
        story.then(new Event.Verified(
                LedgerStory.key(3), story.counter(), source, story.now.plus(Duration.ofMinutes(15)), 1));
        accepted(LedgerStory.key(3), ActionName.CHANGE_NAMESERVERS, Risk.HIGH);

        assertThat(found(story))
                .isEqualTo(source == PinSource.SMS ? List.of(violation(Kind.AGAINST_CUSTOMERS_RULES, 4)) : List.of());
    }

    @Test
    void aVerificationDuringAFreezeIsReported() {
        rules(new Terms(Telephone.FROZEN, AfterSms.AS_USUAL, Map.of()));
        story.verified(story.counter());

        assertThat(only()).isEqualTo(violation(Kind.AGAINST_CUSTOMERS_RULES, 3));
    }

    static Stream<Event> whatEndsVerifications() {
        return Stream.of(
                new Event.MobileConfirmed(null),
                new Event.LockLifted(),
                new Event.Deactivated(2),
                new Event.PolicyChanged(Terms.DEFAULT, new Terms(Telephone.OPEN, AfterSms.STANDARD_ONLY, Map.of())),
                new Event.VerificationEnded(LedgerStory.key(2)));
    }

    /** As if a function had acted on a state from before. */
    @ParameterizedTest
    @MethodSource("whatEndsVerifications")
    void anActionUnderAVoidVerificationIsReported(Event end) {
        story.verified(story.counter()).then(end);
        accepted(LedgerStory.key(2));

        assertThat(only()).isEqualTo(violation(Kind.ACTION_NOT_VERIFIED, 4));
    }

    /** As if a function had forgotten to ask. */
    @Test
    void anActionThatTheCustomerWantsToBeAskedAboutIsReportedWithoutThatGate() {
        rules(new Terms(Telephone.OPEN, AfterSms.AS_USUAL, Map.of(ActionName.RENEW_SERVICE, Rule.ASK)));
        story.verified(story.counter());
        accepted(LedgerStory.key(3), ActionName.RENEW_SERVICE, Risk.STANDARD);

        assertThat(only()).isEqualTo(violation(Kind.AGAINST_CUSTOMERS_RULES, 4));
    }

    /** A state that still had the verification would not follow from its event. */
    @Test
    void aVerificationThatOutlivesTheMobileIsNoFold() {
        story.verified(story.counter());
        var running = story.state().verifications();
        story.then(
                new Event.MobileConfirmed(null),
                state -> new Customer(
                        state.id(),
                        state.language(),
                        state.secret(),
                        state.mobile(),
                        state.pin(),
                        running,
                        state.openActions()));

        assertThat(only()).isEqualTo(violation(Kind.STATE_NOT_FOLD, 3));
    }

    /** Only the last entries' PINs are remembered as used; what was used before them has a generation that is past. */
    @ParameterizedTest
    @ValueSource(ints = {Replay.MEMORY - 2, Replay.MEMORY - 1, Replay.MEMORY, 3 * Replay.MEMORY})
    void aPinThatVerifiesTwiceIsReportedHoweverLongAgoTheFirstTimeWas(int between) {
        var once = story.counter();
        story.verified(once);
        for (int each = 0; each < between; each++) {
            story.then(new Event.PinRejected());
        }
        story.verified(once);

        assertThat(only())
                .isEqualTo(
                        violation(between < Replay.MEMORY ? Kind.PIN_USED_TWICE : Kind.PIN_OUT_OF_TIME, 3 + between));
    }

    /** Years of it: every PIN that verified verifies again, and not one is overlooked. */
    @Test
    void ofManyUsedPinsEachIsReportedWhenItIsUsedAgain() {
        var used = new ArrayList<PinCounter>();
        for (int day = 0; day < 300; day++) {
            story.after(Duration.ofDays(1));
            used.add(story.counter());
            story.verified(story.counter());
        }
        assertThat(found(story)).isEmpty();

        used.forEach(story::verified);

        assertThat(found(story)).hasSize(300).allMatch(each -> each.sequence() > 301);
    }

    @Test
    void aNewKeysFirstPinIsNotTheOldKeysFirstPin() {
        story.verified(story.counter()).then(new Event.Deactivated(1));
        story.then(new Event.Activated(2, 1, false, Language.GREEK)).verified(story.counter());

        assertThat(found(story)).isEmpty();
    }

    /** A deployment may shorten the grace; earlier entries stay valid. */
    @Test
    void whatIsOlderIsJudgedByWhatADeploymentMayChoose() {
        story.after(Duration.ofHours(2)).after(Duration.ofSeconds(119));
        story.verified(new PinCounter(story.step() - 1, 0));

        assertThat(found(story)).containsExactly(violation(Kind.PIN_OUT_OF_TIME, 2));
        assertThat(found(story, story.now.plusMillis(1))).isEmpty();
    }
}

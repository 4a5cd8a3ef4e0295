package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;

class ReplayTest {

    private static final Violation NOTHING = new Violation(Kind.ITEM_UNKNOWN, null, 0);

    private final Told told = new Told().then(new Event.Activated(1, true, Language.GREEK));

    private static List<Violation> found(Told told) {
        return Replay.verify(told.ledger(), Limits.DEFAULTS, Instant.EPOCH);
    }

    private Violation only() {
        var found = found(told);
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? NOTHING : found.getFirst();
    }

    private static Violation violation(Kind kind, long sequence) {
        return new Violation(kind, Told.ID, sequence);
    }

    @Test
    void whatTheServiceWroteIsSound() {
        assertThat(found(Told.day())).isEmpty();
    }

    /** As if the wrong PINs had been forgiven. */
    private static Customer forgiven(Customer state) {
        return new Customer(
                state.id(),
                state.language(),
                state.secret(),
                state.mobile(),
                new PinState(state.pins(), WrongPinLog.NONE),
                state.verifications());
    }

    @Test
    void aStateThatIsNotTheFoldIsToldOnceAndWhere() {
        told.then(new Event.PinRejected()).then(new Event.PinRejected(), ReplayTest::forgiven);
        told.then(new Event.PinRejected());

        assertThat(only()).isEqualTo(violation(Kind.STATE_NOT_FOLD, 3));
    }

    @Test
    void theFirstStateIsAFoldToo() {
        var forged = new Told().then(new Event.PinRejected(), ReplayTest::forgiven);

        assertThat(found(forged)).containsExactly(violation(Kind.STATE_NOT_FOLD, 1));
    }

    @Test
    void anEventThatCannotBeIsNoFold() {
        told.verified(told.counter());
        var verified = told.entry(2);
        told.put(
                2,
                Told.stored(
                        2,
                        new Entry(
                                Told.ID,
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
        told.then(new Event.PinRejected()).then(new Event.PinRejected());
        told.put(2, new StoredEntry(2, null, Hash.NONE, Hash.NONE));

        assertThat(found(told)).isEmpty();
    }

    /** The customer's half hour begins at 0; a PIN of it, or of the one before, so many seconds into it. */
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
        told.after(Duration.ofHours(2)).after(Duration.ofMillis(Math.round(seconds * 1000)));
        told.verified(new PinCounter(told.step() - halfHoursAgo, 0));

        assertThat(only()).isEqualTo(isOfItsTime ? NOTHING : violation(Kind.PIN_OUT_OF_TIME, 2));
    }

    @ParameterizedTest
    @CsvSource({"599.999, true", "600, false"})
    void aPinThatWasSentLastsAsLongAsItsEntrySays(double seconds, boolean isOfItsTime) {
        told.after(Duration.ofHours(2)).after(Duration.ofSeconds(1795));
        var sent = told.counter();
        told.then(new Event.PinSent(sent.step(), told.now.plusSeconds(600)));
        told.after(Duration.ofMillis(Math.round(seconds * 1000))).verified(sent);

        assertThat(only()).isEqualTo(isOfItsTime ? NOTHING : violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void noPinLastsLongerThanAnyDeploymentMayChoose() {
        told.after(Duration.ofHours(2));
        var sent = told.counter();
        told.then(new Event.PinSent(sent.step(), told.now.plus(Duration.ofDays(1))));
        told.after(Duration.ofHours(1)).verified(sent);

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPreviousPinThatWasNeverShownIsOutOfItsTime() {
        told.after(Duration.ofHours(2)).then(new Event.LockLifted());
        told.after(Duration.ofSeconds(5)).verified(new PinCounter(told.step() - 1, 1));

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPinOfAVoidedGenerationIsOutOfItsTime() {
        told.after(Duration.ofHours(2));
        var voided = told.counter();
        told.then(new Event.LockLifted()).verified(voided);

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPinWhileTheServiceIsOffIsOutOfItsTime() {
        told.then(new Event.Deactivated(2)).verified(told.counter());

        assertThat(only()).isEqualTo(violation(Kind.PIN_OUT_OF_TIME, 3));
    }

    @Test
    void aPinThatVerifiesTwiceIsTold() {
        var once = told.counter();
        told.verified(once).then(new Event.LockLifted()).verified(once);

        assertThat(only()).isEqualTo(violation(Kind.PIN_USED_TWICE, 4));
    }

    @Test
    void aNewSecretsFirstPinIsNotTheOldSecretsFirstPin() {
        told.verified(told.counter()).then(new Event.Deactivated(2));
        told.then(new Event.Activated(3, false, Language.GREEK)).verified(told.counter());

        assertThat(found(told)).isEmpty();
    }

    /** A deployment may shorten the grace; what was right before stays right. */
    @Test
    void whatIsOlderIsJudgedByWhatADeploymentMayChoose() {
        told.after(Duration.ofHours(2)).after(Duration.ofSeconds(119));
        told.verified(new PinCounter(told.step() - 1, 0));

        assertThat(found(told)).containsExactly(violation(Kind.PIN_OUT_OF_TIME, 2));
        assertThat(Replay.verify(told.ledger(), Limits.DEFAULTS, told.now.plusMillis(1)))
                .isEmpty();
    }
}

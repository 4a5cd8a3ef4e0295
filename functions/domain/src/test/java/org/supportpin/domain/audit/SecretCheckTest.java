package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.RecordKey;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;
import org.supportpin.domain.testing.OpeningKeys;

class SecretCheckTest {

    /** With a key of zeros, this customer's PIN of this half hour equals the previous one. Found by search. */
    private static final long UNCHANGED = 1_586_369;

    private static final String KEY = "key-1";

    private final LedgerStory story = new LedgerStory().then(new Event.Activated(1, 1, true, Language.GREEK));
    private final SecretCheck check = new SecretCheck(KEY, story.now);

    /** Keys of zeros, which open only for the right customer, as in KMS. */
    private static DataKeys zeroKeys(String customer) {
        return new OpeningKeys(KEY, (_, asked) -> {
            if (!asked.equals(context(customer, asked.purpose()))) {
                throw new SecretDoesNotOpen(asked.purpose(), "another context", null);
            }
            return new SecretBytes(new byte[32]);
        });
    }

    private static SecretContext context(String customer, Purpose purpose) {
        return new SecretContext("hoster", new CustomerId(customer), 1, purpose);
    }

    private static SealedNumber sealed(String customer) {
        var number = new PhoneNumber("+306912345678");
        try (var key = new RecordKey(context(customer, Purpose.RECORD), new SecretBytes(new byte[32]))) {
            return new SealedNumber(key.seal("mobile", number.e164()), number.mask());
        }
    }

    private static StoredKey key(int version, Instant createdAt) {
        return new StoredKey(version, new WrappedKey(new Ciphertext(new byte[1]), KEY), createdAt);
    }

    private static StoredKey recordKey() {
        try (var key = new RecordKey(context("4711", Purpose.RECORD), new SecretBytes(new byte[32]))) {
            return new StoredKey(1, new WrappedKey(new Ciphertext(new byte[1]), KEY), Instant.EPOCH, key.publicKey());
        }
    }

    private static StoredSecret secret(int version, long revision, Instant createdAt, @Nullable SealedNumber mobile) {
        return new StoredSecret(revision, key(version, createdAt), recordKey(), mobile, null, null);
    }

    private StoredSecret own() {
        return secret(1, 1, story.now, sealed("4711"));
    }

    private static List<Violation> is(Kind kind) {
        return List.of(new Violation(kind, LedgerStory.ID, 1));
    }

    private List<Violation> opened(SecretCheck with, StoredSecret secret, DataKeys keys) {
        try (var session = new SecretSession(keys, "hoster")) {
            return with.open(story.ledger(secret).head(), session);
        }
    }

    private List<Violation> opened(StoredSecret secret, DataKeys keys) {
        return opened(check, secret, keys);
    }

    @Test
    void theCustomersOwnSecretIsSound() {
        assertThat(check.look(story.ledger(own()).head())).isEmpty();
        assertThat(opened(own(), zeroKeys("4711"))).isEmpty();
    }

    @Test
    void aSecretThatIsMissingDoesNotOpen() {
        assertThat(check.look(story.ledger().head())).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
    }

    @Test
    void aSecretThatTheLedgerDoesNotReferToDoesNotOpen() {
        assertThat(check.look(story.ledger(secret(2, 1, story.now, null)).head()))
                .isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
        assertThat(check.look(story.ledger(secret(1, 2, story.now, null)).head()))
                .isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
        assertThat(check.look(new LedgerHead(LedgerStory.ID, null, own())))
                .containsExactly(new Violation(Kind.SECRET_DOES_NOT_OPEN, LedgerStory.ID, 0));
    }

    @Test
    void whereThereIsNoSecretToBeNoneIsMissed() {
        assertThat(check.look(new LedgerHead(LedgerStory.ID, null, null))).isEmpty();
    }

    @Test
    void aSecretOfAnotherCustomerDoesNotOpen() {
        assertThat(opened(own(), zeroKeys("4712"))).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
    }

    @Test
    void aMobileOfAnotherCustomerOrNoneAtAllDoesNotOpen() {
        var keys = zeroKeys("4711");

        assertThat(opened(secret(1, 1, story.now, sealed("4712")), keys)).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
        assertThat(opened(secret(1, 1, story.now, null), keys)).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
    }

    @Test
    void aMaskThatIsNotTheNumbersDoesNotOpen() {
        var shown = new SealedNumber(sealed("4711").sealed(), new MaskedNumber(30, 79));

        assertThat(opened(secret(1, 1, story.now, shown), zeroKeys("4711"))).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
    }

    @Test
    void aKeyThatIsNotOfTheLedgersVersionDoesNotOpen() {
        var own = own();
        for (var other : List.of(
                new StoredSecret(1, own.pinKey(), key(2, story.now), own.mobile(), null, null),
                new StoredSecret(1, own.pinKey(), null, own.mobile(), null, null),
                new StoredSecret(1, null, own.recordKey(), own.mobile(), null, null))) {
            assertThat(check.look(story.ledger(other).head())).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
            assertThat(opened(other, zeroKeys("4711"))).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
        }
    }

    @Test
    void onceItIsOffThereIsNoPinKey() {
        story.then(new Event.Deactivated(1));
        var off = new StoredSecret(2, null, key(1, story.now), sealed("4711"), null, null);

        assertThat(check.look(story.ledger(off).head())).isEmpty();
        assertThat(check.look(story.ledger(new StoredSecret(2, key(1, story.now), key(1, story.now), null, null, null))
                        .head()))
                .containsExactly(new Violation(Kind.SECRET_DOES_NOT_OPEN, LedgerStory.ID, 2));
    }

    @Test
    void aKeyServiceThatDoesNotAnswerIsNoViolation() {
        var silent = new OpeningKeys(KEY, (_, _) -> {
            throw new KeysUnavailable("down", new IllegalStateException());
        });

        assertThatThrownBy(() -> opened(own(), silent)).isInstanceOf(DataKeys.KeysUnavailable.class);
    }

    /** For instance a sealed text that is no number any more. */
    @Test
    void whateverElseIsWrongWithASecretItDoesNotOpen() {
        var broken = new OpeningKeys(KEY, (_, _) -> new SecretBytes(new byte[31]));

        assertThat(opened(own(), broken)).isEqualTo(is(Kind.SECRET_DOES_NOT_OPEN));
    }

    @Test
    void aSecretLastsAYear() {
        var year = Duration.ofDays(365);
        var yearOld = secret(1, 1, story.now.minus(year), null);
        var older = secret(1, 1, story.now.minus(year).minusMillis(1), null);

        assertThat(check.look(story.ledger(yearOld).head())).isEmpty();
        assertThat(check.look(story.ledger(older).head())).isEqualTo(is(Kind.SECRET_TOO_OLD));
    }

    @Test
    void aSecretIsWrappedWithTheKeyInUse() {
        assertThat(new SecretCheck("key-2", story.now).look(story.ledger(own()).head()))
                .isEqualTo(is(Kind.KEY_NOT_CURRENT));

        var own = own();
        var older = new StoredKey(1, new WrappedKey(new Ciphertext(new byte[1]), "key-0"), story.now);
        assertThat(check.look(story.ledger(new StoredSecret(1, own.pinKey(), older, own.mobile(), null, null))
                        .head()))
                .isEqualTo(is(Kind.KEY_NOT_CURRENT));
    }

    @Test
    void aPinEqualToThePreviousOneIsReported() {
        var keys = zeroKeys("4711");
        var phase = story.state().phase();

        assertThat(opened(new SecretCheck(KEY, phase.start(UNCHANGED)), own(), keys))
                .isEqualTo(is(Kind.PIN_UNCHANGED));
        assertThat(opened(new SecretCheck(KEY, phase.end(UNCHANGED).minusMillis(1)), own(), keys))
                .isEqualTo(is(Kind.PIN_UNCHANGED));
        assertThat(opened(new SecretCheck(KEY, phase.end(UNCHANGED)), own(), keys))
                .isEmpty();
    }
}

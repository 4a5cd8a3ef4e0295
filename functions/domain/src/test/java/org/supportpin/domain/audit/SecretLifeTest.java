package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.audit.Change.SecretWritten;
import org.supportpin.domain.audit.SecretLife.Form;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.Addresses;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.testing.Samples;

/** Each change that the service makes of a secret, and each of those that it does not. */
class SecretLifeTest {

    private static final StoredSecret BEFORE = Samples.secret(1, 5);
    private static final StoredSecret REWRAPPED = Samples.secret(1, 5, "another-key");
    private static final StoredSecret OTHER = Samples.secret(2, 5);

    private static Form form(@Nullable StoredSecret before, @Nullable StoredSecret after) {
        return SecretLife.form(new SecretWritten(new CustomerId("4711"), before, after));
    }

    private static StoredKey pinKey(StoredSecret secret) {
        return Objects.requireNonNull(secret.pinKey());
    }

    private static StoredKey recordKey(StoredSecret secret) {
        return Objects.requireNonNull(secret.recordKey());
    }

    @Test
    void theFirstAndEachLaterOneAreOfAnEntry() {
        assertThat(form(null, BEFORE)).isEqualTo(Form.OF_AN_ENTRY);
        assertThat(form(BEFORE, Samples.secret(1, 6))).isEqualTo(Form.OF_AN_ENTRY);
        assertThat(form(BEFORE, Samples.secret(2, 9))).isEqualTo(Form.OF_AN_ENTRY);
    }

    @Test
    void oneThatCannotBeReadMayBeReplacedAndNeverWritten() {
        assertThat(form(StoredSecret.UNREADABLE, BEFORE)).isEqualTo(Form.OF_AN_ENTRY);
        assertThat(form(BEFORE, StoredSecret.UNREADABLE)).isEqualTo(Form.UNLAWFUL);
        assertThat(form(null, StoredSecret.UNREADABLE)).isEqualTo(Form.UNLAWFUL);
    }

    @Test
    void itIsNeverRemovedAndNeverGoesBack() {
        assertThat(form(BEFORE, null)).isEqualTo(Form.UNLAWFUL);
        assertThat(form(BEFORE, Samples.secret(1, 4))).isEqualTo(Form.UNLAWFUL);
    }

    @Test
    void keysAreWrappedAgain() {
        assertThat(form(BEFORE, REWRAPPED)).isEqualTo(Form.REWRAPPED);
        assertThat(form(Samples.bareSecret(1, 5), Samples.bareSecret(1, 5))).isEqualTo(Form.REWRAPPED);
    }

    /** Whoever can wrap keys again must not change anything else meanwhile. */
    @TestFactory
    Stream<DynamicTest> whatElseChangesWithThemIsUnlawful() {
        return Stream.of(
                with("the version of the PIN key", each -> of(each, pinKey(OTHER), each.recordKey())),
                with("the PIN key's time", each -> of(each, at(pinKey(each)), each.recordKey())),
                with("no PIN key", each -> of(each, null, each.recordKey())),
                with("the version of the record key", each -> of(each, each.pinKey(), recordKey(OTHER))),
                with("the record key's time", each -> of(each, each.pinKey(), at(recordKey(each)))),
                with("the public key", each -> of(each, each.pinKey(), published(recordKey(each)))),
                with("no record key", each -> of(each, each.pinKey(), null)),
                with(
                        "the mobile",
                        each -> new StoredSecret(
                                each.revision(),
                                each.pinKey(),
                                each.recordKey(),
                                each.pendingMobile(),
                                each.pendingMobile(),
                                each.pendingClaim(),
                                each.addresses())),
                with(
                        "the mobile that waits",
                        each -> new StoredSecret(
                                each.revision(),
                                each.pinKey(),
                                each.recordKey(),
                                each.mobile(),
                                null,
                                each.pendingClaim(),
                                each.addresses())),
                with(
                        "the panel's claim",
                        each -> new StoredSecret(
                                each.revision(),
                                each.pinKey(),
                                each.recordKey(),
                                each.mobile(),
                                each.pendingMobile(),
                                null,
                                each.addresses())),
                with(
                        "the addresses",
                        each -> new StoredSecret(
                                each.revision(),
                                each.pinKey(),
                                each.recordKey(),
                                each.mobile(),
                                each.pendingMobile(),
                                each.pendingClaim(),
                                Addresses.NONE)));
    }

    private static DynamicTest with(String what, UnaryOperator<StoredSecret> change) {
        return DynamicTest.dynamicTest(
                what, () -> assertThat(form(BEFORE, change.apply(REWRAPPED))).isEqualTo(Form.UNLAWFUL));
    }

    private static StoredSecret of(StoredSecret secret, @Nullable StoredKey pin, @Nullable StoredKey record) {
        return new StoredSecret(
                secret.revision(),
                pin,
                record,
                secret.mobile(),
                secret.pendingMobile(),
                secret.pendingClaim(),
                secret.addresses());
    }

    private static StoredKey at(StoredKey key) {
        return new StoredKey(key.version(), key.wrapped(), key.createdAt().plusSeconds(1), key.publicKey());
    }

    private static StoredKey published(StoredKey key) {
        return new StoredKey(
                key.version(),
                key.wrapped(),
                key.createdAt(),
                Objects.requireNonNull(recordKey(OTHER).publicKey()));
    }
}

package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;

/** The contract of every key service. */
public abstract class DataKeysContract {

    private static final SecretContext CONTEXT = context("hoster", "4711", 1, Purpose.PIN);

    protected abstract DataKeys keys();

    /** The same service with another current key; that of {@link #keys} is still allowed. */
    protected abstract DataKeys withNewKey();

    /** The same service with another current key, and no other. */
    protected abstract DataKeys withNewKeyOnly();

    private static SecretContext context(String tenant, String customer, int version, Purpose purpose) {
        return new SecretContext(tenant, new CustomerId(customer), version, purpose);
    }

    static Stream<SecretContext> otherContexts() {
        return Stream.of(
                context("other", "4711", 1, Purpose.PIN),
                context("hoster", "4712", 1, Purpose.PIN),
                context("hoster", "4711", 2, Purpose.PIN),
                context("hoster", "4711", 1, Purpose.RECORD));
    }

    @Test
    void whatWasWrappedOpensAsItWas() {
        var key = keys().generate(CONTEXT);

        assertThat(key.plain().insecureAccess()).hasSize(32);
        assertThat(key.wrapped().keyId()).isEqualTo(keys().currentKeyId());
        assertThat(keys().open(key.wrapped(), CONTEXT).insecureAccess())
                .isEqualTo(key.plain().insecureAccess());
    }

    @Test
    void eachKeyIsAnother() {
        var first = keys().generate(CONTEXT);
        var second = keys().generate(CONTEXT);

        assertThat(first.plain().insecureAccess()).isNotEqualTo(second.plain().insecureAccess());
        assertThat(first.wrapped()).isNotEqualTo(second.wrapped());
    }

    @Test
    void theWrappedFormDoesNotBearTheKey() {
        var key = keys().generate(CONTEXT);

        assertThat(HexFormat.of().formatHex(key.wrapped().bytes().bytes()))
                .doesNotContain(HexFormat.of().formatHex(key.plain().insecureAccess()));
    }

    /** Each request wipes what it opened, without effect on others. */
    @Test
    void whatIsWipedIsOnesOwnCopy() {
        var key = keys().generate(CONTEXT);
        var before = key.plain().insecureAccess().clone();
        keys().open(key.wrapped(), CONTEXT).close();
        key.plain().close();

        assertThat(keys().open(key.wrapped(), CONTEXT).insecureAccess()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("otherContexts")
    void inAnotherContextItDoesNotOpen(SecretContext other) {
        var wrapped = keys().generate(CONTEXT).wrapped();

        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> keys().open(wrapped, other));
    }

    @Test
    void alteredItDoesNotOpen() {
        var wrapped = keys().generate(CONTEXT).wrapped();
        var bytes = wrapped.bytes().bytes();
        for (int place = 0; place < bytes.length; place++) {
            var altered = bytes.clone();
            altered[place] ^= 1;
            assertClosed(keys(), new WrappedKey(new Ciphertext(altered), wrapped.keyId()));
        }
    }

    private static void assertClosed(DataKeys keys, WrappedKey wrapped) {
        assertThatExceptionOfType(SecretDoesNotOpen.class)
                .isThrownBy(() -> keys.open(wrapped, CONTEXT))
                .satisfies(e -> assertThat(e.purpose()).isEqualTo(CONTEXT.purpose()));
        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(() -> keys.rewrap(wrapped, CONTEXT));
    }

    @Test
    void cutShortItDoesNotOpen() {
        var wrapped = keys().generate(CONTEXT).wrapped();
        var bytes = wrapped.bytes().bytes();
        for (int length : new int[] {1, 11, bytes.length - 1}) {
            assertClosed(keys(), new WrappedKey(new Ciphertext(Arrays.copyOf(bytes, length)), wrapped.keyId()));
        }
    }

    /** Otherwise a new key would lock every customer out. */
    @Test
    void whatAnOlderKeyWrappedStillOpens() {
        var older = keys().generate(CONTEXT);
        var before = older.plain().insecureAccess().clone();
        var now = withNewKey();

        assertThat(now.currentKeyId()).isNotEqualTo(older.wrapped().keyId());
        assertThat(now.open(older.wrapped(), CONTEXT).insecureAccess()).isEqualTo(before);
    }

    @Test
    void whatAKeyWrappedThatIsNotAllowedDoesNotOpen() {
        var older = keys().generate(CONTEXT).wrapped();

        assertClosed(withNewKeyOnly(), older);
    }

    @Test
    void whatNamesAnotherKeyDoesNotOpen() {
        var older = keys().generate(CONTEXT).wrapped();
        var now = withNewKey();
        var newer = now.generate(CONTEXT).wrapped();

        assertClosed(now, new WrappedKey(older.bytes(), newer.keyId()));
        assertClosed(now, new WrappedKey(newer.bytes(), older.keyId()));
        assertClosed(now, new WrappedKey(newer.bytes(), newer.keyId() + "0"));
        assertClosed(now, new WrappedKey(newer.bytes(), ""));
    }

    @Test
    void wrappedAgainItIsTheSameKeyUnderTheCurrentOne() {
        var older = keys().generate(CONTEXT);
        var before = older.plain().insecureAccess().clone();
        var now = withNewKey();
        var again = now.rewrap(older.wrapped(), CONTEXT);

        assertThat(again.keyId()).isEqualTo(now.currentKeyId());
        assertThat(now.open(again, CONTEXT).insecureAccess()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("otherContexts")
    void inAnotherContextItIsNotWrappedAgain(SecretContext other) {
        var wrapped = keys().generate(CONTEXT).wrapped();

        assertThatExceptionOfType(SecretDoesNotOpen.class)
                .isThrownBy(() -> withNewKey().rewrap(wrapped, other));
    }
}

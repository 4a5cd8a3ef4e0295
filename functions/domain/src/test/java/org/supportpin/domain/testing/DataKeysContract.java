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

/** The contract of every key service. */
public abstract class DataKeysContract {

    private static final SecretContext CONTEXT = context("hoster", "4711", 1, Purpose.PIN);

    protected abstract DataKeys keys();

    private static SecretContext context(String tenant, String customer, int version, Purpose purpose) {
        return new SecretContext(tenant, new CustomerId(customer), version, purpose);
    }

    static Stream<SecretContext> otherContexts() {
        return Stream.of(
                context("other", "4711", 1, Purpose.PIN),
                context("hoster", "4712", 1, Purpose.PIN),
                context("hoster", "4711", 2, Purpose.PIN),
                context("hoster", "4711", 1, Purpose.MOBILE));
    }

    @Test
    void whatWasWrappedOpensAsItWas() {
        var key = keys().generate(CONTEXT);

        assertThat(key.plain().insecureAccess()).hasSize(32);
        assertThat(key.keyId()).isNotBlank();
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

        assertThat(HexFormat.of().formatHex(key.wrapped().bytes()))
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
        var wrapped = keys().generate(CONTEXT).wrapped().bytes();
        for (int place : new int[] {0, wrapped.length / 2, wrapped.length - 1}) {
            var altered = wrapped.clone();
            altered[place] ^= 1;
            assertThatExceptionOfType(SecretDoesNotOpen.class)
                    .isThrownBy(() -> keys().open(new Ciphertext(altered), CONTEXT));
        }
    }

    @Test
    void cutShortItDoesNotOpen() {
        var wrapped = keys().generate(CONTEXT).wrapped().bytes();
        for (int length : new int[] {1, 11, wrapped.length - 1}) {
            assertThatExceptionOfType(SecretDoesNotOpen.class)
                    .isThrownBy(() -> keys().open(new Ciphertext(Arrays.copyOf(wrapped, length)), CONTEXT));
        }
    }
}

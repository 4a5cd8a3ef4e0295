package org.supportpin.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.signing.EcdsaSignature;
import org.supportpin.domain.signing.PublishedKey;
import org.supportpin.domain.signing.Signer;

/** The contract of every signer. Signatures are checked by the JDK alone. */
public abstract class SignerContract {

    private static final byte[] MESSAGE = "what was said".getBytes(UTF_8);

    protected abstract Signer signer();

    /** The same service with another current key, which has replaced that of {@link #signer}. */
    protected abstract Signer withNewKey();

    /** R or S is short about once in 128 signatures. */
    @RepeatedTest(300)
    void whatItSignedIsVerifiedByItsPublicKey() {
        var signer = signer();

        assertThat(verifies(signer.current(), MESSAGE, signer.sign(Hash.of(MESSAGE))))
                .isTrue();
    }

    @Test
    void anotherMessageIsNotVerified() {
        var signature = signer().sign(Hash.of(MESSAGE));

        assertThat(verifies(signer().current(), "what was not said".getBytes(UTF_8), signature))
                .isFalse();
    }

    @Test
    void anotherKeyDoesNotVerify() {
        var signature = signer().sign(Hash.of(MESSAGE));

        assertThat(verifies(withNewKey().current(), MESSAGE, signature)).isFalse();
    }

    @Test
    void aKeyKeepsItsIdWhoeverComputesIt() {
        assertThat(signer().current().id()).isEqualTo(signer().current().id()).matches("[A-Za-z0-9_-]{43}");
    }

    /** Otherwise nobody could check any more what the earlier key signed. */
    @Test
    void aKeyThatWasReplacedIsStillPublishedAfterTheCurrentOne() {
        var before = signer().current();
        var now = withNewKey();

        assertThat(now.current()).isNotEqualTo(before);
        assertThat(now.published()).startsWith(now.current()).contains(before).doesNotHaveDuplicates();
    }

    private static boolean verifies(PublishedKey key, byte[] message, EcdsaSignature signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key.key());
            check.update(message);
            return check.verify(signature.bytes());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

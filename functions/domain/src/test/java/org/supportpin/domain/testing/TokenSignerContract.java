package org.supportpin.domain.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.signing.PublishedRsaKey;
import org.supportpin.domain.token.TokenSigner;

/** What every {@link TokenSigner} promises. Signatures are checked by the JDK alone. */
public abstract class TokenSignerContract {

    private static final byte[] MESSAGE = "whose token it is".getBytes(UTF_8);

    protected abstract TokenSigner signer();

    /** The same service with another key that signs; that of {@link #signer} is still published. */
    protected abstract TokenSigner withNewKey();

    @Test
    public void aTokenIsVerifiedByTheCurrentKeyAlone() {
        var signature = signer().sign(Hash.of(MESSAGE));

        assertThat(verifies(signer().current(), MESSAGE, signature)).isTrue();
        assertThat(verifies(signer().current(), "whose it is not".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(verifies(withNewKey().current(), MESSAGE, signature)).isFalse();
    }

    /** Tokens of five minutes outlive the exchange of a key. */
    @Test
    public void whatTheKeyBeforeSignedIsVerifiedByAPublishedKey() {
        var signature = signer().sign(Hash.of(MESSAGE));
        var now = withNewKey();

        assertThat(now.current()).isNotEqualTo(signer().current());
        assertThat(now.published())
                .startsWith(now.current())
                .doesNotHaveDuplicates()
                .anyMatch(key -> verifies(key, MESSAGE, signature));
    }

    @Test
    public void aKeyKeepsItsId() {
        assertThat(signer().current().id()).isEqualTo(signer().current().id()).matches("[A-Za-z0-9_-]{43}");
    }

    private static boolean verifies(PublishedRsaKey key, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key.key());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

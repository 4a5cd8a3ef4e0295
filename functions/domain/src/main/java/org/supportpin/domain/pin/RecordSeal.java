package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;

/**
 * The public half of a customer's record key. It seals and opens nothing, so that what is personal can be sealed by a function whose
 * role may not open the record key, and without a call of KMS.
 *
 * @param version of the record key
 * @param publicKey 32 bytes
 */
public record RecordSeal(CustomerId customer, int version, Ciphertext publicKey) {

    private static final int BYTES = Hpke.KEY_BYTES;

    public RecordSeal {
        if (publicKey.bytes().length != BYTES) {
            throw new IllegalArgumentException("a public key has 32 bytes");
        }
    }

    /**
     * Seals a text.
     *
     * @param label what the text is, such as {@code call}; under another label it does not open
     */
    public SealedText seal(String label, String text) {
        try {
            var sealed = Hpke.AES_256.seal(
                    publicKey.bytes(), info(), associated(label), text.getBytes(StandardCharsets.UTF_8));
            return SealedText.of(version, sealed, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text was not sealed", e);
        }
    }

    byte[] info() {
        return ("support-pin/1/record-seal\n" + version + '\n' + customer.value()).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] associated(String label) {
        return label.getBytes(StandardCharsets.UTF_8);
    }
}

package org.supportpin.domain.signing;

import java.util.List;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;

/** Signs in the service's name, by ECDSA with P-256 and SHA-256 (ES256, RFC 7518 §3.4). The private keys never leave AWS KMS. */
public interface Signer {

    /**
     * The public part of the key that signs.
     *
     * @throws KeysUnavailable if the key service does not answer or refuses
     */
    PublishedKey current();

    /**
     * Every public key that somebody may still have to check a signature with: the current one first, then those it replaced.
     *
     * @throws KeysUnavailable if the key service does not answer or refuses
     */
    List<PublishedKey> published();

    /**
     * Signs a message by the {@link #current} key.
     *
     * @param message the message's SHA-256
     * @throws KeysUnavailable if the key service does not answer or refuses
     */
    EcdsaSignature sign(Hash message);
}

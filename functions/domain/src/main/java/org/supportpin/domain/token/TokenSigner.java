package org.supportpin.domain.token;

import java.util.List;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.signing.PublishedRsaKey;

/** Signs tokens by RSASSA-PKCS1-v1_5 with SHA-256 (RS256, RFC 7518 §3.3). The private keys never leave AWS KMS. */
public interface TokenSigner {

    /**
     * The public part of the key that signs.
     *
     * @throws KeysUnavailable if the key service does not answer or refuses
     */
    PublishedRsaKey current();

    /**
     * Every public key by which a token may be checked: the current one first, then one that signs soon, or did until now.
     *
     * @throws KeysUnavailable if the key service does not answer or refuses
     */
    List<PublishedRsaKey> published();

    /**
     * Signs a message by the {@link #current} key.
     *
     * @param message the message's SHA-256
     * @throws KeysUnavailable if the key service does not answer or refuses
     */
    byte[] sign(Hash message);
}

package org.supportpin.local.gateway;

import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/** The public keys of an issuer. */
@FunctionalInterface
public interface SigningKeys {

    /** The key with this {@code kid}. */
    Optional<JWK> find(String kid);
}

package org.supportpin.functions.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.action.StoreUnavailable;

/** What a client signs with. The key says which algorithm is used, never the assertion (RFC 8725 §3.1). */
public sealed interface ClientKey {

    /** The algorithm's name in a JWT. */
    String algorithm();

    /** Whether this key made the signature. */
    boolean verifies(Jwt jwt, SecretStore secrets);

    /** Whether an assertion that names a key, or none, may be signed by this one. */
    boolean isNamed(@Nullable String kid);

    /**
     * The public part of a client's own pair.
     *
     * @param kid null if the client has no name for it
     * @param algorithm RS256 or ES256
     */
    record Published(@Nullable String kid, String algorithm, PublicKey key) implements ClientKey {

        @Override
        public boolean isNamed(@Nullable String named) {
            return kid == null || kid.equals(named);
        }

        @Override
        public boolean verifies(Jwt jwt, SecretStore secrets) {
            try {
                // A JWS has R and S as they are, not in DER (RFC 7518 §3.4).
                var check = Signature.getInstance(
                        algorithm.equals("ES256") ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
                check.initVerify(key);
                check.update(jwt.signed());
                return check.verify(jwt.signature());
            } catch (SignatureException notOfThisLength) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has RSA and P-256", e);
            }
        }
    }

    /** A secret that both know, for a client that can do no better. */
    record Shared(SecretReference secret) implements ClientKey {

        /** RFC 7518 §3.2: no shorter than what comes of the hash. */
        private static final int LEAST_BYTES = 32;

        @Override
        public String algorithm() {
            return "HS256";
        }

        @Override
        public boolean isNamed(@Nullable String named) {
            return true;
        }

        /** @throws StoreUnavailable if the secret cannot be read now */
        @Override
        public boolean verifies(Jwt jwt, SecretStore secrets) {
            var bytes = secrets.open(secret).reveal().getBytes(UTF_8);
            if (bytes.length < LEAST_BYTES) {
                throw new IllegalStateException(secret + " has less than 32 bytes");
            }
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return MessageDigest.isEqual(mac.doFinal(jwt.signed()), jwt.signature());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HMAC", e);
            }
        }
    }
}

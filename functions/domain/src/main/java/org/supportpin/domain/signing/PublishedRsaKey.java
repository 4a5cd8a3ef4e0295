package org.supportpin.domain.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.supportpin.domain.identity.Hash;

/**
 * A public key for tokens of the service.
 *
 * @param key of 2,048 bits or more
 */
public record PublishedRsaKey(RSAPublicKey key) {

    /** RFC 7518 §3.3. */
    private static final int LEAST_BITS = 2048;

    public PublishedRsaKey {
        if (key.getModulus().bitLength() < LEAST_BITS) {
            throw new IllegalArgumentException("not a key of 2,048 bits");
        }
    }

    /** Its modulus, base64url of as few bytes as it takes (RFC 7518 §6.3.1.1). */
    public String n() {
        return number(key.getModulus());
    }

    /** Its exponent, as {@link #n}. */
    public String e() {
        return number(key.getPublicExponent());
    }

    /** The thumbprint of its JWK (RFC 7638): the {@code kid} of what it signs. */
    public String id() {
        var members = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(e(), n());
        return text(Hash.of(members.getBytes(US_ASCII)).bytes());
    }

    /** Without the byte for the sign. */
    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        return text(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

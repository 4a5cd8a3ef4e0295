package org.supportpin.domain.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import org.supportpin.domain.identity.Hash;

/**
 * A public key for signatures of the service.
 *
 * @param key on the curve P-256
 */
public record PublishedKey(ECPublicKey key) {

    private static final int BITS = 256;

    public PublishedKey {
        if (key.getParams().getOrder().bitLength() != BITS) {
            throw new IllegalArgumentException("not a key on P-256");
        }
    }

    /** Its first coordinate, base64url of exactly 32 bytes (RFC 7518 §6.2.1.2). */
    public String x() {
        return coordinate(key.getW().getAffineX());
    }

    /** Its second coordinate, as {@link #x}. */
    public String y() {
        return coordinate(key.getW().getAffineY());
    }

    /** The thumbprint of its JWK (RFC 7638), the same wherever and whenever it is computed: the {@code kid} of what it signs. */
    public String id() {
        var members = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x(), y());
        return text(Hash.of(members.getBytes(US_ASCII)).bytes());
    }

    private static String coordinate(BigInteger value) {
        return text(HexFormat.of().parseHex(value.setBit(BITS).toString(16).substring(1)));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package org.supportpin.domain.signing;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A signature by ES256: R and S, 32 bytes each, one after the other (RFC 7518 §3.4). Immutable. */
public final class EcdsaSignature {

    public static final int BYTES = 64;

    private final byte[] bytes;

    public EcdsaSignature(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("not a signature by ES256");
        }
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In base64url, without padding. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EcdsaSignature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EcdsaSignature[" + text() + "]";
    }
}

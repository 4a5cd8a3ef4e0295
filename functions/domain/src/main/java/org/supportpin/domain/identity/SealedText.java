package org.supportpin.domain.identity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A personal text as it is kept: only the customer's record key opens it, and nothing does once that key is destroyed. The request
 * that sealed it still knows the text, so it never needs the key. Immutable.
 */
public final class SealedText {

    private final int keyVersion;
    private final byte[] bytes;
    private final @Nullable String known;

    private SealedText(int keyVersion, byte[] bytes, @Nullable String known) {
        this.keyVersion = keyVersion;
        this.bytes = bytes.clone();
        this.known = known;
    }

    /** A text that was sealed just now. */
    public static SealedText of(int keyVersion, byte[] bytes, String text) {
        return new SealedText(keyVersion, bytes, text);
    }

    /** As it was stored. */
    public static SealedText stored(int keyVersion, byte[] bytes) {
        return new SealedText(keyVersion, bytes, null);
    }

    /** The version of the record key that opens it. */
    public int keyVersion() {
        return keyVersion;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text, if this request has sealed it; null otherwise. */
    public @Nullable String known() {
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedText that && keyVersion == that.keyVersion && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Without the text. Different for each, as the sealed bytes are. */
    @Override
    public String toString() {
        return "SealedText[" + keyVersion + ", " + Integer.toHexString(hashCode()) + "]";
    }
}

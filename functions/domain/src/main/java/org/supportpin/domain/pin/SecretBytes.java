package org.supportpin.domain.pin;

import java.util.Arrays;

/** Key material that {@code toString} does not reveal and that is wiped when its request ends. */
public final class SecretBytes implements AutoCloseable {

    private final byte[] bytes;

    /** Takes ownership of the array; the caller must keep no copy. */
    public SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** The bytes themselves, not a copy. The caller is responsible for where they go. */
    public byte[] insecureAccess() {
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "SecretBytes[redacted]";
    }
}

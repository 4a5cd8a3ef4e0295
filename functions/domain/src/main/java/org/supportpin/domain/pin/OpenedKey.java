package org.supportpin.domain.pin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** One of a customer's keys, opened for one request and one thread. HKDF (RFC 5869, SHA-256) derives a separate key for each use. */
public abstract sealed class OpenedKey implements AutoCloseable permits PinKey, RecordKey {

    private final SecretContext context;
    private final SecretBytes dataKey;

    /**
     * Wraps an opened data key.
     *
     * @param dataKey 32 bytes, owned by this object and wiped by {@link #close}
     */
    OpenedKey(SecretContext context, Purpose purpose, SecretBytes dataKey) {
        if (context.purpose() != purpose) {
            throw new IllegalArgumentException("a key of purpose " + context.purpose() + " is none of " + purpose);
        }
        if (dataKey.length() != 32) {
            throw new IllegalArgumentException("a customer's key has 32 bytes");
        }
        this.context = context;
        this.dataKey = dataKey;
    }

    public final SecretContext context() {
        return context;
    }

    /** What seals for whoever has this key; null if nothing does. */
    public @Nullable Ciphertext publicKey() {
        return null;
    }

    final SecretKey derive(String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(dataKey.insecureAccess())
                                    .thenExpand(("support-pin/1/" + use).getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is part of Java 25", e);
        }
    }

    @Override
    public final void close() {
        dataKey.close();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[redacted]";
    }
}

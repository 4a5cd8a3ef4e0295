package org.supportpin.domain.pin;

/**
 * A data key as it is stored.
 *
 * @param bytes the data key, wrapped by KMS
 * @param keyId the KMS key that wrapped it, which must open it
 */
public record WrappedKey(Ciphertext bytes, String keyId) {}

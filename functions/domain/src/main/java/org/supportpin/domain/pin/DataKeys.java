package org.supportpin.domain.pin;

import org.jspecify.annotations.Nullable;

/** The service that creates and opens wrapped keys: AWS KMS. */
public interface DataKeys {

    /**
     * A key in plain form for use, and in wrapped form for storage.
     *
     * @param plain 32 bytes
     * @param wrapped the form that {@link #open} takes
     * @param keyId the wrapping key
     */
    record DataKey(SecretBytes plain, Ciphertext wrapped, String keyId) {}

    /**
     * Creates 32 random bytes, bound to a context.
     *
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    DataKey generate(SecretContext context);

    /**
     * Opens what {@link #generate} wrapped.
     *
     * @throws SecretDoesNotOpen if it was altered or belongs to another context, which means that the table was tampered with
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    SecretBytes open(Ciphertext wrapped, SecretContext context);

    /** The key service does not answer. Nothing was changed. */
    final class KeysUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public KeysUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** The wrapped secret belongs to another customer or is damaged. */
    final class SecretDoesNotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;

        public SecretDoesNotOpen(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}

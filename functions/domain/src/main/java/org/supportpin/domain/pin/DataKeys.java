package org.supportpin.domain.pin;

import org.jspecify.annotations.Nullable;

/** The service that makes and opens wrapped keys; AWS KMS. */
public interface DataKeys {

    /**
     * A key as it may be used, and as it may be stored.
     *
     * @param plain 32 bytes
     * @param wrapped what {@link #open} takes
     * @param keyId names the wrapping key
     */
    record DataKey(SecretBytes plain, Ciphertext wrapped, String keyId) {}

    /**
     * Makes 32 random bytes, bound to a context.
     *
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    DataKey generate(SecretContext context);

    /**
     * Opens what {@link #generate} wrapped.
     *
     * @throws SecretDoesNotOpen if it was altered, or belongs to another context: somebody meddled with the table
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    SecretBytes open(Ciphertext wrapped, SecretContext context);

    /** The key service cannot be asked now; nothing was changed. */
    final class KeysUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public KeysUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** The wrapped secret is not this customer's, or is damaged. */
    final class SecretDoesNotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;

        public SecretDoesNotOpen(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }
}

package org.supportpin.domain.pin;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** The service that creates and opens wrapped keys: AWS KMS. */
public interface DataKeys {

    /**
     * A key in plain form for use, and in wrapped form for storage.
     *
     * @param plain 32 bytes
     * @param wrapped the form that {@link #open} takes
     */
    record DataKey(SecretBytes plain, WrappedKey wrapped) {}

    /** The ID of the key that wraps what is generated or wrapped again. */
    String currentKeyId();

    /**
     * Creates 32 random bytes, bound to a context and wrapped by the current key.
     *
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    DataKey generate(SecretContext context);

    /**
     * Opens what {@link #generate} or {@link #rewrap} wrapped, by the key that wrapped it.
     *
     * @throws SecretDoesNotOpen if it was altered, belongs to another context, or was wrapped by a key that is not allowed
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    SecretBytes open(WrappedKey wrapped, SecretContext context);

    /**
     * Wraps the same key again, by the current key. The plain form never leaves the service.
     *
     * @throws SecretDoesNotOpen as {@link #open} does
     * @throws KeysUnavailable if the service does not answer or refuses
     */
    WrappedKey rewrap(WrappedKey wrapped, SecretContext context);

    /** The key service does not answer, or refuses everybody's keys. Nothing was changed. */
    final class KeysUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public KeysUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }

    /** One customer's key does not open, or a text does not open with it: it is missing, damaged, or another customer's. */
    final class SecretDoesNotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Purpose purpose;

        public SecretDoesNotOpen(Purpose purpose, String reason, @Nullable Throwable cause) {
            super(reason, cause);
            this.purpose = purpose;
        }

        /** Which of the customer's two keys it is. */
        public Purpose purpose() {
            return purpose;
        }
    }
}

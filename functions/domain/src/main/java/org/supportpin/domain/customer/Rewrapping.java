package org.supportpin.domain.customer;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.customer.StoredSecrets.Owned;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * Wraps all customers' keys again by the current KMS key, so that an earlier one can be retired. Keys that the current one wraps are
 * left alone, so a run may stop anywhere, start anywhere, and run twice at once.
 */
public final class Rewrapping {

    private final StoredSecrets stored;
    private final Secrets secrets;

    public Rewrapping(StoredSecrets stored, Secrets secrets) {
        this.stored = stored;
        this.secrets = secrets;
    }

    /**
     * How far a run has come.
     *
     * @param next where it goes on; null at its end
     * @param rewrapped how many customers' keys were wrapped again
     * @param left how many were written by somebody else meanwhile, so that the next run must look at them again
     * @param notOpening how many have a key that does not open, which therefore stays as it is
     */
    public record Progress(@Nullable String next, int rewrapped, int left, int notOpening) {

        public static final Progress START = new Progress(null, 0, 0, 0);

        private Progress at(@Nullable String place) {
            return new Progress(place, rewrapped, left, notOpening);
        }

        private Progress with(Result result) {
            return switch (result) {
                case CURRENT -> this;
                case REWRAPPED -> new Progress(next, rewrapped + 1, left, notOpening);
                case LEFT -> new Progress(next, rewrapped, left + 1, notOpening);
                case NOT_OPENING -> new Progress(next, rewrapped, left, notOpening + 1);
            };
        }
    }

    private enum Result {
        CURRENT,
        REWRAPPED,
        LEFT,
        NOT_OPENING
    }

    /**
     * Goes on until the end, or until there is no more time. Pages are whole: a page that was begun is finished.
     *
     * @throws KeysUnavailable if the key service does not answer; the run may be repeated from where this call began
     */
    public Progress goOn(Progress before, BooleanSupplier hasTime) {
        var progress = before;
        do {
            var page = stored.page(progress.next());
            for (var each : page.secrets()) {
                progress = progress.with(rewrap(each));
            }
            progress = progress.at(page.next());
        } while (progress.next() != null && hasTime.getAsBoolean());
        return progress;
    }

    private Result rewrap(Owned read) {
        try {
            var secret = read.secret();
            var rewrapped = new StoredSecret(
                    secret.revision(),
                    rewrapped(read.customer(), Purpose.PIN, secret.pinKey()),
                    rewrapped(read.customer(), Purpose.RECORD, secret.recordKey()),
                    secret.mobile(),
                    secret.pendingMobile(),
                    secret.pendingClaim(),
                    secret.addresses());
            if (rewrapped.equals(secret)) {
                return Result.CURRENT;
            }
            return stored.replace(read, rewrapped) ? Result.REWRAPPED : Result.LEFT;
        } catch (SecretDoesNotOpen e) {
            return Result.NOT_OPENING;
        }
    }

    private @Nullable StoredKey rewrapped(CustomerId customer, Purpose purpose, @Nullable StoredKey key) {
        if (key == null || key.wrapped().keyId().equals(secrets.keys().currentKeyId())) {
            return key;
        }
        var context = new SecretContext(secrets.tenant(), customer, key.version(), purpose);
        return key.rewrapped(secrets.keys().rewrap(key.wrapped(), context));
    }
}

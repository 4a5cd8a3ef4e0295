package org.supportpin.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * A customer's secret as stored: wrapped, with the sealed mobile numbers. It is written in one transaction with the ledger entry
 * that refers to it.
 *
 * @param version the secret's version: 1, 2 …
 * @param revision the sequence of the ledger entry that it was written with
 * @param wrapped the data key, wrapped by KMS
 * @param keyId the KMS key that wrapped it
 * @param createdAt when the data key was created
 * @param mobile the confirmed number, sealed
 * @param pendingMobile the number that awaits confirmation, sealed
 * @param pendingClaim the number that the panel had verified when a mobile was last declared, sealed; null if there was none, and
 *     after a confirmation
 */
public record StoredSecret(
        int version,
        long revision,
        Purpose purpose,
        Ciphertext wrapped,
        String keyId,
        Instant createdAt,
        @Nullable Ciphertext mobile,
        @Nullable Ciphertext pendingMobile,
        @Nullable Ciphertext pendingClaim) {}

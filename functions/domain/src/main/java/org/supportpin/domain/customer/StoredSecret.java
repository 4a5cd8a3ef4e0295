package org.supportpin.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * A customer's secret as it lies in the table: wrapped, with the mobile numbers that it seals. It is written with the ledger
 * entry that tells of it, in one transaction.
 *
 * @param version of the secret, 1, 2 …
 * @param revision the sequence of the ledger entry that this was written with
 * @param wrapped the data key, wrapped by KMS
 * @param keyId the KMS key that wrapped it
 * @param createdAt when the data key was made
 * @param mobile the confirmed number, sealed
 * @param pendingMobile the declared number that waits for its code, sealed
 */
public record StoredSecret(
        int version,
        long revision,
        Purpose purpose,
        Ciphertext wrapped,
        String keyId,
        Instant createdAt,
        @Nullable Ciphertext mobile,
        @Nullable Ciphertext pendingMobile) {}

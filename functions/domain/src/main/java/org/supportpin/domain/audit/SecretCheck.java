package org.supportpin.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * Judges a customer's stored secret.
 *
 * @param keyId the key that wraps secrets now
 */
public record SecretCheck(String keyId, Instant now) {

    /** For how long PINs may come from one secret. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    /** What can be told without opening it: whether it is the one that the ledger tells of, its key, and its age. */
    public List<Violation> look(StoredLedger ledger) {
        var told = state(ledger).secret();
        var stored = ledger.secret();
        var found = new ArrayList<Violation>();
        if (stored == null ? told != null : !ref(stored).equals(told)) {
            found.add(violation(ledger, Kind.SECRET_DOES_NOT_OPEN));
        }
        if (stored != null && !stored.keyId().equals(keyId)) {
            found.add(violation(ledger, Kind.KEY_NOT_CURRENT));
        }
        if (stored != null
                && stored.purpose() == Purpose.PIN
                && stored.createdAt().plus(LIFETIME).isBefore(now)) {
            found.add(violation(ledger, Kind.SECRET_TOO_OLD));
        }
        return found;
    }

    /**
     * What can be told by opening it: whether it is this customer's, with what is sealed in it, and whether its PIN of this half
     * hour differs from the last one's.
     *
     * @param session closed by whoever opened it
     * @throws KeysUnavailable if the key service cannot be asked now
     */
    public List<Violation> open(StoredLedger ledger, SecretSession session) {
        var snapshot = snapshot(ledger);
        var state = snapshot.state();
        if (!state.isActive()) {
            return List.of();
        }
        try {
            var secret = session.open(snapshot);
            if (state.mobile().confirmed() != null) {
                session.mobile(snapshot);
            }
            long step = state.phase().step(now);
            int generation = state.pins().generation();
            return secret.pin(new PinCounter(step, generation)).equals(secret.pin(new PinCounter(step - 1, generation)))
                    ? List.of(violation(ledger, Kind.PIN_UNCHANGED))
                    : List.of();
        } catch (SecretDoesNotOpen | IllegalStateException notTheCustomers) {
            return List.of(violation(ledger, Kind.SECRET_DOES_NOT_OPEN));
        }
    }

    /** Whether PINs come from the secret of this ledger. */
    public static boolean isActive(StoredLedger ledger) {
        return state(ledger).isActive();
    }

    private static SecretRef ref(StoredSecret stored) {
        return new SecretRef(stored.version(), stored.revision(), stored.purpose());
    }

    private static Customer state(StoredLedger ledger) {
        return snapshot(ledger).state();
    }

    private static Snapshot snapshot(StoredLedger ledger) {
        var newest = ledger.newest().orElse(null);
        var entry = newest == null ? null : newest.sound(ledger);
        return new Snapshot(
                ledger.customer(),
                newest == null || entry == null ? null : new Recorded(entry, newest.actual()),
                ledger.secret());
    }

    private static Violation violation(StoredLedger ledger, Kind kind) {
        return new Violation(
                kind, ledger.customer(), ledger.newest().map(StoredEntry::place).orElse(0L));
    }
}

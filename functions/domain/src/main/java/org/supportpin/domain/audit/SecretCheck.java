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
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * Checks a customer's stored secret.
 *
 * @param keyId the key that currently wraps secrets
 */
public record SecretCheck(String keyId, Instant now) {

    /** How long one secret may be used for PINs. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    /** Checks what needs no opening: whether it is the secret that the ledger refers to, its key, and its age. */
    public List<Violation> look(LedgerHead ledger) {
        var expected = state(ledger).secret();
        var stored = ledger.secret();
        var found = new ArrayList<Violation>();
        if (stored == null ? expected != null : !ref(stored).equals(expected)) {
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
     * Checks what needs opening: whether the secret and the texts sealed with it belong to this customer, and whether this half
     * hour's PIN differs from the previous one.
     *
     * @param session closed by the caller
     * @throws KeysUnavailable if the key service does not answer
     */
    public List<Violation> open(LedgerHead ledger, SecretSession session) {
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
        } catch (KeysUnavailable nothingIsKnown) {
            throw nothingIsKnown;
        } catch (RuntimeException notTheCustomers) {
            // Whatever is wrong with one customer's secret, it does not open; the others' are looked at all the same.
            return List.of(unopened(ledger));
        }
    }

    static Violation unopened(LedgerHead ledger) {
        return violation(ledger, Kind.SECRET_DOES_NOT_OPEN);
    }

    /** Whether this ledger's secret is for PINs. */
    public static boolean isActive(LedgerHead ledger) {
        return state(ledger).isActive();
    }

    private static SecretRef ref(StoredSecret stored) {
        return new SecretRef(stored.version(), stored.revision(), stored.purpose());
    }

    private static Customer state(LedgerHead ledger) {
        return snapshot(ledger).state();
    }

    private static Snapshot snapshot(LedgerHead ledger) {
        var newest = ledger.newest();
        var entry = newest == null ? null : newest.sound(ledger.customer());
        return new Snapshot(
                ledger.customer(),
                newest == null || entry == null ? null : new Recorded(entry, newest.actual()),
                ledger.secret());
    }

    private static Violation violation(LedgerHead ledger, Kind kind) {
        var newest = ledger.newest();
        return new Violation(kind, ledger.customer(), newest == null ? 0 : newest.place());
    }
}

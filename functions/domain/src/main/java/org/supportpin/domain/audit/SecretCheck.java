package org.supportpin.domain.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.PinCounter;

/**
 * Checks a customer's stored keys.
 *
 * @param keyId the KMS key that currently wraps them
 */
public record SecretCheck(String keyId, Instant now) {

    /** How long one PIN key may be used. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    /** Checks what needs no opening: whether the keys are those that the ledger refers to, what wrapped them, and their age. */
    public List<Violation> look(LedgerHead ledger) {
        var expected = state(ledger).secret();
        var stored = ledger.secret();
        var found = new ArrayList<Violation>();
        if (stored == null ? expected != null : !ref(stored, expected).equals(expected)) {
            found.add(violation(ledger, Kind.SECRET_DOES_NOT_OPEN));
        }
        if (stored != null) {
            if (keys(stored).anyMatch(each -> !each.wrapped().keyId().equals(keyId))) {
                found.add(violation(ledger, Kind.KEY_NOT_CURRENT));
            }
            var pinKey = stored.pinKey();
            if (pinKey != null && pinKey.createdAt().plus(LIFETIME).isBefore(now)) {
                found.add(violation(ledger, Kind.SECRET_TOO_OLD));
            }
        }
        return found;
    }

    /**
     * Checks what needs opening: whether the keys and the number sealed with them belong to this customer, and whether this half
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
            var isShownAsItIs = session.mobile(snapshot).mask().equals(SecretSession.maskedMobile(snapshot));
            if (!isShownAsItIs) {
                return List.of(unopened(ledger));
            }
            var pinKey = session.pinKey(snapshot);
            long step = state.phase().step(now);
            int generation = state.pins().generation();
            return pinKey.pin(new PinCounter(step, generation)).equals(pinKey.pin(new PinCounter(step - 1, generation)))
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

    /** Whether this ledger's customer has a PIN key. */
    public static boolean isActive(LedgerHead ledger) {
        return state(ledger).isActive();
    }

    /** What a ledger must say for these keys to be its own. A key that is gone leaves its version in the ledger only. */
    private static SecretRef ref(StoredSecret stored, @Nullable SecretRef newest) {
        var pinKey = stored.pinKey();
        var recordKey = stored.recordKey();
        return new SecretRef(
                stored.revision(),
                pinKey == null ? (newest == null ? 0 : newest.pinKey()) : pinKey.version(),
                pinKey != null,
                recordKey == null ? (newest == null ? 0 : newest.recordKey()) : recordKey.version(),
                recordKey == null);
    }

    private static Stream<StoredKey> keys(StoredSecret stored) {
        return Stream.of(Optional.ofNullable(stored.pinKey()), Optional.ofNullable(stored.recordKey()))
                .flatMap(Optional::stream);
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

package org.supportpin.domain.customer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.RecordSeal;
import org.supportpin.domain.pin.SecretContext.Purpose;

/**
 * A customer at one moment: the newest entry, and the current keys.
 *
 * @param last null if nothing has happened yet
 * @param secret null if nothing is stored
 */
public record Snapshot(
        CustomerId customer,
        @Nullable Recorded last,
        @Nullable StoredSecret secret) {

    public Customer state() {
        return last == null ? Customer.fresh(customer) : last.entry().state();
    }

    /** What is stored, as far as it is what the ledger refers to. Only that opens, and only that is kept when it is written again. */
    StoredSecret current() {
        var ref = state().secret();
        if (ref == null || secret == null || secret.revision() != ref.revision()) {
            return StoredSecret.UNREADABLE;
        }
        return new StoredSecret(
                secret.revision(),
                ref.active() && secret.version(Purpose.PIN) == ref.pinKey() ? secret.pinKey() : null,
                secret.version(Purpose.RECORD) == ref.recordKey() ? secret.recordKey() : null,
                secret.mobile(),
                secret.pendingMobile(),
                secret.pendingClaim(),
                secret.addresses());
    }

    /** Whether both keys were destroyed, and none was made since. */
    boolean isForgotten() {
        var keys = state().secret();
        return keys != null && keys.erased();
    }

    /** Whether a confirmed mobile is stored. Opens nothing, so the number may turn out to be unreadable. */
    boolean hasMobile() {
        var current = current();
        return current.mobile() != null && current.recordKey() != null;
    }

    /**
     * What seals for this customer. Opens nothing.
     *
     * @return empty if there is no record key, or it cannot be read
     */
    public Optional<RecordSeal> seal() {
        return current().seal(customer);
    }

    public long nextSequence() {
        return last == null ? 1 : last.entry().sequence() + 1;
    }

    /** The ledger's time, which never goes back: the later of the clock's time and the newest entry's. */
    public Instant time(Instant clock) {
        var now = clock.truncatedTo(ChronoUnit.MILLIS);
        return last == null || last.entry().at().isBefore(now)
                ? now
                : last.entry().at();
    }

    /** The customer after an entry was recorded with its companion writes. */
    Snapshot after(Recorded entry, List<CompanionWrite> alongside) {
        var written = alongside.stream()
                .flatMap(each -> each instanceof SecretWritten(var newest, var _) ? Stream.of(newest) : Stream.empty())
                .findFirst();
        return new Snapshot(customer, entry, written.orElse(secret));
    }

    /** An actor as the next entry keeps it. */
    private Actor kept(Actor actor) {
        return actor instanceof Actor.Agent(var id, CallReference.Said(var call))
                ? new Actor.Agent(
                        id,
                        seal().map(each -> new CallReference.Kept(each.seal(CallReference.LABEL, call)))
                                .orElse(null))
                : actor;
    }

    /** The next entry. */
    Entry next(Event event, Actor by, Instant at) {
        var actor = kept(by);
        var sequence = nextSequence();
        return new Entry(
                customer,
                sequence,
                at,
                actor,
                event,
                state().apply(event, actor, sequence, at),
                last == null ? Hash.NONE : last.hash());
    }
}

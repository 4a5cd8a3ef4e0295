package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Event.Erased;
import org.supportpin.domain.customer.Event.ErasureRequested;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;

/**
 * Forgets a customer: destroys both keys, and with them everything that they sealed. Two people are needed. The ledger stays, with
 * what is not personal in it, so its chain still verifies.
 */
public final class Erasure {

    /** How long a request waits for its confirmation. */
    public static final Duration VALID = Duration.ofDays(7);

    /** The label under which notes are sealed. */
    public static final String NOTE = "note";

    private final LedgerCommands commands;

    public Erasure(LedgerCommands commands) {
        this.commands = commands;
    }

    /** What became of a call. */
    public sealed interface Outcome {

        /** It is requested; somebody else must confirm. */
        record Requested(Instant until) implements Outcome {}

        /** The same person has requested it. */
        record FourEyes(Instant until) implements Outcome {}

        /** Nothing personal is left. */
        record Done(Instant at) implements Outcome {}

        /** An action has not ended, and can end only while its texts can be read. */
        record ActionOpen() implements Outcome {}

        /** Nothing personal is kept. */
        record NothingKept() implements Outcome {}
    }

    /**
     * Requests the erasure, or confirms the request of somebody else.
     *
     * @param note why; sealed like everything personal, and so forgotten with the rest
     */
    public Outcome erase(CustomerId customer, AgentId auditor, String note) {
        return commands.<Outcome>perform(
                        customer, new Actor.Auditor(auditor), (snapshot, now) -> decide(snapshot, auditor, note, now))
                .outcome();
    }

    private static Decision<Outcome> decide(Snapshot snapshot, AgentId auditor, String note, Instant now) {
        var keys = snapshot.state().secret();
        if (keys == null || keys.erased()) {
            return Decision.tell(new Outcome.NothingKept());
        }
        var before = snapshot.state().erasure();
        if (before == null || !now.isBefore(before.until())) {
            var until = now.plus(VALID);
            var sealed = snapshot.seal().map(seal -> seal.seal(NOTE, note)).orElse(null);
            return Decision.record(new ErasureRequested(sealed, until), new Outcome.Requested(until));
        }
        if (before.by().equals(auditor)) {
            return Decision.tell(new Outcome.FourEyes(before.until()));
        }
        return !snapshot.state().openActions().isEmpty()
                ? Decision.tell(new Outcome.ActionOpen())
                : Decision.record(
                        new Erased(),
                        new Outcome.Done(now),
                        new SecretWritten(withoutKeys(snapshot), snapshot.secret()));
    }

    private static StoredSecret withoutKeys(Snapshot snapshot) {
        return new StoredSecret(snapshot.nextSequence(), null, null, null, null, null);
    }
}

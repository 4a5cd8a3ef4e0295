package org.supportpin.domain.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;

/**
 * An action from its acceptance to its end. Each change is written with a ledger entry, or, between the two, on condition of
 * its version.
 *
 * @param agent who asked for it, in which call
 * @param payload the hash of what was asked for: the same key with another payload is a conflict
 * @param parameters what was asked for, in the functions' own form; sealed where it is personal
 * @param plan what the check bound it to, likewise
 * @param dispatches how often it was, or may have been, sent to the back office
 * @param dispatchedAt when it was sent last
 * @param end what came of it; null while that is not known
 * @param version 1, 2 …
 */
public record ActionRecord(
        ActionId id,
        VerificationId verification,
        Actor.Agent agent,
        ActionName name,
        Risk risk,
        Hash payload,
        String parameters,
        String plan,
        Instant requestedAt,
        int dispatches,
        Instant dispatchedAt,
        @Nullable End end,
        long version) {

    /**
     * How an action ended.
     *
     * @param result in the functions' own form; null where nothing was done
     * @param refusal why not; null where it was done, or failed
     * @param needsHuman whether a person must find out what was done
     */
    public record End(
            ActionStatus status,
            Instant at,
            @Nullable String result,
            @Nullable Refusal refusal,
            boolean needsHuman) {}

    public ActionStatus status() {
        return end == null ? ActionStatus.PENDING : end.status();
    }

    /** The same action, with its texts in another form: sealed, or opened. */
    public ActionRecord withTexts(String newParameters, String newPlan) {
        return new ActionRecord(
                id,
                verification,
                agent,
                name,
                risk,
                payload,
                newParameters,
                newPlan,
                requestedAt,
                dispatches,
                dispatchedAt,
                end,
                version);
    }

    /** The same action, sent once more. */
    public ActionRecord dispatched(Instant at) {
        return new ActionRecord(
                id,
                verification,
                agent,
                name,
                risk,
                payload,
                parameters,
                plan,
                requestedAt,
                dispatches + 1,
                at,
                null,
                version + 1);
    }

    public ActionRecord ended(End how) {
        return new ActionRecord(
                id,
                verification,
                agent,
                name,
                risk,
                payload,
                parameters,
                plan,
                requestedAt,
                dispatches,
                dispatchedAt,
                how,
                version + 1);
    }
}

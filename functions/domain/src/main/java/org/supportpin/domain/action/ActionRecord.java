package org.supportpin.domain.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;

/**
 * An action from its acceptance to its end. Each change is written with a ledger entry, or, between the two, on condition of
 * its version.
 *
 * @param end what came of it; null while that is not known
 * @param version 1, 2 …
 */
public record ActionRecord(
        ActionId id, Request request, Texts texts, Dispatches dispatches, @Nullable End end, long version) {

    /**
     * What was accepted.
     *
     * @param agent who asked for it, in which call
     * @param payload the hash of what was asked for: the same key with another payload is a conflict
     */
    public record Request(
            VerificationId verification, Actor.Agent agent, ActionName name, Risk risk, Hash payload, Instant at) {}

    /**
     * The action as text, as the store keeps it; sealed where it is personal.
     *
     * @param parameters what was asked for
     * @param plan what the facts bound it to
     */
    public record Texts(String parameters, String plan) {}

    /**
     * How often it was, or may have been, sent to the back office.
     *
     * @param count 1, 2 …
     * @param last when it was sent last
     */
    public record Dispatches(int count, Instant last) {

        Dispatches oneMore(Instant at) {
            return new Dispatches(count + 1, at);
        }
    }

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
            boolean needsHuman) {

        public static End succeeded(Instant at, String result) {
            return new End(ActionStatus.SUCCEEDED, at, result, null, false);
        }

        public static End refused(Instant at, Refusal refusal) {
            return new End(ActionStatus.REFUSED, at, null, refusal, false);
        }

        public static End failed(Instant at, boolean needsHuman) {
            return new End(ActionStatus.FAILED, at, null, null, needsHuman);
        }
    }

    /** An action that was just accepted, and is sent for the first time. */
    public static ActionRecord accepted(ActionId id, Request request, Texts texts) {
        return new ActionRecord(id, request, texts, new Dispatches(1, request.at()), null, 1);
    }

    public CustomerId customer() {
        return request.verification().customer();
    }

    public ActionStatus status() {
        return end == null ? ActionStatus.PENDING : end.status();
    }

    /** The same action, sent once more. */
    public ActionRecord dispatched(Instant at) {
        return new ActionRecord(id, request, texts, dispatches.oneMore(at), null, version + 1);
    }

    public ActionRecord ended(End how) {
        return new ActionRecord(id, request, texts, dispatches, how, version + 1);
    }
}

package org.supportpin.domain.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.VerificationId;

/**
 * The stored action, from acceptance to end. Acceptance and end are written with a ledger entry; changes in between are
 * conditional on the version.
 *
 * @param end how it ended; null while that is unknown
 * @param version 1, 2 …
 */
public record ActionRecord(
        ActionId id,
        Request request,
        Texts texts,
        Dispatches dispatches,
        @Nullable End end,
        long version) {

    /**
     * What was accepted.
     *
     * @param agent the agent who requested it
     * @param payload the hash of the request; the same key with another payload is a conflict
     */
    public record Request(
            VerificationId verification, Actor.Agent agent, ActionName name, Risk risk, Hash payload, Instant at) {}

    /**
     * The action as stored text, sealed if personal.
     *
     * @param parameters the requested parameters
     * @param plan the plan
     */
    public record Texts(String parameters, String plan) {}

    /**
     * How often the action was, or may have been, sent to the back office.
     *
     * @param count 1, 2 …
     * @param last when it was last sent
     */
    public record Dispatches(int count, Instant last) {

        Dispatches oneMore(Instant at) {
            return new Dispatches(count + 1, at);
        }
    }

    /**
     * How an action ended.
     *
     * @param result in the functions' form; null if nothing was done
     * @param refusal why it was refused; null if it was done or failed
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

    /** A newly accepted action, which is sent for the first time. */
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

package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.pin.Ciphertext;

/**
 * What the panel shows of calls before anybody is verified.
 *
 * @param announcement the newest announced call, which may be over; null if there is none
 * @param request the newest typed verification that was asked for, which may be over; null if there is none
 */
public record Calls(
        @Nullable Announcement announcement, @Nullable Request request) {

    public static final Calls NONE = new Calls(null, null);

    /**
     * An agent is about to ring the customer.
     *
     * @param key 128 random bits, base64url: its part of the public ID
     * @param agentName sealed, like {@link CallNotes#agentName}
     * @param object what it is about, sealed in the same way; null if nothing in particular
     */
    public record Announcement(
            String key,
            AgentId agent,
            @Nullable Ciphertext agentName,
            CallReason reason,
            @Nullable Ciphertext object,
            Instant since,
            Instant until) {}

    /**
     * An agent reads out a code, and the customer is to type it in the panel.
     *
     * @param key 128 random bits, base64url: its part of the public ID, from which the code is derived, and the key of the
     *     verification that may result
     * @param call the mark of the agent's call
     * @param agentName sealed, like {@link CallNotes#agentName}
     */
    public record Request(
            String key,
            AgentId agent,
            int call,
            @Nullable Ciphertext agentName,
            Instant since,
            Instant expiresAt,
            int attemptsLeft) {

        Request rejected() {
            return new Request(key, agent, call, agentName, since, expiresAt, attemptsLeft - 1);
        }
    }

    /** The announced call, if it is not over. */
    public Optional<Announcement> announcement(Instant now) {
        return Optional.ofNullable(announcement).filter(each -> now.isBefore(each.until()));
    }

    /** The typed verification that is asked for, if its code is still accepted. */
    public Optional<Request> request(Instant now) {
        return Optional.ofNullable(request).filter(each -> each.attemptsLeft() > 0 && now.isBefore(each.expiresAt()));
    }

    Calls with(@Nullable Announcement next) {
        return new Calls(next, request);
    }

    Calls with(@Nullable Request next) {
        return new Calls(announcement, next);
    }

    Calls withoutRequest() {
        return new Calls(announcement, null);
    }

    Calls withoutAnnouncement() {
        return new Calls(null, request);
    }

    /** Without what is over at this time. */
    Calls at(Instant now) {
        return new Calls(announcement(now).orElse(null), request(now).orElse(null));
    }
}

package org.supportpin.domain.customer;

import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CallAnnouncement.Outcome;
import org.supportpin.domain.customer.CallAnnouncement.Sealed;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.AgentOnCall;
import org.supportpin.domain.identity.CallId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;

/** Tells the customer, in the panel and by SMS, that the hosting company is about to ring, and why. */
public final class AnnouncedCalls {

    private final LedgerCommands commands;
    private final AgentBudgets agents;
    private final DestinationBudgets destinations;
    private final Secrets secrets;
    private final Messenger messenger;
    private final CallAnnouncement rules;
    private final ZoneId zone;
    private final Supplier<String> newKey;

    /**
     * Creates the use case over these ports.
     *
     * @param zone the time zone for the time in the SMS
     * @param newKey 128 random bits, base64url: the announcement's part of its public ID
     */
    public AnnouncedCalls(
            LedgerCommands commands,
            AgentBudgets agents,
            DestinationBudgets destinations,
            Secrets secrets,
            Messenger messenger,
            Limits limits,
            ZoneId zone,
            Supplier<String> newKey) {
        this.commands = commands;
        this.agents = agents;
        this.destinations = destinations;
        this.secrets = secrets;
        this.messenger = messenger;
        this.rules = new CallAnnouncement(limits);
        this.zone = zone;
        this.newKey = newKey;
    }

    /**
     * What became of the request.
     *
     * @param handover of the SMS; null if none was due
     */
    public record Announcing(
            Performed<Outcome> performed, @Nullable Handover handover) {}

    /**
     * Announces a call. An SMS is counted before it is sent, and whether it arrives changes nothing about the announcement.
     *
     * @param object what it is about; null if nothing in particular
     */
    public Announcing announce(CustomerId customer, AgentOnCall by, CallReason reason, @Nullable String object) {
        var key = newKey.get();
        try (var session = secrets.session()) {
            var performed = commands.<Outcome>perform(
                    customer,
                    by.actor(),
                    (snapshot, now) -> rules.announce(
                            snapshot.state(),
                            agents.read(by.id()),
                            key,
                            reason,
                            () -> sealed(session, snapshot, by, key, object),
                            () -> destinations.read(session.mobile(snapshot)),
                            now));
            var handover = performed.outcome() instanceof Outcome.Announced(var announced, var bySms) && bySms
                    ? messenger.send(
                            session.mobile(performed.snapshot()),
                            SmsText.announcedCall(
                                    performed.state().language(), reason.brief(), announced.until(), zone))
                    : null;
            return new Announcing(performed, handover);
        }
    }

    private static Sealed sealed(
            SecretSession session, Snapshot snapshot, AgentOnCall by, String key, @Nullable String object) {
        var pins = session.pinKey(snapshot);
        var mark = CallMark.of(pins, by, key);
        @Nullable SealedText recorded = object == null
                ? null
                : snapshot.seal()
                        .map(seal -> seal.seal(CallAnnouncement.OBJECT, object))
                        .orElse(null);
        return new Sealed(mark, object == null ? null : pins.sealShown(key + CallsShown.OBJECT, object), recorded);
    }

    /** Ends a call that this agent announced. Returns whether there was one. */
    public boolean end(CallId id, AgentId agent) {
        return commands.<Boolean>perform(
                        id.customer(),
                        new Actor.Agent(agent, null),
                        (snapshot, now) -> CallAnnouncement.end(snapshot.state(), agent, id.key(), now))
                .outcome();
    }
}

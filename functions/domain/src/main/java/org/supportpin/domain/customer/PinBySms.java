package org.supportpin.domain.customer;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;

/** Sends the current PIN to the mobile on file, and nowhere else: no request names a destination. */
public final class PinBySms {

    private final LedgerCommands commands;
    private final AgentBudgets agents;
    private final DestinationBudgets destinations;
    private final Secrets secrets;
    private final Messenger messenger;
    private final PinDelivery rules;
    private final ZoneId zone;

    /**
     * Creates the use case over these ports.
     *
     * @param zone the time zone for the time in the SMS
     */
    public PinBySms(
            LedgerCommands commands,
            AgentBudgets agents,
            DestinationBudgets destinations,
            Secrets secrets,
            Messenger messenger,
            Limits limits,
            ZoneId zone) {
        this.commands = commands;
        this.agents = agents;
        this.destinations = destinations;
        this.secrets = secrets;
        this.messenger = messenger;
        this.rules = new PinDelivery(limits);
        this.zone = zone;
    }

    /** The outcome of the request. */
    public sealed interface Sending {

        /**
         * An SMS was counted and handed over.
         *
         * @param mobile the number on file
         * @param nextAt when another SMS is possible, whatever became of this one
         * @param at the ledger's time
         */
        record Sent(Delivery.Due delivery, PhoneNumber mobile, Handover handover, Instant nextAt, Instant at)
                implements Sending {}

        /** None was due: too many were sent to the customer, by the agent, or to the number. */
        record TooSoon(Instant until, Whose whose, Instant at) implements Sending {}

        /** The agent is suspended. */
        record AgentSuspended(Suspension suspension, Instant at) implements Sending {}

        /** The service is not active. */
        record NotActive() implements Sending {}

        /** The customer has frozen telephone support, and an agent asked. */
        record Frozen() implements Sending {}
    }

    /**
     * Counts the SMS, then sends it, so that a crash in between can lose a message but never exceed a limit. The secret is opened
     * before: what cannot be sent is not counted.
     *
     * @param language the language of the SMS; null for the customer's
     */
    public Sending send(CustomerId customer, Actor actor, @Nullable Language language) {
        try (var session = secrets.session()) {
            var performed = commands.<Delivery>perform(customer, actor, (snapshot, now) -> {
                var budgets = new SmsBudgets(budget(actor), () -> destinations.read(session.mobile(snapshot)));
                var decision = rules.reserve(snapshot.state(), budgets, now);
                if (decision.outcome() instanceof Delivery.Due) {
                    var _ = session.pinKey(snapshot);
                    var _ = session.mobile(snapshot);
                }
                return decision;
            });
            return switch (performed.outcome()) {
                case Delivery.Due due -> sent(session, performed, due, language);
                case Delivery.TooSoon(var until, var whose) -> new Sending.TooSoon(until, whose, performed.at());
                case Delivery.AgentSuspended(var suspension) -> new Sending.AgentSuspended(suspension, performed.at());
                case Delivery.NotActive() -> new Sending.NotActive();
                case Delivery.Frozen() -> new Sending.Frozen();
            };
        }
    }

    private @Nullable AgentBudget budget(Actor actor) {
        return actor instanceof Actor.Agent(var agent, var _) ? agents.read(agent) : null;
    }

    private Sending sent(
            SecretSession session, Performed<Delivery> performed, Delivery.Due due, @Nullable Language language) {
        var pin = session.pinKey(performed.snapshot()).pin(due.counter());
        var number = session.mobile(performed.snapshot());
        var spoken = language == null ? performed.state().language() : language;
        var handover = messenger.send(number, SmsText.pin(spoken, pin, due.acceptedUntil(), zone));
        return new Sending.Sent(due, number, handover, rules.nextAt(performed.state(), performed.at()), performed.at());
    }
}

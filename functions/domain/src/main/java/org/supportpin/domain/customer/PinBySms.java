package org.supportpin.domain.customer;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
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

    /**
     * The outcome of the request.
     *
     * @param mobile the number on file, to which the SMS was sent; null if none was sent
     */
    public record Sending(
            Performed<Delivery> performed, @Nullable PhoneNumber mobile) {

        public Optional<PhoneNumber> number() {
            return Optional.ofNullable(mobile);
        }
    }

    /**
     * Counts the SMS, then sends it, so that a crash in between can lose a message but never exceed a limit.
     *
     * @param language the language of the SMS; null for the customer's
     */
    public Sending send(CustomerId customer, Actor actor, @Nullable Language language) {
        try (var session = secrets.session()) {
            var performed = commands.<Delivery>perform(
                    customer,
                    actor,
                    (snapshot, now) -> rules.reserve(
                            snapshot.state(),
                            new SmsBudgets(budget(actor), () -> destinations.read(session.mobile(snapshot))),
                            now));
            if (!(performed.outcome() instanceof Delivery.Due(var counter, var acceptedUntil))) {
                return new Sending(performed, null);
            }
            var pin = session.open(performed.snapshot()).pin(counter);
            var number = session.mobile(performed.snapshot());
            var spoken = language == null ? performed.state().language() : language;
            messenger.send(number, SmsText.pin(spoken, pin, acceptedUntil, zone));
            return new Sending(performed, number);
        }
    }

    private @Nullable AgentBudget budget(Actor actor) {
        return actor instanceof Actor.Agent(var agent, var _) ? agents.read(agent) : null;
    }
}

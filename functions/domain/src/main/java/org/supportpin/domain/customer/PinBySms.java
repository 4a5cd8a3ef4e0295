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
    private final Secrets secrets;
    private final Messenger messenger;
    private final PinDelivery rules;
    private final ZoneId zone;

    /**
     * A use case over these ports.
     *
     * @param zone in which the SMS says until when the PIN is accepted
     */
    public PinBySms(LedgerCommands commands, Secrets secrets, Messenger messenger, Limits limits, ZoneId zone) {
        this.commands = commands;
        this.secrets = secrets;
        this.messenger = messenger;
        this.rules = new PinDelivery(limits);
        this.zone = zone;
    }

    /**
     * What became of the request.
     *
     * @param mobile the number on file, which the SMS went to; null where none was sent
     */
    public record Sending(
            Performed<Delivery> performed, @Nullable PhoneNumber mobile) {

        public Optional<PhoneNumber> number() {
            return Optional.ofNullable(mobile);
        }
    }

    /**
     * Counts the SMS first, then sends it: a crash in between loses one message, never a limit.
     *
     * @param language of the SMS; null for the customer's
     */
    public Sending send(CustomerId customer, Actor actor, @Nullable Language language) {
        var performed =
                commands.<Delivery>perform(customer, actor, (snapshot, now) -> rules.reserve(snapshot.state(), now));
        if (!(performed.outcome() instanceof Delivery.Due(var counter, var acceptedUntil))) {
            return new Sending(performed, null);
        }
        try (var session = secrets.session()) {
            var pin = session.open(performed.snapshot()).pin(counter);
            var number = session.mobile(performed.snapshot());
            var spoken = language == null ? performed.state().language() : language;
            messenger.send(number, SmsText.pin(spoken, pin, acceptedUntil, zone));
            return new Sending(performed, number);
        }
    }
}

package org.supportpin.functions.sms;

import org.supportpin.domain.customer.Secrets;
import java.time.ZoneId;
import java.util.Optional;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.PinDelivery;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.functions.Wiring;

/** Sends the current PIN to the mobile on file, and nowhere else: no request names a destination. */
final class PinBySms {

    private final LedgerCommands desk;
    private final Secrets secrets;
    private final PinDelivery rules;
    private final Messenger messenger;
    private final ZoneId zone;

    PinBySms(Wiring wiring) {
        this.desk = wiring.desk();
        this.secrets = wiring.secrets();
        this.rules = new PinDelivery(wiring.settings().limits());
        this.messenger = wiring.messenger();
        this.zone = wiring.settings().timeZone();
    }

    /** What became of the request; the number is that of the mobile on file, where an SMS went. */
    record Sending(Performed<Delivery> performed, Optional<PhoneNumber> number) {}

    /** Counts the SMS first, then sends it: a crash in between loses one message, never a limit. */
    Sending send(CustomerId customer, Actor actor, Optional<Language> language) {
        var performed =
                desk.<Delivery>perform(customer, actor, (snapshot, now) -> rules.reserve(snapshot.state(), now));
        if (!(performed.outcome() instanceof Delivery.Due(var counter, var acceptedUntil))) {
            return new Sending(performed, Optional.empty());
        }
        try (var session = secrets.session()) {
            var pin = session.open(performed.snapshot()).pin(counter);
            var number = session.mobile(performed.snapshot());
            var text = SmsText.pin(language.orElse(performed.state().language()), pin, acceptedUntil, zone);
            messenger.send(number, text);
            return new Sending(performed, Optional.of(number));
        }
    }
}

package org.supportpin.functions.activation;

import org.supportpin.domain.customer.Secrets;
import java.util.Optional;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Mobiles;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.Mobiles.Declaration;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Caller;

/** A customer's mobile: declared, then confirmed by the code that is sent to it. */
final class MobileRegistration {

    private final LedgerCommands desk;
    private final Secrets secrets;
    private final Mobiles mobiles;
    private final Messenger messenger;

    MobileRegistration(Wiring wiring) {
        this.desk = wiring.desk();
        this.secrets = wiring.secrets();
        this.mobiles = new Mobiles(wiring.settings().limits());
        this.messenger = wiring.messenger();
    }

    /** Declares a mobile and sends it a code. */
    LedgerCommands.Performed<Declaration> declare(Caller.Customer caller, PhoneNumber number) {
        try (var session = secrets.session()) {
            var performed = desk.<Declaration>perform(caller.id(), new Actor.Panel(), (snapshot, now) -> {
                var state = snapshot.state();
                var same = isPending(session, snapshot, number);
                var next = mobiles.nextCodeAt(state, same, now);
                return now.isBefore(next)
                        ? Decision.tell(new Declaration.TooSoon(next))
                        : mobiles.declare(
                                state, same, language(caller, state), session.declaring(snapshot, number, now), now);
            });
            if (performed.outcome() instanceof Declaration.CodeDue(var declaration, var _)) {
                var code = session.declared(performed.snapshot()).confirmationCode(declaration);
                messenger.send(number, SmsText.confirmation(performed.state().language(), code));
            }
            return performed;
        }
    }

    /** What a code came to, and the number that it is about. */
    record Confirmed(Confirmation confirmation, Optional<PhoneNumber> number) {}

    /** Takes a code. Who loses the number's place on file is told. */
    Confirmed confirm(Caller.Customer caller, Passcode code) {
        try (var session = secrets.session()) {
            var performed = desk.<Confirmation>perform(caller.id(), new Actor.Panel(), (snapshot, now) -> {
                var pending = snapshot.state().pendingMobile(now);
                return pending.isEmpty()
                        ? Decision.tell(new Confirmation.NothingPending())
                        : mobiles.confirm(
                                snapshot.state(),
                                session.open(snapshot)
                                        .confirmationCode(pending.get().declaration())
                                        .equals(code),
                                session.confirming(snapshot),
                                now);
            });
            if (!(performed.outcome() instanceof Confirmation.Confirmed(var _, var replaced))) {
                return new Confirmed(performed.outcome(), Optional.empty());
            }
            var number = session.pendingMobile(performed.snapshot());
            var before = replaced ? session.mobile(performed.snapshot()) : number;
            if (!before.equals(number)) {
                messenger.send(before, SmsText.mobileReplaced(performed.state().language()));
            }
            return new Confirmed(performed.outcome(), Optional.of(number));
        }
    }

    private static boolean isPending(SecretSession session, Snapshot snapshot, PhoneNumber number) {
        var stored = snapshot.secret();
        return stored != null
                && stored.pendingMobile() != null
                && session.pendingMobile(snapshot).equals(number);
    }

    static Language language(Caller.Customer caller, Customer state) {
        return caller.language().orElse(state.language());
    }
}

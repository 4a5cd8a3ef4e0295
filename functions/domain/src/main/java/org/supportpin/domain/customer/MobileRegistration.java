package org.supportpin.domain.customer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.Mobiles.Declaration;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;

/** A customer's mobile: declared, then confirmed by the code that is sent to it. */
public final class MobileRegistration {

    private final LedgerCommands commands;
    private final Secrets secrets;
    private final Messenger messenger;
    private final Mobiles rules;

    public MobileRegistration(LedgerCommands commands, Secrets secrets, Messenger messenger, Limits limits) {
        this.commands = commands;
        this.secrets = secrets;
        this.messenger = messenger;
        this.rules = new Mobiles(limits);
    }

    /**
     * Declares a mobile and sends it a code. The code counts first: a crash in between loses one message, never a limit.
     *
     * @param language the customer's from now on; null for the one of before
     */
    public Performed<Declaration> declare(CustomerId customer, PhoneNumber number, @Nullable Language language) {
        try (var session = secrets.session()) {
            var performed = commands.<Declaration>perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.declare(
                            snapshot.state(),
                            () -> isPending(session, snapshot, number),
                            language == null ? snapshot.state().language() : language,
                            () -> session.declaring(snapshot, number, now),
                            now));
            if (performed.outcome() instanceof Declaration.CodeDue(var declaration, var _)) {
                var code = session.declared(performed.snapshot()).confirmationCode(declaration);
                messenger.send(number, SmsText.confirmation(performed.state().language(), code));
            }
            return performed;
        }
    }

    /**
     * What a code came to.
     *
     * @param mobile the number that is on file from now on; null where the code was not taken
     */
    public record Confirmed(
            Confirmation confirmation, @Nullable PhoneNumber mobile) {

        public Optional<PhoneNumber> number() {
            return Optional.ofNullable(mobile);
        }
    }

    /** Takes a code. The owner of a number that it replaces is told by SMS. */
    public Confirmed confirm(CustomerId customer, Passcode code) {
        try (var session = secrets.session()) {
            var performed = commands.<Confirmation>perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.confirm(
                            snapshot.state(),
                            declaration -> session.open(snapshot)
                                    .confirmationCode(declaration)
                                    .equals(code),
                            () -> session.confirming(snapshot),
                            now));
            if (!(performed.outcome() instanceof Confirmation.Confirmed(var _, var replaced))) {
                return new Confirmed(performed.outcome(), null);
            }
            var number = session.pendingMobile(performed.snapshot());
            var before = replaced ? session.mobile(performed.snapshot()) : number;
            if (!before.equals(number)) {
                messenger.send(before, SmsText.mobileReplaced(performed.state().language()));
            }
            return new Confirmed(performed.outcome(), number);
        }
    }

    private static boolean isPending(SecretSession session, Snapshot snapshot, PhoneNumber number) {
        var stored = snapshot.secret();
        return stored != null
                && stored.pendingMobile() != null
                && session.pendingMobile(snapshot).equals(number);
    }
}

package org.supportpin.domain.customer;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.customer.Mobiles.Confirmation;
import org.supportpin.domain.customer.Mobiles.Declaration;
import org.supportpin.domain.customer.Mobiles.Numbers;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.Passcode;

/** Registers a customer's mobile: it is declared, then confirmed by the code that is sent to it. */
public final class MobileRegistration {

    private final LedgerCommands commands;
    private final DestinationBudgets destinations;
    private final Secrets secrets;
    private final Messenger messenger;
    private final Mobiles rules;

    public MobileRegistration(
            LedgerCommands commands,
            DestinationBudgets destinations,
            Secrets secrets,
            Messenger messenger,
            Limits limits) {
        this.commands = commands;
        this.destinations = destinations;
        this.secrets = secrets;
        this.messenger = messenger;
        this.rules = new Mobiles(limits);
    }

    /**
     * Declares a mobile and sends it a code. The code is counted first, so that a crash in between can lose a message but never
     * exceed a limit.
     *
     * @param claimed the mobile that the panel has verified; kept, sealed, for the confirmation
     * @param language the customer's language from now on; null to keep the current one
     */
    public Performed<Declaration> declare(
            CustomerId customer,
            PhoneNumber number,
            Supplier<Optional<PhoneNumber>> claimed,
            @Nullable Language language) {
        try (var session = secrets.session()) {
            var performed = commands.<Declaration>perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.declare(
                            snapshot.state(),
                            () -> isPending(session, snapshot, number),
                            new SmsBudgets(null, () -> destinations.read(number)),
                            language == null ? snapshot.state().language() : language,
                            () -> session.declaring(
                                    snapshot, number, claimed.get().orElse(null), now),
                            now));
            if (performed.outcome() instanceof Declaration.CodeDue(var declaration, var _)) {
                var code = session.declared(performed.snapshot()).confirmationCode(declaration);
                messenger.send(number, SmsText.confirmation(performed.state().language(), code));
            }
            return performed;
        }
    }

    /**
     * The outcome of a code.
     *
     * @param mobile the number now on file; null if the code was not accepted
     */
    public record Confirmed(
            Confirmation confirmation, @Nullable PhoneNumber mobile) {

        public Optional<PhoneNumber> number() {
            return Optional.ofNullable(mobile);
        }
    }

    /**
     * Checks a code. If the mobile replaces another number, that number gets an SMS.
     *
     * @param claimed the mobile that the panel has verified; evaluated only if the code is right
     */
    public Confirmed confirm(CustomerId customer, Passcode code, Supplier<Optional<PhoneNumber>> claimed) {
        try (var session = secrets.session()) {
            var performed = commands.<Confirmation>perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.confirm(
                            snapshot.state(),
                            declaration -> session.open(snapshot)
                                    .confirmationCode(declaration)
                                    .equals(code),
                            () -> numbers(session, snapshot, claimed),
                            () -> session.confirming(snapshot),
                            now));
            if (!(performed.outcome() instanceof Confirmation.Confirmed(var _, var replaced))) {
                return new Confirmed(performed.outcome(), null);
            }
            var notice = SmsText.mobileReplaced(performed.state().language());
            replaced.forEach(number -> messenger.send(number, notice));
            return new Confirmed(performed.outcome(), session.pendingMobile(performed.snapshot()));
        }
    }

    private static Numbers numbers(SecretSession session, Snapshot snapshot, Supplier<Optional<PhoneNumber>> claimed) {
        return new Numbers(
                session.pendingMobile(snapshot),
                snapshot.state().mobile().confirmed() == null ? null : session.mobile(snapshot),
                Stream.concat(session.pendingClaim(snapshot).stream(), claimed.get().stream())
                        .collect(Collectors.toSet()));
    }

    private static boolean isPending(SecretSession session, Snapshot snapshot, PhoneNumber number) {
        var stored = snapshot.secret();
        return stored != null
                && stored.pendingMobile() != null
                && session.pendingMobile(snapshot).equals(number);
    }
}

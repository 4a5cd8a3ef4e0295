package org.supportpin.domain.customer;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.SecretContext.Purpose;

/** Activates and deactivates the service. */
public final class ServiceActivation {

    private final LedgerCommands commands;
    private final Secrets secrets;
    private final Activation rules;

    public ServiceActivation(LedgerCommands commands, Secrets secrets, Limits limits) {
        this.commands = commands;
        this.secrets = secrets;
        this.rules = new Activation(limits);
    }

    /**
     * Activates the service for the mobile on file or for the one that the panel has verified.
     *
     * @param verified the mobile that the panel has verified; evaluated only if none is on file
     * @param language the customer's language from now on; null to keep the current one
     */
    public Performed<Activation.Outcome> activate(
            CustomerId customer, Supplier<Optional<PhoneNumber>> verified, @Nullable Language language) {
        try (var session = secrets.session()) {
            return commands.perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.activate(
                            snapshot.state(),
                            language == null ? snapshot.state().language() : language,
                            () -> mobile(session, snapshot, verified)
                                    .map(number -> session.renewed(snapshot, Purpose.PIN, number, now)),
                            now));
        }
    }

    /** Deactivates the service and destroys the secret. The mobile stays on file, sealed with its own key. */
    public void deactivate(CustomerId customer) {
        try (var session = secrets.session()) {
            commands.<Boolean>perform(
                    customer,
                    new Actor.Panel(),
                    (snapshot, now) -> rules.deactivate(
                            snapshot.state(),
                            () -> session.renewed(snapshot, Purpose.MOBILE, session.mobile(snapshot), now)));
        }
    }

    private static Optional<PhoneNumber> mobile(
            SecretSession session, Snapshot snapshot, Supplier<Optional<PhoneNumber>> verified) {
        return snapshot.state().mobile().confirmed() == null ? verified.get() : Optional.of(session.mobile(snapshot));
    }
}

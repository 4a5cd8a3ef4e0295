package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.LedgerCommands.Performed;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;

/** Activates and deactivates the service, and tells the mobile and the notice address. */
public final class ServiceActivation {

    private final LedgerCommands commands;
    private final Secrets secrets;
    private final NoticesOnFile told;
    private final Activation rules;

    public ServiceActivation(LedgerCommands commands, Secrets secrets, NoticesOnFile told, Limits limits) {
        this.commands = commands;
        this.secrets = secrets;
        this.told = told;
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
                    (snapshot, now) -> told.with(
                            rules.activate(
                                    snapshot.state(),
                                    language == null ? snapshot.state().language() : language,
                                    () -> session.isPinKeySound(snapshot),
                                    () -> keys(session, snapshot, verified, now),
                                    now),
                            snapshot,
                            now));
        }
    }

    /** Deactivates the service and destroys the PIN key, without opening it. The mobile stays on file. */
    public void deactivate(CustomerId customer) {
        commands.<Boolean>perform(
                customer,
                new Actor.Panel(),
                (snapshot, now) -> told.with(
                        rules.deactivate(snapshot.state(), () -> SecretSession.deactivating(snapshot)), snapshot, now));
    }

    /**
     * The keys of an active service; empty if no mobile is known. A mobile on file is not opened, except if the PIN key just turned
     * out to be unreadable: then the whole item is in doubt.
     */
    private static Optional<SecretWritten> keys(
            SecretSession session, Snapshot snapshot, Supplier<Optional<PhoneNumber>> verified, Instant now) {
        if (snapshot.state().mobile().confirmed() == null) {
            return verified.get().map(number -> session.activating(snapshot, number, now));
        }
        var isKnown = snapshot.state().isActive() ? session.findMobile(snapshot).isPresent() : snapshot.hasMobile();
        return isKnown ? Optional.of(session.activating(snapshot, now)) : Optional.empty();
    }
}

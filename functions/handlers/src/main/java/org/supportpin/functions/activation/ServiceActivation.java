package org.supportpin.functions.activation;

import org.supportpin.domain.customer.Secrets;
import java.util.Optional;
import org.supportpin.domain.customer.Activation;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Caller;

/** The service, on and off. */
final class ServiceActivation {

    private final LedgerCommands desk;
    private final Secrets secrets;

    ServiceActivation(Wiring wiring) {
        this.desk = wiring.desk();
        this.secrets = wiring.secrets();
    }

    /** Activates the service for the mobile on file, or for the one that the panel has verified. */
    Activation.Outcome activate(Caller.Customer caller) {
        try (var session = secrets.session()) {
            return desk.<Activation.Outcome>perform(caller.id(), new Actor.Panel(), (snapshot, now) -> {
                        var state = snapshot.state();
                        if (state.isActive()) {
                            return Decision.tell(Activation.Outcome.ALREADY_ACTIVE);
                        }
                        var secret = mobile(session, snapshot, caller)
                                .map(number -> session.renewed(snapshot, Purpose.PIN, number, now));
                        return Activation.activate(
                                state,
                                state.mobile() == null,
                                MobileRegistration.language(caller, state),
                                secret.orElse(null));
                    })
                    .outcome();
        }
    }

    /** Deactivates the service: the secret is gone for good. The mobile stays on file, sealed with a key of its own. */
    void deactivate(Caller.Customer caller) {
        try (var session = secrets.session()) {
            desk.<Boolean>perform(
                    caller.id(),
                    new Actor.Panel(),
                    (snapshot, now) -> snapshot.state().isActive()
                            ? Activation.deactivate(
                                    snapshot.state(),
                                    session.renewed(snapshot, Purpose.MOBILE, session.mobile(snapshot), now))
                            : Decision.tell(false));
        }
    }

    private static Optional<PhoneNumber> mobile(SecretSession session, Snapshot snapshot, Caller.Customer caller) {
        return snapshot.state().mobile() == null ? caller.mobile().get() : Optional.of(session.mobile(snapshot));
    }
}

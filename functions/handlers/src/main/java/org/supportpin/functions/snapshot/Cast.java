package org.supportpin.functions.snapshot;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.SecretSession;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.ServiceActivation;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.VerificationId;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.PinCounter;

/**
 * The customer and the agent of one round. There are none of their names: each bears 122 random bits that exist nowhere else, so
 * the partitions that are read are empty.
 */
final class Cast {

    static final String NUMBER = "+306912345678";
    private static final int PINS = 1_000_000;

    private final StandIns standIns;
    private final String tenant;
    private final LedgerCommands commands;
    private final CustomerId customer = new CustomerId("rehearsal-" + UUID.randomUUID());
    private String verification = new VerificationId(customer, "AAAAAAAAAAAAAAAA").text();

    Cast(StandIns standIns, String tenant, LedgerCommands commands) {
        this.standIns = standIns;
        this.tenant = tenant;
        this.commands = commands;
    }

    /** Activates the service for the customer, in memory alone. */
    Cast activated() {
        new ServiceActivation(commands, new Secrets(standIns.ownKeys(), tenant), Limits.DEFAULTS)
                .activate(customer, () -> Optional.of(new PhoneNumber(NUMBER)), Language.GREEK);
        return this;
    }

    /** Remembers the verification of an answer. */
    void verified(String id) {
        verification = id;
    }

    /** A text with the round's own names, PIN and code in it. */
    String fill(String text) {
        return text.replace("{customer}", customer.value())
                .replace("{verification}", verification)
                .replace("{code}", standIns.code())
                .replace("{pin}", text.contains("{pin}") ? pin(0) : "")
                .replace("{wrong}", text.contains("{wrong}") ? pin(1) : "");
    }

    private String pin(int more) {
        var snapshot = standIns.remembered().read(customer);
        var state = snapshot.state();
        Instant now = commands.now(snapshot);
        try (var session = new SecretSession(standIns.ownKeys(), tenant)) {
            var pin = session.open(snapshot)
                    .pin(new PinCounter(state.phase().step(now), state.pins().generation()));
            return "%06d".formatted((Integer.parseInt(pin.digits()) + more) % PINS);
        }
    }
}

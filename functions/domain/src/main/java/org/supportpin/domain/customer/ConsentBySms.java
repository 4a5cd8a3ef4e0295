package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Gates.ConsentBy;
import org.supportpin.domain.customer.SmsBudgets.Reservation;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.message.Handover;
import org.supportpin.domain.message.Messenger;
import org.supportpin.domain.message.SmsText;

/**
 * Sends the code of a waiting action, with its values, to the mobile on file. It waits for no cool-down, because a caller is on the
 * line, and counts like a PIN by SMS.
 */
public record ConsentBySms(
        AgentBudgets agents, DestinationBudgets destinations, Secrets secrets, Messenger messenger, Limits limits) {

    /** Whether the SMS may be sent. */
    public sealed interface Reserved {

        /** It may, if these are written with the entry that accepts the action. */
        record Counted(List<CompanionWrite> counts) implements Reserved {}

        /** Too many were sent. */
        record TooMany(Instant until, Whose whose) implements Reserved {}
    }

    /** Reserves the SMS. What it will need is opened before: what cannot be sent is not counted. */
    public Reserved reserve(SecretSession session, Snapshot snapshot, AgentId agent, Instant now) {
        var number = session.mobile(snapshot);
        var _ = session.pinKey(snapshot);
        var budgets = new SmsBudgets(agents.read(agent), () -> destinations.read(number));
        var own = snapshot.state().pins().sms().availableTodayAt(limits, now);
        return switch (budgets.reserve(limits, SmsKind.PIN, own, now)) {
            case Reservation.Reserved(var counts) -> new Reserved.Counted(counts);
            case Reservation.TooSoon(var until, var whose) -> new Reserved.TooMany(until, whose);
        };
    }

    /** Sends the SMS of an action that was just accepted, once. */
    public Handover send(SecretSession session, Snapshot accepted, ActionRecord action, Deed deed) {
        var code = new ConsentCodes(session.pinKey(accepted), action).by(ConsentBy.SMS);
        var language = accepted.state().language();
        return messenger.send(
                session.mobile(accepted),
                SmsText.consent(language, code, deed.name(), room -> deed.values(language, room)));
    }
}

package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.List;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.Event.PinSent;
import org.supportpin.domain.customer.SmsBudgets.Reservation;
import org.supportpin.domain.customer.SmsBudgets.Whose;
import org.supportpin.domain.pin.PinCounter;

/** The rules for sending the current PIN by SMS. */
public final class PinDelivery {

    private final Limits limits;

    public PinDelivery(Limits limits) {
        this.limits = limits;
    }

    /** The outcome of the request. */
    public sealed interface Delivery {

        /** The PIN of this counter must be sent. It is accepted until the given time. */
        record Due(PinCounter counter, Instant acceptedUntil) implements Delivery {}

        /** Too many SMS were sent to the customer, by the agent, or to the number. */
        record TooSoon(Instant until, Whose whose) implements Delivery {}

        /** The agent entered too many wrong PINs, or too many right ones, over all customers. */
        record AgentSuspended(Suspension suspension) implements Delivery {}

        /** The service is not active. */
        record NotActive() implements Delivery {}

        /** The customer has frozen telephone support. Only the panel still sends the PIN. */
        record Frozen() implements Delivery {}
    }

    /** Reserves an SMS. It counts from now on, whether or not it is delivered. */
    public Decision<Delivery> reserve(Customer customer, SmsBudgets budgets, Instant now) {
        if (!customer.isActive()) {
            return Decision.tell(new Delivery.NotActive());
        }
        var suspended = budgets.suspension(now);
        if (suspended.isPresent()) {
            return Decision.tell(new Delivery.AgentSuspended(suspended.get()));
        }
        if (budgets.isForAgent() && customer.policy().isFrozen()) {
            return PhoneVerification.frozen(customer, new Delivery.Frozen());
        }
        return switch (budgets.reserve(limits, SmsKind.PIN, nextAt(customer, now), now)) {
            case Reservation.TooSoon(var until, var whose) -> Decision.tell(new Delivery.TooSoon(until, whose));
            case Reservation.Reserved(var counts) -> due(customer, counts, now);
        };
    }

    private Decision<Delivery> due(Customer customer, List<CompanionWrite> counts, Instant now) {
        var phase = customer.phase();
        var step = phase.step(now);
        var lasting = now.plus(limits.pins().sentBySms());
        var acceptedUntil = lasting.isAfter(phase.end(step)) ? lasting : phase.end(step);
        return new Decision<>(
                new PinSent(step, acceptedUntil),
                new Delivery.Due(new PinCounter(step, customer.pins().generation()), acceptedUntil),
                counts);
    }

    /** When the next SMS is allowed: now, or later. */
    public Instant nextAt(Customer customer, Instant now) {
        return customer.pins().sms().availableAt(limits, now);
    }
}

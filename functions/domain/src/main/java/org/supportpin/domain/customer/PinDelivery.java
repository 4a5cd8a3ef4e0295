package org.supportpin.domain.customer;

import java.time.Instant;
import org.supportpin.domain.customer.Event.PinSent;
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

        /** Too many PINs were sent. */
        record TooSoon(Instant until) implements Delivery {}

        /** The service is not active. */
        record NotActive() implements Delivery {}
    }

    /** Reserves an SMS. It counts from now on, whether or not it is delivered. */
    public Decision<Delivery> reserve(Customer customer, Instant now) {
        if (!customer.isActive()) {
            return Decision.tell(new Delivery.NotActive());
        }
        var next = nextAt(customer, now);
        if (now.isBefore(next)) {
            return Decision.tell(new Delivery.TooSoon(next));
        }
        var phase = customer.phase();
        var step = phase.step(now);
        var lasting = now.plus(limits.pins().sentBySms());
        var acceptedUntil = lasting.isAfter(phase.end(step)) ? lasting : phase.end(step);
        return Decision.record(
                new PinSent(step, acceptedUntil),
                new Delivery.Due(new PinCounter(step, customer.pins().generation()), acceptedUntil));
    }

    /** When the next SMS is allowed: now, or later. */
    public Instant nextAt(Customer customer, Instant now) {
        return customer.pins().sms().availableAt(limits, now);
    }
}

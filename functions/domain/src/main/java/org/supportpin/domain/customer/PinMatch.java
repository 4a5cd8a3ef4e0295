package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.pin.CustomerSecret;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinCounter;

/** What a PIN that was said turns out to be. */
public sealed interface PinMatch {

    /** One of the PINs that are accepted now. */
    record Accepted(PinCounter counter, PinSource source) implements PinMatch {}

    /** One that verified before. */
    record AlreadyUsed(PinCounter counter) implements PinMatch {}

    /** None of them. */
    record Wrong() implements PinMatch {}

    /**
     * Compares what was said with every candidate, each in constant time and all of them always, so that the time taken tells
     * nothing.
     */
    static PinMatch of(CustomerSecret secret, Customer customer, Limits limits, Passcode said, Instant now) {
        PinMatch match = new Wrong();
        for (var used : customer.pins().used()) {
            if (secret.pin(used.counter()).equals(said)) {
                match = new AlreadyUsed(used.counter());
            }
        }
        for (var candidate : candidates(customer, limits, now)) {
            if (secret.pin(candidate.counter()).equals(said)) {
                match = candidate;
            }
        }
        return match;
    }

    /**
     * The PINs that are accepted now: the current one; the previous one for a while after the change, if it was of this
     * generation; those sent by SMS whose time is not over. A PIN that was sent counts as sent, wherever the caller has it from.
     */
    static List<Accepted> candidates(Customer customer, Limits limits, Instant now) {
        var pins = customer.pins();
        var phase = customer.phase();
        var step = phase.step(now);
        var sent = pins.sent().stream()
                .filter(each -> now.isBefore(each.acceptedUntil()))
                .map(Pins.Sent::step)
                .toList();
        var candidates = new ArrayList<Accepted>();
        sent.forEach(each -> candidates.add(new Accepted(new PinCounter(each, pins.generation()), PinSource.SMS)));
        if (!sent.contains(step)) {
            candidates.add(new Accepted(new PinCounter(step, pins.generation()), PinSource.PANEL));
        }
        var changed = phase.start(step);
        var previous = now.isBefore(changed.plus(limits.pins().previousGrace()))
                && pins.since().isBefore(changed);
        if (previous && !sent.contains(step - 1)) {
            var wasSent = pins.sent().stream().anyMatch(each -> each.step() == step - 1);
            candidates.add(new Accepted(
                    new PinCounter(step - 1, pins.generation()), wasSent ? PinSource.SMS : PinSource.PANEL));
        }
        return candidates;
    }
}

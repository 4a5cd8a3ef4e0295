package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.pin.Passcode;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.PinKey;

/** The result of comparing a spoken PIN. */
public sealed interface PinMatch {

    /** A currently accepted PIN. */
    record Accepted(PinCounter counter, PinSource source) implements PinMatch {}

    /** A PIN that was already used. */
    record AlreadyUsed(PinCounter counter) implements PinMatch {}

    /** A wrong PIN. */
    record Wrong() implements PinMatch {}

    /**
     * Compares a spoken PIN with every candidate, always all of them and each in constant time, so that timing reveals nothing.
     */
    static PinMatch of(PinKey key, Customer customer, Limits limits, Passcode said, Instant now) {
        PinMatch match = new Wrong();
        for (var used : customer.pins().used()) {
            if (key.pin(used.counter()).equals(said)) {
                match = new AlreadyUsed(used.counter());
            }
        }
        for (var candidate : candidates(customer, limits, now)) {
            if (key.pin(candidate.counter()).equals(said)) {
                match = candidate;
            }
        }
        return match;
    }

    /**
     * The currently accepted PINs: the current one; the previous one for a while after the change, if it is of this generation;
     * and those sent by SMS that have not expired. A PIN that was sent counts as sent, wherever the caller got it.
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

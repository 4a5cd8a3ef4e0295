package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.supportpin.domain.pin.PinCounter;

/**
 * The state of a customer's PINs.
 *
 * @param generation 0–65535
 * @param since when this generation began
 * @param sms when PINs, and codes for waiting actions, were sent by SMS
 * @param sent the PINs of this generation that were sent and are still accepted, and the previous half hour's if it was sent
 * @param used the most recently used PINs, oldest first
 */
public record Pins(int generation, Instant since, SmsLog sms, List<Sent> sent, List<Used> used) {

    public static final Pins NONE = new Pins(0, Instant.EPOCH, SmsLog.NONE, List.of(), List.of());

    /** A used PIN is distinguished from a wrong one for as long as someone might still give it. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 4;

    /** A PIN that was sent by SMS. */
    public record Sent(long step, Instant acceptedUntil) {}

    /**
     * A PIN that verified.
     *
     * @param replayNoted whether its reuse was already recorded
     */
    public record Used(PinCounter counter, Instant at, boolean replayNoted) {}

    public Pins {
        sent = List.copyOf(sent);
        used = List.copyOf(used);
    }

    /** The same history with a new generation, which voids all earlier PINs. */
    Pins nextGeneration(Instant at) {
        return new Pins(PinCounter.generationAfter(generation), at, sms, List.of(), used);
    }

    /** The SMS counts continue; nothing else of the old PIN key does. */
    Pins ofNewKey(Instant at) {
        return new Pins(0, at, sms, List.of(), List.of());
    }

    Pins withSent(long step, Instant acceptedUntil, Instant at) {
        var still = sent.stream()
                .filter(each -> each.step() == step - 1 || (each.step() != step && at.isBefore(each.acceptedUntil())));
        return new Pins(
                generation,
                since,
                sms.with(at),
                Stream.concat(still, Stream.of(new Sent(step, acceptedUntil))).toList(),
                used);
    }

    Pins withToldBySms(Instant at) {
        return new Pins(generation, since, sms.with(at), sent, used);
    }

    Pins withUsed(PinCounter counter, Instant at) {
        var remembered = used.stream()
                .filter(each -> each.at().isAfter(at.minus(REMEMBERED)))
                .toList();
        var newest = remembered.subList(Math.max(0, remembered.size() - MOST_REMEMBERED + 1), remembered.size());
        return new Pins(
                generation,
                since,
                sms,
                sent,
                Stream.concat(newest.stream(), Stream.of(new Used(counter, at, false)))
                        .toList());
    }

    Pins withReplayNoted(PinCounter counter) {
        return new Pins(
                generation,
                since,
                sms,
                sent,
                used.stream()
                        .map(each -> each.counter().equals(counter) ? new Used(counter, each.at(), true) : each)
                        .toList());
    }
}

package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event.ActionAccepted;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Limits.PinLifetimes;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.pin.PinCounter;

/**
 * Replays a ledger: each state must result from the events, each PIN that verified must have been acceptable at the time and used
 * once, and each action must have been accepted under a verification that was running. Each entry is checked against the previous one, so that a fault is reported once and at its place.
 */
public final class Replay {

    /** A PIN as the ledger knows it. */
    private record Pin(int pinKey, PinCounter counter) {}

    private final StoredLedger ledger;
    private final Limits limits;
    private final Instant since;
    private final Set<Pin> used = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    private Replay(StoredLedger ledger, Limits limits, Instant since) {
        this.ledger = ledger;
        this.limits = limits;
        this.since = since;
    }

    /**
     * The violations; empty for a sound ledger.
     *
     * @param limits the current limits
     * @param since when these limits took effect; before that, any limits that a deployment may choose are allowed
     */
    public static List<Violation> verify(StoredLedger ledger, Limits limits, Instant since) {
        var replay = new Replay(ledger, limits, since);
        replay.verify();
        return List.copyOf(replay.found);
    }

    private void verify() {
        @Nullable StoredEntry last = null;
        for (var each : ledger.entries()) {
            var entry = each.sound(ledger);
            var before = before(each, last);
            if (entry != null && before != null) {
                verifyState(entry, before);
                switch (entry.event()) {
                    case Verified verified -> verifyPin(entry, verified, before);
                    case ActionAccepted accepted -> verifyAction(entry, accepted, before);
                    default -> {
                        // Only the fold says something about it.
                    }
                }
            }
            last = each;
        }
    }

    /** The state before an entry; null if it can no longer be known. */
    private @Nullable Customer before(StoredEntry stored, @Nullable StoredEntry last) {
        if (stored.place() == 1) {
            return Customer.fresh(ledger.customer());
        }
        var entry = last == null || last.place() != stored.place() - 1 ? null : last.sound(ledger);
        return entry == null ? null : entry.state();
    }

    private void verifyState(Entry entry, Customer before) {
        if (!isFold(entry, before)) {
            tell(Kind.STATE_NOT_FOLD, entry);
        }
    }

    private static boolean isFold(Entry entry, Customer before) {
        try {
            return before.apply(entry.event(), entry.actor(), entry.sequence(), entry.at())
                    .equals(entry.state());
        } catch (IllegalArgumentException eventThatCannotBe) {
            return false;
        }
    }

    private void verifyPin(Entry entry, Verified verified, Customer before) {
        var pin = new Pin(before.pinKey(), verified.counter());
        if (!used.add(pin)) {
            tell(Kind.PIN_USED_TWICE, entry);
        } else if (!before.isActive() || !isOfItsTime(verified.counter(), before, entry.at())) {
            tell(Kind.PIN_OUT_OF_TIME, entry);
        }
    }

    /** The state folds without it too, so the acceptance is judged by itself. */
    private void verifyAction(Entry entry, ActionAccepted accepted, Customer before) {
        var running = before.verification(accepted.verification(), entry.at())
                .filter(each -> entry.actor() instanceof Actor.Agent(var agent, var _)
                        && each.agent().equals(agent));
        if (running.isEmpty()) {
            tell(Kind.ACTION_NOT_VERIFIED, entry);
        }
    }

    /** Separate from {@code PinMatch}, which accepts PINs, so that a bug there is not repeated here. */
    private boolean isOfItsTime(PinCounter counter, Customer before, Instant at) {
        var phase = before.phase();
        long age = phase.step(at) - counter.step();
        if (counter.generation() != before.pins().generation() || age < 0 || age > 1) {
            return false;
        }
        var changed = phase.start(phase.step(at));
        var grace = at.isBefore(since)
                ? PinLifetimes.PREVIOUS_GRACE.most()
                : limits.pins().previousGrace();
        var shownBefore = before.pins().since().isBefore(changed) && at.isBefore(changed.plus(grace));
        var sent = before.pins().sent().stream()
                .anyMatch(each -> each.step() == counter.step() && at.isBefore(each.acceptedUntil()));
        return age == 0 || shownBefore || sent;
    }

    private void tell(Kind kind, Entry entry) {
        found.add(new Violation(kind, ledger.customer(), entry.sequence()));
    }
}

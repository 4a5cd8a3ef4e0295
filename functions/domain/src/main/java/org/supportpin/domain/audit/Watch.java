package org.supportpin.domain.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Change.ActionWritten;
import org.supportpin.domain.audit.Change.BeatSent;
import org.supportpin.domain.audit.Change.EntryAltered;
import org.supportpin.domain.audit.Change.EntryRemoved;
import org.supportpin.domain.audit.Change.EntryWritten;
import org.supportpin.domain.audit.Change.ItemWritten;
import org.supportpin.domain.audit.Change.SecretWritten;
import org.supportpin.domain.audit.Change.Unknown;
import org.supportpin.domain.audit.FoundViolation.Finder;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Race;
import org.supportpin.domain.customer.RightPins;
import org.supportpin.domain.identity.CustomerId;

/**
 * Judges every change of the table within seconds (docs/adr/0040). It reads no ledger. Violations and counts are written first, the
 * anchor last; each of them may be written again, so whatever dies in between is done once when the changes are told again.
 */
public final class Watch {

    /**
     * A change, as the stream delivers it.
     *
     * @param at when it was made
     */
    public record Delivered(Change change, Instant at) {}

    /** Changes of one ledger, and the index of the first. */
    private record Ledger(int first, Instant at, List<EntryWritten> entries, List<SecretWritten> secrets) {}

    private final Anchors anchors;
    private final Violations violations;
    private final RightPins rightPins;
    private final Pulse pulse;
    private final Limits limits;
    private final Clock clock;
    private final WatchBell bell;

    public Watch(
            Anchors anchors,
            Violations violations,
            RightPins rightPins,
            Pulse pulse,
            Limits limits,
            Clock clock,
            WatchBell bell) {
        this.anchors = anchors;
        this.violations = violations;
        this.rightPins = rightPins;
        this.pulse = pulse;
        this.limits = limits;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Judges changes, in their order.
     *
     * @return the index of the first change from which on all must be told again, because something could not be written; empty if
     *     everything was
     */
    public OptionalInt follow(List<Delivered> changes) {
        var failed = new ArrayList<Integer>();
        var ledgers = new LinkedHashMap<CustomerId, Ledger>();
        for (int i = 0; i < changes.size(); i++) {
            int index = i;
            var each = changes.get(i);
            switch (each.change()) {
                case EntryWritten entry ->
                    ledger(ledgers, entry.customer(), index, each).entries().add(entry);
                case SecretWritten secret ->
                    ledger(ledgers, secret.customer(), index, each).secrets().add(secret);
                default -> attempt(index, failed, () -> item(each));
            }
        }
        ledgers(ledgers, failed);
        return failed.stream().mapToInt(each -> each).min();
    }

    private void ledgers(Map<CustomerId, Ledger> ledgers, List<Integer> failed) {
        if (ledgers.isEmpty()) {
            return;
        }
        int first = ledgers.values().iterator().next().first();
        attempt(first, failed, () -> {
            var known = anchors.recent(ledgers.keySet());
            ledgers.forEach((customer, ledger) ->
                    attempt(ledger.first(), failed, () -> ledger(customer, ledger, known.get(customer))));
        });
    }

    private static Ledger ledger(Map<CustomerId, Ledger> ledgers, CustomerId customer, int index, Delivered change) {
        return ledgers.computeIfAbsent(
                customer, _ -> new Ledger(index, change.at(), new ArrayList<>(), new ArrayList<>()));
    }

    /** What cannot be written stops only itself, and is told again together with what follows it. */
    private void attempt(int index, List<Integer> failed, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException notWritten) {
            bell.failed(notWritten);
            failed.add(index);
        }
    }

    private void item(Delivered delivered) {
        judge(delivered.change()).forEach(each -> keep(each, delivered.at()));
        if (delivered.change() instanceof BeatSent(int lane, var sent, var _)) {
            pulse.hear(lane, sent);
        }
    }

    /** What a change shows by itself. */
    private static List<Violation> judge(Change change) {
        return switch (change) {
            case EntryAltered(var customer, long place) -> List.of(new Violation(Kind.ENTRY_CHANGED, customer, place));
            case EntryRemoved(var customer, long place) -> List.of(new Violation(Kind.ENTRY_DROPPED, customer, place));
            case ActionWritten action -> ActionLife.judge(action).stream().toList();
            case ItemWritten(var item, var law, var before, var after, var removal) ->
                law.broken(before, after, removal).map(kind -> new Violation(kind, null, 0, item)).stream()
                        .toList();
            case Unknown(var item, var customer) -> List.of(new Violation(Kind.ITEM_UNKNOWN, customer, 0, item));
            case BeatSent(var _, var _, var item) -> judge(item);
            case EntryWritten _, SecretWritten _ -> List.of();
        };
    }

    private void ledger(CustomerId customer, Ledger changes, @Nullable Anchor recent) {
        Race.run(
                "an anchor",
                new Known(recent),
                () -> new Known(anchors.find(customer).orElse(null)),
                known -> {
                    var before = known.anchor();
                    var ledger = new WatchedLedger(customer, before, limits);
                    ledger.entries(changes.entries());
                    changes.secrets().forEach(ledger::secret);
                    ledger.violations().forEach(each -> keep(each, changes.at()));
                    ledger.rightPins()
                            .forEach(each -> rightPins
                                    .count(each.agent(), each.verification(), each.at())
                                    .ifPresent(_ -> bell.suspended(each.agent())));
                    return move(before, ledger.anchor());
                });
    }

    /** What is known of a ledger's anchor; Race wants something in any case. */
    private record Known(@Nullable Anchor anchor) {}

    private Optional<Boolean> move(@Nullable Anchor before, @Nullable Anchor next) {
        if (next == null || next.equals(before)) {
            return Optional.of(false);
        }
        if (!anchors.move(before, next)) {
            return Optional.empty();
        }
        var gap = next.gap();
        if (gap != null && (before == null || !Objects.equals(gap, before.gap()))) {
            bell.gap(gap);
        }
        return Optional.of(true);
    }

    /** Rings first: a bell that rings twice is heard, one that died before it rang is not. */
    private void keep(Violation violation, Instant doneAt) {
        bell.found(violation);
        var _ = violations.keep(FoundViolation.first(violation, clock.instant(), Finder.WATCH), doneAt);
    }
}

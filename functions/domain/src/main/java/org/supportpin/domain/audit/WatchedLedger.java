package org.supportpin.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.Change.EntryWritten;
import org.supportpin.domain.audit.Change.SecretWritten;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/**
 * Follows one customer's ledger from its anchor, as its new entries arrive. Pure: what it finds, and where the anchor then stands, the
 * {@link Watch} writes. What it is told again, it knows already.
 */
final class WatchedLedger {

    /** A PIN that verified, to be counted for its agent. */
    record RightPin(AgentId agent, String verification, Instant at) {}

    private final CustomerId customer;
    private final Limits limits;
    private final List<Violation> violations = new ArrayList<>();
    private final List<RightPin> rightPins = new ArrayList<>();
    private @Nullable Anchor anchor;

    /** @param anchor as far as the ledger was followed; null if no entry was */
    WatchedLedger(CustomerId customer, @Nullable Anchor anchor, Limits limits) {
        this.customer = customer;
        this.anchor = anchor;
        this.limits = limits;
    }

    /** Takes new entries, which may come in any order and any number of times. */
    void entries(List<EntryWritten> written) {
        written.stream()
                .map(EntryWritten::entry)
                .sorted(Comparator.comparingLong(StoredEntry::place))
                .forEach(this::safely);
    }

    /** Whatever a forged entry does to the rules, it is a violation of its ledger, and stops nothing else. */
    private void safely(StoredEntry stored) {
        try {
            entry(stored);
        } catch (RuntimeException entryThatCannotBe) {
            tell(Kind.ENTRY_CHANGED, stored.place());
        }
    }

    private void entry(StoredEntry stored) {
        var at = anchor;
        long followed = at == null ? 0 : at.sequence();
        var entry = stored.sound(customer);
        if (at != null && stored.place() == followed && !stored.actual().equals(at.hash())) {
            tell(Kind.HISTORY_REWRITTEN, stored.place());
        } else if (entry == null || stored.place() < 1) {
            // The anchor stays, so the next entry says that there is a gap, and who fills it looks at this one again.
            tell(unsound(stored, followed), stored.place());
        } else if (stored.place() <= followed) {
            late(stored, entry, at);
        } else if (stored.place() > followed + 1) {
            behindAGap(stored, entry, at);
        } else if (isLinked(entry, at)) {
            follow(stored, entry, at);
        } else {
            tell(Kind.ENTRY_ADDED, stored.place());
        }
    }

    private Kind unsound(StoredEntry stored, long followed) {
        var entry = stored.entry();
        if (entry == null || !stored.recorded().equals(stored.actual())) {
            return Kind.ENTRY_CHANGED;
        }
        return entry.customer().equals(customer) && entry.sequence() > followed && stored.place() > 0
                ? Kind.ENTRY_REORDERED
                : Kind.ENTRY_ADDED;
    }

    /** It was told before, or it lies in a gap, where it can be judged only with those around it. */
    private void late(StoredEntry stored, Entry entry, @Nullable Anchor at) {
        var gap = at == null ? null : at.gap();
        if (gap != null && gap.has(stored.place())) {
            count(entry);
        }
    }

    private static boolean isLinked(Entry entry, @Nullable Anchor at) {
        return entry.previous().equals(at == null ? Hash.NONE : at.hash());
    }

    private void follow(StoredEntry stored, Entry entry, @Nullable Anchor at) {
        if (at != null && entry.at().isBefore(at.memory().at())) {
            tell(Kind.TIME_RAN_BACK, stored.place());
        }
        var replay = replay();
        if (at != null) {
            replay.goOn(at.sequence(), at.memory());
        }
        replay.next(stored);
        stand(stored, replay, at == null ? null : at.gap());
        count(entry);
    }

    private void behindAGap(StoredEntry stored, Entry entry, @Nullable Anchor at) {
        var replay = replay();
        replay.begin(stored, entry);
        var earlier = at == null ? null : at.gap();
        var hash = at == null ? Hash.NONE : at.hash();
        long first = at == null ? 1 : at.sequence() + 1;
        var gap = earlier == null ? new Gap(first, stored.place() - 1, hash) : earlier.until(stored.place() - 1);
        stand(stored, replay, gap);
        count(entry);
    }

    /** The limits in force may be newer than the entry, so the longest grace that a deployment may choose is allowed. */
    private Replay replay() {
        return new Replay(customer, limits, Instant.MAX, violations::add);
    }

    private void stand(StoredEntry stored, Replay replay, @Nullable Gap gap) {
        var memory = Objects.requireNonNull(replay.memory(), "a sound entry is remembered");
        long ahead = anchor == null ? 0 : anchor.secret();
        if (ahead > 0 && ahead <= stored.place()) {
            if (revision(memory.state()) < ahead) {
                tell(Kind.SECRET_CHANGED, ahead);
            }
            ahead = 0;
        }
        anchor = new Anchor(customer, stored.place(), stored.actual(), memory, gap, ahead);
    }

    private static long revision(Customer state) {
        var secret = state.secret();
        return secret == null ? 0 : secret.revision();
    }

    private void count(Entry entry) {
        if (entry.event() instanceof Verified verified) {
            entry.state().verifications().stream()
                    .filter(each -> each.key().equals(verified.key()))
                    .forEach(each -> rightPins.add(new RightPin(each.agent(), each.key(), entry.at())));
        }
    }

    /** Takes a change of the secret, after the entries that came with it. */
    void secret(SecretWritten change) {
        var after = change.after();
        switch (SecretLife.form(change)) {
            case UNLAWFUL -> tell(Kind.SECRET_CHANGED, anchor == null ? 0 : anchor.sequence());
            case REWRAPPED -> {}
            case OF_AN_ENTRY -> {
                if (after != null && anchor != null) {
                    ofAnEntry(after.revision(), anchor);
                }
            }
        }
    }

    /** Entry and secret are two changes, and the stream may tell the secret's first. */
    private void ofAnEntry(long revision, Anchor at) {
        if (revision > at.sequence()) {
            anchor = at.withSecret(Math.max(revision, at.secret()));
        } else if (revision(at.memory().state()) < revision) {
            tell(Kind.SECRET_CHANGED, revision);
        }
    }

    private void tell(Kind kind, long place) {
        violations.add(new Violation(kind, customer, place));
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    List<RightPin> rightPins() {
        return List.copyOf(rightPins);
    }

    /** Where the ledger stands now; null if no entry was followed. */
    @Nullable Anchor anchor() {
        return anchor;
    }
}

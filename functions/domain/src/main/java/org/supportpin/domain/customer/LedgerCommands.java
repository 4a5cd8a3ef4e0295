package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;

/**
 * Executes commands: read, decide, append; and if another request was first, all of it again. No answer is returned before its
 * append has committed.
 */
public final class LedgerCommands {

    private static final int MOST_ATTEMPTS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(40);

    private final Ledger ledger;
    private final Clock clock;

    public LedgerCommands(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A command, decided on a customer's newest state. It may be called more than once, each time with a newer state. */
    @FunctionalInterface
    public interface Command<O> {
        Decision<O> decide(Snapshot snapshot, Instant now);
    }

    /**
     * The decision, and the customer's state after it.
     *
     * @param snapshot the snapshot that the decision was based on
     * @param after the snapshot after it; the same if nothing was recorded
     * @param at the ledger's time of the decision
     */
    public record Performed<O>(O outcome, Snapshot snapshot, Snapshot after, Instant at) {

        public Customer state() {
            return after.state();
        }
    }

    /** Other requests were first too many times, or until the time was over. Nothing was recorded; the request may be repeated. */
    public static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Contended(String what, int attempts) {
            super(what + " was busy " + attempts + " times in a row");
        }
    }

    public Snapshot read(CustomerId customer) {
        return ledger.read(customer);
    }

    /** The ledger's time for a snapshot. */
    public Instant now(Snapshot snapshot) {
        return snapshot.time(clock.instant());
    }

    /**
     * Executes a command.
     *
     * @throws Contended if other requests were first twelve times, or until the {@link Deadline}
     */
    public <O> Performed<O> perform(CustomerId customer, Actor actor, Command<O> command) {
        return perform(ledger.read(customer), actor, command);
    }

    /**
     * Executes a command on a snapshot that was read or written before. Reads again only if another request was first.
     *
     * @throws Contended if other requests were first twelve times, or until the {@link Deadline}
     */
    public <O> Performed<O> perform(Snapshot known, Actor actor, Command<O> command) {
        var snapshot = known;
        for (int attempt = 1; ; attempt++) {
            var now = now(snapshot);
            var decision = command.decide(snapshot, now);
            if (decision.event() == null) {
                return new Performed<>(decision.outcome(), snapshot, snapshot, now);
            }
            var entry = snapshot.next(decision.event(), actor, now);
            var recorded = ledger.append(entry, decision.alongside());
            if (recorded.isPresent()) {
                return new Performed<>(
                        decision.outcome(), snapshot, snapshot.after(recorded.get(), decision.alongside()), now);
            }
            if (attempt == MOST_ATTEMPTS || Deadline.current().isOver()) {
                throw new Contended("the ledger", attempt);
            }
            pause(attempt);
            snapshot = ledger.read(snapshot.customer());
        }
    }

    /** Full jitter, growing with each lost race. */
    private static void pause(int attempt) {
        var most = Math.min(LONGEST_PAUSE.toNanos(), Duration.ofMillis(1).toNanos() << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}

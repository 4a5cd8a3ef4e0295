package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;

/**
 * Where commands are carried out: read, decide, append; and if somebody else was first, all of it again. No answer leaves
 * before its append has committed.
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

    /** A command, decided on a customer's newest state. It may be asked more than once, each time on a newer one. */
    @FunctionalInterface
    public interface Command<O> {
        Decision<O> decide(Snapshot snapshot, Instant now);
    }

    /**
     * What was decided, and how the customer stands now.
     *
     * @param snapshot what the decision was made on
     * @param after the customer after it; the same where nothing was recorded
     * @param at the ledger's time of the decision
     */
    public record Performed<O>(O outcome, Snapshot snapshot, Snapshot after, Instant at) {

        public Customer state() {
            return after.state();
        }
    }

    /** Too many others were first. Nothing was recorded; the same request may be sent again. */
    public static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1;

        Contended() {
            super("the ledger was busy " + MOST_ATTEMPTS + " times in a row");
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
     * Carries a command out.
     *
     * @throws Contended if it lost the race twelve times
     */
    public <O> Performed<O> perform(CustomerId customer, Actor actor, Command<O> command) {
        return perform(ledger.read(customer), actor, command);
    }

    /**
     * Carries a command out on what was read or written before, and reads again only if somebody else was first.
     *
     * @throws Contended if it lost the race twelve times
     */
    public <O> Performed<O> perform(Snapshot known, Actor actor, Command<O> command) {
        var snapshot = known;
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
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
            pause(attempt);
            snapshot = ledger.read(snapshot.customer());
        }
        throw new Contended();
    }

    /** Full jitter, growing with each loss. */
    private static void pause(int attempt) {
        var most = Math.min(LONGEST_PAUSE.toNanos(), Duration.ofMillis(1).toNanos() << attempt);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}

package org.supportpin.domain.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;

/**
 * Executes commands: read, decide, append; and if another request was first, all of it again. No answer is returned before its
 * append has committed.
 */
public final class LedgerCommands {

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

    public Snapshot read(CustomerId customer) {
        return ledger.read(customer);
    }

    /** The entry in this place of a customer's ledger; empty if there is none. */
    public Optional<Recorded> entry(CustomerId customer, long sequence) {
        return ledger.history(customer, sequence + 1, 1).stream()
                .filter(each -> each.entry().sequence() == sequence)
                .findFirst();
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
        return Race.run(
                "the ledger",
                known,
                () -> ledger.read(known.customer()),
                snapshot -> attempt(snapshot, actor, command));
    }

    private <O> Optional<Performed<O>> attempt(Snapshot snapshot, Actor actor, Command<O> command) {
        var now = now(snapshot);
        var decision = command.decide(snapshot, now);
        if (decision.event() == null) {
            return Optional.of(new Performed<>(decision.outcome(), snapshot, snapshot, now));
        }
        return ledger.append(snapshot.next(decision.event(), actor, now), decision.alongside())
                .map(recorded -> new Performed<>(
                        decision.outcome(), snapshot, snapshot.after(recorded, decision.alongside()), now));
    }
}

package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.PinReplayed;
import org.supportpin.domain.customer.Event.RefusedWhileFrozen;
import org.supportpin.domain.customer.Event.RefusedWhileLocked;
import org.supportpin.domain.customer.Event.VerificationEnded;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.WrongPinLog.Lock;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.pin.PinCounter;

/** The rules for verifying a caller. */
public final class PhoneVerification {

    /** How long a repeated request gets the same answer instead of being treated as a replay. */
    public static final Duration RETRY = Duration.ofMinutes(1);

    private final Limits limits;

    public PhoneVerification(Limits limits) {
        this.limits = limits;
    }

    /** The answer to the agent. */
    public sealed interface Outcome {

        /** The caller is the customer. */
        record Passed(Verification verification) implements Outcome {}

        /** The PIN is wrong or already used. */
        record Rejected(int attemptsLeft) implements Outcome {}

        /** Phone verification is locked. */
        record Locked(Lock lock) implements Outcome {}

        /** The agent entered too many wrong PINs, or too many right ones, over all customers. */
        record AgentSuspended(Suspension suspension) implements Outcome {}

        /** The customer was verified too often today. */
        record TooManyToday(Instant until) implements Outcome {}

        /** The customer has not activated the service. */
        record NotActive() implements Outcome {}

        /** The customer has frozen telephone support. No PIN is compared, so none counts as wrong. */
        record Frozen() implements Outcome {}
    }

    /**
     * Decides on a PIN that a caller gave.
     *
     * @param key 128 random bits, for the verification that may result
     * @param match compares the PIN; called only if a PIN can verify now, because it opens the PIN key
     * @param call the mark of the call; called only after {@code match}, for the same reason
     */
    public Decision<Outcome> verify(
            Customer customer,
            Actor.Agent agent,
            AgentBudget budget,
            String key,
            Supplier<PinMatch> match,
            Supplier<CallMark> call,
            Instant now) {
        if (!customer.isActive()) {
            return Decision.tell(new Outcome.NotActive());
        }
        var suspended = budget.suspension(now);
        if (suspended.isPresent()) {
            return Decision.tell(new Outcome.AgentSuspended(suspended.get()));
        }
        if (customer.policy().isFrozen()) {
            return frozen(customer, new Outcome.Frozen());
        }
        var lock = lock(customer, now);
        if (lock.isPresent()) {
            var outcome = new Outcome.Locked(lock.get());
            return customer.wrongPins().refusalNoted()
                    ? Decision.tell(outcome)
                    : Decision.record(new RefusedWhileLocked(), outcome);
        }
        var tooMany = customer.pin()
                .today()
                .full(Today::verifications, limits.perDay().verifications(), now);
        if (tooMany.isPresent()) {
            return Decision.tell(new Outcome.TooManyToday(tooMany.get()));
        }
        return switch (match.get()) {
            case PinMatch.Accepted(var counter, var source) -> {
                var mark = call.get();
                var verified = new Verified(
                        key,
                        counter,
                        source,
                        now.plus(limits.verifications().lifetime()),
                        mark.mark(),
                        mark.agentName());
                yield passed(verified, agent, budget, now);
            }
            case PinMatch.AlreadyUsed(var counter) ->
                replayed(customer, agent.id(), call.get().mark(), counter, now);
            case PinMatch.Wrong() ->
                Decision.record(
                        new PinRejected(customer.wrongPins()
                                .withWrong(now)
                                .lock(limits, customer.phase(), now)
                                .orElse(null)),
                        new Outcome.Rejected(attemptsLeft(customer, now) - 1),
                        new AgentCounted(budget.withWrong(limits, customer.id(), now)));
        };
    }

    /**
     * A right PIN of an agent without wrong ones is a single write. One with wrong ones may be a guess: it is written only if the
     * budget has not changed, so that none passes after the last wrong one that was allowed.
     */
    private Decision<Outcome> passed(Verified verified, Actor.Agent agent, AgentBudget budget, Instant now) {
        var outcome = new Outcome.Passed(Verification.of(verified, agent.id(), now));
        return budget.hasWrong(now)
                ? Decision.record(verified, outcome, new AgentCounted(budget.withRight(limits, verified.key(), now)))
                : Decision.record(verified, outcome);
    }

    /** A refusal under a freeze, which is recorded once: the customer sees that somebody tried, and nobody fills the ledger. */
    static <O> Decision<O> frozen(Customer customer, O outcome) {
        return customer.policy().refusalNoted()
                ? Decision.tell(outcome)
                : Decision.record(new RefusedWhileFrozen(), outcome);
    }

    /** Ends a verification if it belongs to this agent and has not expired. */
    public Decision<Boolean> end(Customer customer, AgentId agent, String key, Instant now) {
        return customer.verification(key, now)
                        .filter(each -> each.agent().equals(agent))
                        .isPresent()
                ? Decision.record(new VerificationEnded(key), true)
                : Decision.tell(false);
    }

    private Optional<Lock> lock(Customer customer, Instant now) {
        return customer.wrongPins().lock(limits, customer.phase(), now);
    }

    private Decision<Outcome> replayed(Customer customer, AgentId agent, int call, PinCounter counter, Instant now) {
        var retried = customer.verifications().stream()
                .filter(each -> counter.equals(each.counter())
                        && each.agent().equals(agent)
                        && each.call() == call
                        && now.isBefore(each.verifiedAt().plus(RETRY)))
                .findFirst();
        if (retried.isPresent()) {
            return Decision.tell(new Outcome.Passed(retried.get()));
        }
        var outcome = new Outcome.Rejected(attemptsLeft(customer, now));
        var noted =
                customer.pins().used().stream().anyMatch(each -> each.counter().equals(counter) && each.replayNoted());
        return noted ? Decision.tell(outcome) : Decision.record(new PinReplayed(counter), outcome);
    }

    private int attemptsLeft(Customer customer, Instant now) {
        return customer.wrongPins().attemptsLeft(limits, customer.phase(), now);
    }
}

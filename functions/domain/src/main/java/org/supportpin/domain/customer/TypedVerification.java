package org.supportpin.domain.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.CallBudgets.TooMany;
import org.supportpin.domain.customer.Calls.Request;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.Event.TypedCodeRejected;
import org.supportpin.domain.customer.Event.VerificationRequested;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.AgentId;

/**
 * The rules for a verification without a spoken secret: the agent reads out a code, and the customer types it in the panel. A lock of
 * phone verification does not forbid it, because nobody guesses a PIN by it.
 */
public final class TypedVerification {

    private final Limits limits;

    public TypedVerification(Limits limits) {
        this.limits = limits;
    }

    /** The answer to the agent who asks. */
    public sealed interface Asked {

        /** The code of this request may be read out. */
        record Waiting(Request request) implements Asked {}

        /** Another agent has asked for one, which is not over. */
        record AnothersWaits(Instant until) implements Asked {}

        /** There were too many. */
        record Refused(TooMany tooMany) implements Asked {}

        /** The agent is suspended. */
        record AgentSuspended(Suspension suspension) implements Asked {}

        /** The customer has frozen telephone support. */
        record Frozen() implements Asked {}

        /** The service is not active. */
        record NotActive() implements Asked {}
    }

    /** The answer to the customer who types. */
    public sealed interface Typed {

        /** The code is right: the agent may act. */
        record Passed(Verification verification) implements Typed {}

        /** The code is wrong. */
        record Rejected(int attemptsLeft) implements Typed {}

        /** Nobody has asked for a code: it is over, or there were too many wrong ones. */
        record NothingAsked() implements Typed {}
    }

    /** What became of a request. */
    public sealed interface Status {

        /** The customer has not typed the code yet. */
        record Waiting(Instant expiresAt) implements Status {}

        /** The customer has typed it, and the verification runs. */
        record Passed(Verification verification) implements Status {}

        /** The call is a colleague's now. */
        record HandedOver() implements Status {}

        /** It is over, or not this agent's: the answer does not say which. */
        record Expired() implements Status {}
    }

    /**
     * Asks for a typed code. The same agent's earlier request ends; another agent's must be over first, so that nobody takes away what
     * the customer is just reading.
     *
     * @param key 128 random bits
     * @param mark evaluated only if the request is made, because it opens the PIN key
     */
    public Decision<Asked> ask(
            Customer customer, AgentBudget budget, String key, Supplier<CallMark> mark, Instant now) {
        if (!customer.isActive()) {
            return Decision.tell(new Asked.NotActive());
        }
        var suspended = budget.suspension(now);
        if (suspended.isPresent()) {
            return Decision.tell(new Asked.AgentSuspended(suspended.get()));
        }
        if (customer.policy().isFrozen()) {
            return PhoneVerification.frozen(customer, new Asked.Frozen());
        }
        var waiting = customer.calls().request(now).filter(each -> !each.agent().equals(budget.agent()));
        if (waiting.isPresent()) {
            return Decision.tell(new Asked.AnothersWaits(waiting.get().expiresAt()));
        }
        var tooMany = CallBudgets.full(customer, budget, limits, now)
                .or(() -> customer.pin()
                        .today()
                        .full(Today::verifications, limits.perDay().verifications(), now)
                        .map(until -> new TooMany(until, false)));
        if (tooMany.isPresent()) {
            return Decision.tell(new Asked.Refused(tooMany.get()));
        }
        var call = mark.get();
        var expiresAt = now.plus(limits.calls().codeLifetime());
        var attempts = limits.calls().codeAttempts();
        return Decision.record(
                new VerificationRequested(key, call.mark(), call.agentName(), expiresAt, attempts),
                new Asked.Waiting(
                        new Request(key, budget.agent(), call.mark(), call.agentName(), now, expiresAt, attempts)),
                new AgentCounted(budget.withCall(now)));
    }

    /**
     * Checks a code that the customer types.
     *
     * @param isCode whether it is the code of the request with this key; evaluated only if one is waiting
     */
    public Decision<Typed> type(Customer customer, Predicate<String> isCode, Instant now) {
        var request = customer.calls().request(now);
        if (request.isEmpty()) {
            return Decision.tell(new Typed.NothingAsked());
        }
        var key = request.get().key();
        if (!isCode.test(key)) {
            return Decision.record(
                    new TypedCodeRejected(), new Typed.Rejected(request.get().attemptsLeft() - 1));
        }
        var expiresAt = now.plus(limits.verifications().lifetime());
        return Decision.record(
                new Verified(
                        key, null, PinSource.TYPED, expiresAt, request.get().call()),
                new Typed.Passed(Verification.of(request.get(), expiresAt, now)));
    }

    /** What became of an agent's request, or of any verification. */
    static Status status(Customer customer, String key, AgentId agent, Instant now) {
        Optional<Status> verified = customer.verification(key, now)
                .filter(each -> each.agent().equals(agent))
                .map(Status.Passed::new);
        return verified.or(() -> customer.calls()
                        .request(now)
                        .filter(each -> each.key().equals(key) && each.agent().equals(agent))
                        .map(each -> new Status.Waiting(each.expiresAt())))
                .orElseGet(() -> isHandedOver(customer, key, now) ? new Status.HandedOver() : new Status.Expired());
    }

    /** The colleague's key tells: nobody but the two knows both. */
    private static boolean isHandedOver(Customer customer, String key, Instant now) {
        return customer.running(now).stream()
                .anyMatch(each -> CallHandover.keyAfter(key, each.agent()).equals(each.key()));
    }
}

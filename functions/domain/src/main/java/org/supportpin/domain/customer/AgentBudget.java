package org.supportpin.domain.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;

/**
 * What one agent did over all customers in the last hour, as far as it is limited.
 *
 * @param wrong the wrong PINs and handover codes that count, oldest first: of each customer only the newest few
 * @param right the right PINs that were counted, oldest first
 * @param sms when the agent sent PINs by SMS, oldest first
 * @param calls when the agent announced a call, asked for a typed verification or offered a handover, oldest first
 * @param suspension the last one; null if there was none, or if a supervisor lifted it
 * @param version 0 if nothing is stored yet; grows with each count
 */
public record AgentBudget(
        AgentId agent,
        List<Wrong> wrong,
        List<Right> right,
        List<Instant> sms,
        List<Instant> calls,
        @Nullable Suspension suspension,
        long version) {

    /** How long what is counted counts. */
    public static final Duration LENGTH = Window.HOUR.length();

    /** A wrong PIN for a customer; null for a wrong handover code, which is nobody's. */
    public record Wrong(@Nullable CustomerId customer, Instant at) {}

    /** A right PIN, by the key of the verification that it gave, so that it counts once however often it is told. */
    public record Right(String verification, Instant at) {}

    /** The agent verifies nobody until a time. */
    public record Suspension(Cause cause, Instant since, Instant until) {}

    /** Why an agent is suspended. */
    public enum Cause implements WireName {
        WRONG_PINS,
        RIGHT_PINS
    }

    public AgentBudget {
        wrong = List.copyOf(wrong);
        right = List.copyOf(right);
        sms = List.copyOf(sms);
        calls = List.copyOf(calls);
    }

    /** No call was announced. */
    public AgentBudget(
            AgentId agent,
            List<Wrong> wrong,
            List<Right> right,
            List<Instant> sms,
            @Nullable Suspension suspension,
            long version) {
        this(agent, wrong, right, sms, List.of(), suspension, version);
    }

    public static AgentBudget fresh(AgentId agent) {
        return new AgentBudget(agent, List.of(), List.of(), List.of(), null, 0);
    }

    /** The agent's suspension, if it has not ended. */
    public Optional<Suspension> suspension(Instant now) {
        return Optional.ofNullable(suspension).filter(each -> now.isBefore(each.until()));
    }

    /** Whether a wrong PIN still counts. */
    boolean hasWrong(Instant now) {
        return wrongWithin(now).findAny().isPresent();
    }

    /**
     * One more wrong PIN. Of one customer only a few count: the customer's own budgets stop guessing at one customer, this one
     * stops guessing at many, and a caller who insists must not cost the agent the whole hour.
     */
    AgentBudget withWrong(Limits limits, CustomerId customer, Instant now) {
        var ofCustomer = wrongWithin(now)
                .filter(each -> customer.equals(each.customer()))
                .toList();
        var older = Math.max(0, ofCustomer.size() + 1 - limits.agentPins().wrongPerCustomer());
        var counted = Stream.of(
                        wrongWithin(now).filter(each -> !customer.equals(each.customer())),
                        ofCustomer.stream().skip(older),
                        Stream.of(new Wrong(customer, now)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Wrong::at))
                .toList();
        return wrong(counted, limits, now);
    }

    /** A wrong handover code. Whoever tries some is feeling for somebody else's call, so each counts. */
    AgentBudget withWrongHandover(Limits limits, Instant now) {
        return wrong(
                Stream.concat(wrongWithin(now), Stream.of(new Wrong(null, now))).toList(), limits, now);
    }

    private AgentBudget wrong(List<Wrong> counted, Limits limits, Instant now) {
        return counted.size() >= limits.agentPins().wrongPerHour()
                ? suspended(Cause.WRONG_PINS, limits, now)
                : next(counted, rightWithin(now).toList());
    }

    /**
     * One more right PIN; the same budget if it is counted already. Whoever asks for more than the limit in an hour is not on the
     * telephone with that many callers.
     *
     * @param at when it verified, which may be some seconds ago
     */
    public AgentBudget withRight(Limits limits, String verification, Instant at) {
        if (right.stream().anyMatch(each -> each.verification().equals(verification))) {
            return this;
        }
        var counted = Stream.concat(rightWithin(at), Stream.of(new Right(verification, at)))
                .toList();
        return counted.size() > limits.agentPins().rightPerHour()
                ? suspended(Cause.RIGHT_PINS, limits, at)
                : next(wrongWithin(at).toList(), counted);
    }

    /** When the agent may send another SMS; long ago if now. */
    Instant smsAvailableAt(Limits limits) {
        return Window.HOUR.freeAt(sms, limits.smsBudgets().agentPerHour());
    }

    AgentBudget withSms(Instant now) {
        return new AgentBudget(agent, wrong, right, Window.HOUR.with(sms, now), calls, suspension, version + 1);
    }

    /** When the agent may announce another call, ask for another code or offer another handover; long ago if now. */
    Instant callsAvailableAt(Limits limits) {
        return Window.HOUR.freeAt(calls, limits.calls().agentPerHour());
    }

    AgentBudget withCall(Instant now) {
        return new AgentBudget(agent, wrong, right, sms, Window.HOUR.with(calls, now), suspension, version + 1);
    }

    /** An announced call of which the customer is told by SMS: one write for both. */
    AgentBudget withCallAndSms(Instant now) {
        return new AgentBudget(
                agent, wrong, right, Window.HOUR.with(sms, now), Window.HOUR.with(calls, now), suspension, version + 1);
    }

    /** The PINs start anew. What was sent stays counted. */
    AgentBudget lifted() {
        return new AgentBudget(agent, List.of(), List.of(), sms, calls, null, version + 1);
    }

    private AgentBudget suspended(Cause cause, Limits limits, Instant now) {
        var until = now.plus(limits.agentPins().suspension());
        return new AgentBudget(agent, List.of(), List.of(), sms, calls, new Suspension(cause, now, until), version + 1);
    }

    private AgentBudget next(List<Wrong> counted, List<Right> verified) {
        return new AgentBudget(agent, counted, verified, sms, calls, suspension, version + 1);
    }

    private Stream<Wrong> wrongWithin(Instant now) {
        return wrong.stream().filter(each -> Window.HOUR.contains(each.at(), now));
    }

    private Stream<Right> rightWithin(Instant now) {
        return right.stream().filter(each -> Window.HOUR.contains(each.at(), now));
    }
}

package org.supportpin.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.history.Episode.Unverified;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;

/**
 * Groups entries to episodes, one entry after the other. Entries that belong to none are passed over, and so are those of calls that
 * began before the first entry. How a call or an action ended is read off the states, not off the events: a new event that voids a
 * verification or ends an action needs nothing here. One that belongs to a call without ending anything needs a case.
 */
final class Episodes {

    /** Wrong PINs by the same agent that are closer together belong together, and to the call that follows as soon. */
    static final Duration SAME_CALL = Duration.ofMinutes(30);

    private final List<CallSoFar> calls = new ArrayList<>();
    private final Map<String, CallSoFar> byVerification = new HashMap<>();
    private final Map<AgentId, List<Entry>> wrongPins = new LinkedHashMap<>();
    private final List<Unverified> unverified = new ArrayList<>();

    /** Adds the next entry. */
    void add(Recorded recorded) {
        var entry = recorded.entry();
        switch (entry.event()) {
            case Event.Verified verified -> verified(recorded, verified);
            case Event.PinRejected _, Event.PinReplayed _, Event.RefusedWhileLocked _
            when entry.actor() instanceof Actor.Agent agent -> wrong(entry, agent);
            case Event.VerificationEnded(var key) -> of(key).forEach(call -> call.endedByAgent(recorded));
            case Event.HandedOver(var before, var key, var _, var _) ->
                of(before).toList().forEach(call -> handedOver(recorded, call, key));
            case Event.AccountRead(var key) -> of(key).forEach(call -> call.accountRead(recorded));
            case Event.ActionRefused refused -> of(refused.verification()).forEach(call -> call.refused(recorded));
            case Event.ActionAccepted accepted ->
                of(accepted.verification()).forEach(call -> call.accepted(recorded, accepted));
            case ActionSettled settled -> calls.forEach(call -> call.settled(recorded, settled));
            default -> {
                // Nothing that a call does. It may still make one void.
            }
        }
        calls.forEach(call -> call.look(recorded));
    }

    private Stream<CallSoFar> of(String verification) {
        return Stream.ofNullable(byVerification.get(verification));
    }

    private void verified(Recorded recorded, Event.Verified verified) {
        var entry = recorded.entry();
        var agent = agent(entry, verified);
        var call = new CallSoFar(recorded, verified, agent, before(entry, agent.id()));
        calls.add(call);
        byVerification.put(verified.key(), call);
    }

    /** It goes on as the same call, with another key. */
    private void handedOver(Recorded recorded, CallSoFar call, String key) {
        call.handedOver(recorded, key);
        byVerification.put(key, call);
    }

    /** Whoever causes the entry, the verification in its state is an agent's. */
    private static Actor.Agent agent(Entry entry, Event.Verified verified) {
        return entry.actor() instanceof Actor.Agent agent
                ? agent
                : entry.state().verifications().stream()
                        .filter(each -> each.key().equals(verified.key()))
                        .map(each -> new Actor.Agent(each.agent(), null))
                        .findFirst()
                        .orElseThrow();
    }

    /** The wrong PINs of this call, which are then no longer anybody else's. */
    private List<Entry> before(Entry entry, AgentId agent) {
        var wrong = wrongPins.getOrDefault(agent, List.of());
        if (wrong.isEmpty() || !isSoonAfter(wrong.getLast(), entry)) {
            return List.of();
        }
        wrongPins.remove(agent);
        return wrong;
    }

    private void wrong(Entry entry, Actor.Agent agent) {
        var before = wrongPins.get(agent.id());
        if (before != null && !isSoonAfter(before.getLast(), entry)) {
            setAside(before);
            before = null;
        }
        if (before == null) {
            before = new ArrayList<>();
            wrongPins.put(agent.id(), before);
        }
        before.add(entry);
    }

    private void setAside(List<Entry> wrong) {
        unverified.add(new Unverified((Actor.Agent) wrong.getFirst().actor(), wrong));
    }

    private static boolean isSoonAfter(Entry before, Entry entry) {
        return !entry.at().isAfter(before.at().plus(SAME_CALL));
    }

    /**
     * Whether a later entry may still belong to one of the episodes before a place.
     *
     * @param last the newest of the entries that were added
     * @param newest the customer's state after the ledger's newest entry: what is not open there has ended
     */
    boolean isUnfinished(long below, Entry last, Customer newest) {
        return calls.stream().filter(call -> call.sequence() < below).anyMatch(call -> call.isUnfinished(last, newest))
                || wrongPins.values().stream()
                        .map(List::getLast)
                        .anyMatch(wrong -> wrong.sequence() < below && isSoonAfter(wrong, last));
    }

    /** The episodes, newest first, as they are at this time and in the ledger's newest state. Nothing is added afterwards. */
    List<Episode> newestFirst(Instant now, Customer newest) {
        wrongPins.values().forEach(this::setAside);
        return Stream.<Episode>concat(calls.stream().map(call -> call.at(now, newest)), unverified.stream())
                .sorted(Comparator.comparingLong(Episode::sequence).reversed())
                .toList();
    }
}

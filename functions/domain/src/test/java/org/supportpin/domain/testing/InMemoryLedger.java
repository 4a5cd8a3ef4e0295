package org.supportpin.domain.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.ActionEnded;
import org.supportpin.domain.customer.CompanionWrite.ActionOpened;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.DestinationCounted;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.DestinationBudget;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.Suspensions;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.phone.PhoneNumber;

/** The whole table in memory. One lock makes each append a transaction: the entry with its companion writes, or nothing. */
public final class InMemoryLedger implements Ledger, AgentBudgets, DestinationBudgets, Actions {

    private final Map<CustomerId, List<Recorded>> ledgers = new HashMap<>();
    private final Map<CustomerId, StoredSecret> secrets = new HashMap<>();
    private final Map<AgentId, AgentBudget> budgets = new HashMap<>();
    private final Map<String, DestinationBudget> destinations = new HashMap<>();
    private final List<Suspensions.Lift> lifts = new ArrayList<>();
    private final Map<ActionId, ActionRecord> actions = new HashMap<>();
    private final Map<ActionId, Instant> queue = new HashMap<>();

    @Override
    public synchronized Snapshot read(CustomerId customer) {
        var entries = entries(customer);
        return new Snapshot(customer, entries.isEmpty() ? null : entries.getLast(), secrets.get(customer));
    }

    @Override
    public synchronized Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
        var entries = entries(entry.customer());
        var isThere = entries.stream().anyMatch(each -> each.entry().sequence() == entry.sequence());
        if (isThere || !alongside.stream().allMatch(this::isAllowed)) {
            return Optional.empty();
        }
        var recorded = new Recorded(entry, Hash.of(entry.toString().getBytes(StandardCharsets.UTF_8)));
        entries.add(recorded);
        alongside.forEach(each -> write(entry.customer(), each));
        return Optional.of(recorded);
    }

    /** All customers that have an entry. */
    public synchronized List<CustomerId> customers() {
        return ledgers.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isAllowed(CompanionWrite alongside) {
        return switch (alongside) {
            case SecretWritten _ -> true;
            case AgentCounted(var budget) -> isAllowed(budget);
            case DestinationCounted(var budget) ->
                !destinations.containsKey(budget.destination())
                        || destination(budget.destination()).version() == budget.version() - 1;
            case ActionOpened(var action) -> isAllowed(action);
            case ActionEnded(var action) -> isAllowed(action);
        };
    }

    private boolean isAllowed(AgentBudget budget) {
        return !budgets.containsKey(budget.agent()) || read(budget.agent()).version() == budget.version() - 1;
    }

    private boolean isAllowed(ActionRecord action) {
        var before = actions.get(action.id());
        return before == null
                ? action.version() == 1
                : before.end() == null && before.version() == action.version() - 1;
    }

    private void write(CustomerId customer, CompanionWrite alongside) {
        switch (alongside) {
            case SecretWritten(var secret) -> secrets.put(customer, secret);
            case AgentCounted(var budget) -> budgets.put(budget.agent(), budget);
            case DestinationCounted(var budget) -> destinations.put(budget.destination(), budget);
            case ActionOpened(var action) -> write(action);
            case ActionEnded(var action) -> write(action);
        }
    }

    private void write(ActionRecord action) {
        actions.put(action.id(), action);
        if (action.end() == null) {
            queue.put(action.id(), action.dispatches().last());
        } else {
            queue.remove(action.id());
        }
    }

    @Override
    public synchronized List<Recorded> history(CustomerId customer, long below, int limit) {
        return entries(customer).reversed().stream()
                .filter(each -> each.entry().sequence() < below)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized AgentBudget read(AgentId agent) {
        return budgets.getOrDefault(agent, AgentBudget.fresh(agent));
    }

    @Override
    public synchronized List<AgentBudget> suspended(Instant now) {
        return budgets.values().stream()
                .filter(each -> each.suspension(now).isPresent())
                .sorted(Comparator.comparing(
                        each -> each.suspension(now).orElseThrow().until()))
                .toList();
    }

    @Override
    public synchronized boolean write(AgentBudget counted) {
        if (!isAllowed(counted)) {
            return false;
        }
        budgets.put(counted.agent(), counted);
        return true;
    }

    @Override
    public synchronized boolean lift(AgentBudget lifted, Suspensions.Lift lift) {
        return write(lifted) && lifts.add(lift);
    }

    /** The suspensions that were lifted, oldest first. */
    public synchronized List<Suspensions.Lift> lifts() {
        return List.copyOf(lifts);
    }

    @Override
    public synchronized DestinationBudget read(PhoneNumber number) {
        return destination(
                Hash.of(number.e164().getBytes(StandardCharsets.UTF_8)).hex());
    }

    private DestinationBudget destination(String destination) {
        return destinations.getOrDefault(destination, DestinationBudget.fresh(destination));
    }

    @Override
    public synchronized Optional<ActionRecord> find(ActionId id) {
        return Optional.ofNullable(actions.get(id));
    }

    @Override
    public synchronized Iterable<Waiting> due(Instant before) {
        return queue.entrySet().stream()
                .filter(each -> each.getValue().isBefore(before))
                .sorted(Map.Entry.comparingByValue())
                .map(each -> new Waiting(
                        each.getKey(), actions.get(each.getKey()).request().name()))
                .toList();
    }

    @Override
    public synchronized Optional<ActionRecord> look(ActionId id, Instant before, Instant now) {
        var since = queue.get(id);
        if (since == null || !since.isBefore(before)) {
            return Optional.empty();
        }
        queue.put(id, now);
        return find(id);
    }

    @Override
    public synchronized boolean claim(ActionRecord dispatched) {
        if (!isAllowed(dispatched)) {
            return false;
        }
        write(dispatched);
        return true;
    }

    private List<Recorded> entries(CustomerId customer) {
        return ledgers.computeIfAbsent(customer, _ -> new ArrayList<>());
    }
}

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
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/** The whole table in memory. One lock makes each append a transaction: the entry with its companion writes, or nothing. */
public final class InMemoryLedger implements Ledger, AgentBudgets, Actions {

    private final Map<CustomerId, List<Recorded>> ledgers = new HashMap<>();
    private final Map<CustomerId, StoredSecret> secrets = new HashMap<>();
    private final Map<AgentId, AgentBudget> budgets = new HashMap<>();
    private final Map<ActionId, ActionRecord> actions = new HashMap<>();

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
            case AgentCounted(var budget) ->
                !budgets.containsKey(budget.agent()) || read(budget.agent()).version() == budget.version() - 1;
            case ActionOpened(var action) -> isAllowed(action);
            case ActionEnded(var action) -> isAllowed(action);
        };
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
            case ActionOpened(var action) -> actions.put(action.id(), action);
            case ActionEnded(var action) -> actions.put(action.id(), action);
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
    public synchronized Optional<ActionRecord> find(ActionId id) {
        return Optional.ofNullable(actions.get(id));
    }

    @Override
    public synchronized List<ActionRecord> pending(Instant dispatchedBefore, int limit) {
        return actions.values().stream()
                .filter(each -> each.end() == null && each.dispatches().last().isBefore(dispatchedBefore))
                .sorted(Comparator.comparing(each -> each.dispatches().last()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean claim(ActionRecord dispatched) {
        if (!isAllowed(dispatched)) {
            return false;
        }
        actions.put(dispatched.id(), dispatched);
        return true;
    }

    @Override
    public synchronized boolean setAside(ActionId id, Instant at) {
        var action = actions.get(id);
        if (action == null || action.end() != null) {
            return false;
        }
        actions.put(
                id,
                new ActionRecord(
                        id,
                        action.request(),
                        action.texts(),
                        action.dispatches(),
                        ActionRecord.End.failed(at, true),
                        action.entries(),
                        action.version()));
        return true;
    }

    /** All actions. */
    public synchronized List<ActionRecord> actions() {
        return List.copyOf(actions.values());
    }

    /** Somebody deletes an action. */
    public synchronized void remove(ActionId id) {
        actions.remove(id);
    }

    /** Somebody writes an action past all rules. */
    public synchronized void plant(ActionRecord action) {
        actions.put(action.id(), action);
    }

    private List<Recorded> entries(CustomerId customer) {
        return ledgers.computeIfAbsent(customer, _ -> new ArrayList<>());
    }
}

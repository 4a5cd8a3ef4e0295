package org.supportpin.domain.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.ActionEnded;
import org.supportpin.domain.customer.CompanionWrite.ActionMoved;
import org.supportpin.domain.customer.CompanionWrite.ActionOpened;
import org.supportpin.domain.customer.CompanionWrite.ActionResolved;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.DestinationCounted;
import org.supportpin.domain.customer.CompanionWrite.HandoverPlaced;
import org.supportpin.domain.customer.CompanionWrite.NoticeQueued;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.DestinationBudget;
import org.supportpin.domain.customer.DestinationBudgets;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.HandoverOffer;
import org.supportpin.domain.customer.HandoverOffers;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecrets;
import org.supportpin.domain.customer.Suspensions;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.notice.NoticeId;
import org.supportpin.domain.notice.Outbox;
import org.supportpin.domain.notice.QueuedNotice;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.pin.HandoverCode;

/** The whole table in memory. One lock makes each append a transaction: the entry with its companion writes, or nothing. */
public final class InMemoryLedger
        implements Ledger, AgentBudgets, DestinationBudgets, Actions, Outbox, StoredSecrets, HandoverOffers {

    private final Map<CustomerId, List<Recorded>> ledgers = new HashMap<>();
    private final Map<CustomerId, StoredSecret> secrets = new HashMap<>();
    private final Map<AgentId, AgentBudget> budgets = new HashMap<>();
    private final Map<String, DestinationBudget> destinations = new HashMap<>();
    private final List<Suspensions.Lift> lifts = new ArrayList<>();
    private final Map<ActionId, ActionRecord> actions = new HashMap<>();
    private final Map<ActionId, Instant> queue = new HashMap<>();
    private final Set<ActionId> spoilt = new HashSet<>();
    private final Map<NoticeId, QueuedNotice> notices = new HashMap<>();
    private final Map<String, HandoverOffer> handovers = new HashMap<>();

    @Override
    public String place(HandoverCode code) {
        return Hash.of(code.digits().getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    public synchronized Optional<HandoverOffer> find(String place, Instant now) {
        return Optional.ofNullable(handovers.get(place)).filter(each -> now.isBefore(each.until()));
    }

    @Override
    public synchronized Snapshot read(CustomerId customer) {
        var entries = entries(customer);
        return new Snapshot(customer, entries.isEmpty() ? null : entries.getLast(), secrets.get(customer));
    }

    @Override
    public synchronized Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
        var entries = entries(entry.customer());
        var isThere = entries.stream().anyMatch(each -> each.entry().sequence() == entry.sequence());
        if (isThere || !alongside.stream().allMatch(each -> isAllowed(entry.customer(), each))) {
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

    private boolean isAllowed(CustomerId customer, CompanionWrite alongside) {
        return switch (alongside) {
            case SecretWritten(var _, var before) -> isStill(customer, before);
            case AgentCounted(var budget) -> isAllowed(budget);
            case DestinationCounted(var budget) ->
                !destinations.containsKey(budget.destination())
                        || destination(budget.destination()).version() == budget.version() - 1;
            case ActionOpened(var action) -> isAllowed(action);
            case ActionMoved(var action) -> isAllowed(action);
            case ActionEnded(var action) -> isAllowed(action);
            case ActionResolved(var action) -> isUnsettled(action);
            case NoticeQueued(var notice) -> !notices.containsKey(notice.id());
            case HandoverPlaced(var offer, var now) -> find(offer.place(), now).isEmpty();
        };
    }

    private boolean isStill(CustomerId customer, @Nullable StoredSecret before) {
        return StoredSecret.UNREADABLE.equals(before) || Objects.equals(secrets.get(customer), before);
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

    private boolean isUnsettled(ActionRecord settled) {
        var before = actions.get(settled.id());
        return before != null && before.needsHuman() && before.version() == settled.version() - 1;
    }

    private void write(CustomerId customer, CompanionWrite alongside) {
        switch (alongside) {
            case SecretWritten(var secret, var _) -> secrets.put(customer, secret);
            case AgentCounted(var budget) -> budgets.put(budget.agent(), budget);
            case DestinationCounted(var budget) -> destinations.put(budget.destination(), budget);
            case ActionOpened(var action) -> write(action);
            case ActionMoved(var action) -> write(action);
            case ActionEnded(var action) -> write(action);
            case ActionResolved(var action) -> write(action);
            case NoticeQueued(var notice) -> notices.put(notice.id(), notice);
            case HandoverPlaced(var offer, var _) -> handovers.put(offer.place(), offer);
        }
    }

    private void write(ActionRecord action) {
        actions.put(action.id(), action);
        if (action.end() == null) {
            queue.put(action.id(), action.queuedAt());
        } else {
            queue.remove(action.id());
        }
    }

    /** One customer at a time, in no particular order. */
    @Override
    public synchronized Page page(@Nullable String from) {
        var sorted = secrets.keySet().stream()
                .map(CustomerId::value)
                .filter(each -> from == null || each.compareTo(from) > 0)
                .sorted()
                .toList();
        var owned = sorted.stream()
                .limit(1)
                .map(CustomerId::new)
                .flatMap(each -> Stream.ofNullable(secrets.get(each)).map(secret -> new Owned(each, secret)))
                .filter(each -> each.secret().isReadable())
                .toList();
        return new Page(owned, sorted.size() > 1 ? sorted.getFirst() : null);
    }

    @Override
    public synchronized boolean replace(Owned read, StoredSecret rewrapped) {
        if (!isStill(read.customer(), read.secret())) {
            return false;
        }
        secrets.put(read.customer(), rewrapped);
        return true;
    }

    /** Puts an item in the place of the customer's keys, as somebody could who writes to the table; null removes them. */
    public synchronized void tamper(CustomerId customer, @Nullable StoredSecret secret) {
        if (secret == null) {
            secrets.remove(customer);
        } else {
            secrets.put(customer, secret);
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

    @Override
    public synchronized DestinationBudget read(EmailAddress address) {
        return destination(Hash.of(address.address().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))
                .hex());
    }

    private DestinationBudget destination(String destination) {
        return destinations.getOrDefault(destination, DestinationBudget.fresh(destination));
    }

    @Override
    public synchronized Optional<ActionRecord> find(ActionId id) {
        if (spoilt.contains(id)) {
            throw new Unreadable(new IllegalStateException("spoilt"));
        }
        return Optional.ofNullable(actions.get(id));
    }

    @Override
    public synchronized Iterable<Actions.Waiting> due(Instant before) {
        return queue.entrySet().stream()
                .filter(each -> each.getValue().isBefore(before))
                .sorted(Map.Entry.comparingByValue())
                .map(each -> new Actions.Waiting(
                        each.getKey(),
                        Objects.requireNonNull(actions.get(each.getKey()))
                                .request()
                                .name()))
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

    /** The place is the number of those before. */
    @Override
    public synchronized Unsettled unsettled(@Nullable String from, int limit) {
        if (from != null && !from.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("no page begins there");
        }
        int before = from == null ? 0 : Integer.parseInt(from);
        var all = actions.values().stream()
                .filter(ActionRecord::needsHuman)
                .sorted(Comparator.comparing((ActionRecord each) ->
                                Objects.requireNonNull(each.end()).at())
                        .reversed())
                .toList();
        var next = all.size() > before + limit ? String.valueOf(before + limit) : null;
        return new Unsettled(all.stream().skip(before).limit(limit).toList(), next);
    }

    @Override
    public synchronized boolean setAside(ActionId id, Instant at) {
        var action = actions.get(id);
        if (action == null || action.end() != null) {
            return false;
        }
        write(new ActionRecord(
                id,
                action.request(),
                action.texts(),
                action.dispatches(),
                action.gates(),
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
        queue.remove(id);
    }

    /** Somebody makes an action unreadable. */
    public synchronized void spoil(ActionId id) {
        spoilt.add(id);
    }

    /** Somebody writes an action past all rules. */
    public synchronized void plant(ActionRecord action) {
        write(action);
    }

    @Override
    public synchronized List<Outbox.Waiting> waiting(int limit) {
        return notices.values().stream()
                .map(each -> new Outbox.Waiting(each.id(), each.due(), each.since()))
                .sorted(Comparator.comparing(Outbox.Waiting::due).thenComparing(Outbox.Waiting::since))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<QueuedNotice> find(NoticeId id) {
        return Optional.ofNullable(notices.get(id));
    }

    @Override
    public synchronized boolean write(QueuedNotice next) {
        return has(next.id(), next.version() - 1) && notices.put(next.id(), next) != null;
    }

    @Override
    public synchronized boolean remove(QueuedNotice newest) {
        return has(newest.id(), newest.version()) && notices.remove(newest.id()) != null;
    }

    private boolean has(NoticeId id, long version) {
        return find(id).filter(each -> each.version() == version).isPresent();
    }

    private List<Recorded> entries(CustomerId customer) {
        return ledgers.computeIfAbsent(customer, _ -> new ArrayList<>());
    }
}

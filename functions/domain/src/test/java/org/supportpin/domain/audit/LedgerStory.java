package org.supportpin.domain.audit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.testing.StoredLedger;

/** A ledger as the service writes it, and as someone else then leaves it. */
final class LedgerStory {

    static final CustomerId ID = new CustomerId("4711");
    static final Actor.Agent AGENT = new Actor.Agent(new AgentId("maria"), new CallReference.Said("call-1"));

    private final List<StoredEntry> entries = new ArrayList<>();
    private Customer state = Customer.fresh(ID);
    private Hash last = Hash.NONE;
    Instant now;

    /** It begins with the first millisecond of a half hour of this customer. */
    LedgerStory() {
        now = state.phase().start(state.phase().step(Instant.parse("2026-11-22T12:00:00Z")));
    }

    /** Activation, a PIN sent, a wrong PIN, a correct PIN, and the end of the call. */
    static LedgerStory day() {
        var story = new LedgerStory().then(new Event.Activated(1, 1, true, Language.GREEK));
        story.after(Duration.ofHours(1)).then(new Event.PinSent(story.step(), story.now.plusSeconds(600)));
        story.after(Duration.ofMinutes(1)).then(new Event.PinRejected());
        story.verified(story.counter());
        return story.after(Duration.ofMinutes(5)).then(new Event.VerificationEnded(key(4)));
    }

    LedgerStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    long step() {
        return state.phase().step(now);
    }

    PinCounter counter() {
        return new PinCounter(step(), state.pins().generation());
    }

    LedgerStory verified(PinCounter counter) {
        return then(new Event.Verified(
                key(entries.size() + 1), counter, PinSource.PANEL, now.plus(Duration.ofMinutes(15)), 1));
    }

    static String key(int number) {
        return "0".repeat(21) + number;
    }

    LedgerStory then(Event event) {
        return then(event, UnaryOperator.identity());
    }

    /** An entry whose state does not follow from its event. Later entries continue from it. */
    LedgerStory then(Event event, UnaryOperator<Customer> forged) {
        return planted(AGENT, event, forged.apply(state.apply(event, AGENT, entries.size() + 1L, now)));
    }

    /** Caused by someone else. */
    LedgerStory then(Actor actor, Event event) {
        return planted(actor, event, state.apply(event, actor, entries.size() + 1L, now));
    }

    /** An entry with any event and any state, also such as no rule allows. */
    LedgerStory planted(Event event, Customer after) {
        return planted(AGENT, event, after);
    }

    private LedgerStory planted(Actor actor, Event event, Customer after) {
        long sequence = entries.size() + 1L;
        state = after;
        var entry = new Entry(ID, sequence, now, actor, event, state, last);
        entries.add(stored(sequence, entry));
        last = hash(entry);
        return this;
    }

    static StoredEntry stored(long place, Entry entry) {
        return new StoredEntry(place, entry, hash(entry), hash(entry));
    }

    /** Any hash will do if it covers everything. */
    static Hash hash(Entry entry) {
        return Hash.of(entry.toString().getBytes(StandardCharsets.UTF_8));
    }

    Customer state() {
        return state;
    }

    Entry entry(int sequence) {
        var entry = entries.get(sequence - 1).entry();
        if (entry == null) {
            throw new AssertionError("entry " + sequence + " cannot be read");
        }
        return entry;
    }

    /** Replaces an entry. */
    LedgerStory put(int place, @Nullable StoredEntry instead) {
        entries.removeIf(each -> each.place() == place);
        if (instead != null) {
            entries.add(instead);
            entries.sort(Comparator.comparingLong(StoredEntry::place));
        }
        return this;
    }

    /** As the watch leaves it after that entry. */
    Anchor anchor(int sequence) {
        var entry = entry(sequence);
        return new Anchor(ID, sequence, hash(entry), new LedgerMemory(entry.at(), entry.state(), List.of(), Map.of()));
    }

    /** A state with a running verification of the agent's. */
    Customer stateOf(Customer before, Instant at, String key) {
        return before.apply(
                new Event.Verified(key, new PinCounter(1, 0), PinSource.PANEL, at.plusSeconds(900), 1), AGENT, 9, at);
    }

    StoredEntry stored(int place) {
        return entries.get(place - 1);
    }

    int size() {
        return entries.size();
    }

    StoredLedger ledger() {
        return ledger(null);
    }

    StoredLedger ledger(@Nullable StoredSecret secret) {
        return new StoredLedger(ID, entries, secret, 0);
    }
}

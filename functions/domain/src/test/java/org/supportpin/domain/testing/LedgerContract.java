package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;

/** The contract of every store of ledgers. */
public abstract class LedgerContract {

    private static final Event ACTIVATED = new Event.Activated(1, 1, true, Language.GREEK);

    private final CustomerId customer = Samples.newCustomer();

    protected abstract Ledger ledger();

    /** The budgets of the same store. */
    protected abstract AgentBudgets budgets();

    /** The actions of the same store. */
    protected abstract Actions actions();

    /** The entry that would follow the newest. */
    protected final Entry next(CustomerId of, Event event) {
        var snapshot = ledger().read(of);
        return entry(snapshot, event, actor(event), Samples.NOON.plusSeconds(snapshot.nextSequence()));
    }

    private static Actor actor(Event event) {
        return switch (event) {
            case Event.Verified _,
                    Event.VerificationRequested _,
                    Event.CallAnnounced _,
                    Event.HandoverOffered _,
                    Event.HandedOver _ -> Samples.AGENT;
            case Event.ErasureRequested _ -> new Actor.Auditor(Samples.AGENT.id());
            default -> new Actor.Panel();
        };
    }

    private static Entry entry(Snapshot snapshot, Event event, Actor actor, Instant at) {
        var sequence = snapshot.nextSequence();
        return new Entry(
                snapshot.customer(),
                sequence,
                at,
                actor,
                event,
                snapshot.state().apply(event, actor, sequence, at),
                snapshot.last() == null ? Hash.NONE : snapshot.last().hash());
    }

    protected final Entry append(CustomerId of, Event event, CompanionWrite... alongside) {
        var entry = next(of, event);
        assertThat(ledger().append(entry, List.of(alongside))).isPresent();
        return entry;
    }

    private static AgentBudget counted(AgentBudget before) {
        return new AgentBudget(
                before.agent(), List.of(), List.of(), List.of(Samples.NOT_OVER), null, before.version() + 1);
    }

    @Test
    void aCustomerBeginsWithNothing() {
        assertThat(ledger().read(customer)).isEqualTo(new Snapshot(customer, null, null));
        assertThat(ledger().history(customer, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void theNewestEntryIsRead() {
        var newest = append(customer, new Event.CodeRejected());
        for (int i = 0; i < 11; i++) {
            newest = append(customer, new Event.CodeRejected());
        }

        assertThat(ledger().read(customer).last()).isNotNull();
        assertThat(recorded(customer).entry()).isEqualTo(newest);
        assertThat(newest.sequence()).isEqualTo(12);
    }

    @Test
    void theSecretIsReadWithTheNewestEntry() {
        var secret = Samples.secret(1, 1);
        append(customer, ACTIVATED, new SecretWritten(secret, null));
        var newest = append(customer, new Event.PinRejected());

        assertThat(ledger().read(customer).secret()).isEqualTo(secret);
        assertThat(recorded(customer).entry()).isEqualTo(newest);
    }

    @Test
    void aSecretTakesThePlaceOfTheOneBefore() {
        append(customer, ACTIVATED, new SecretWritten(Samples.secret(1, 1), null));
        append(customer, new Event.Deactivated(2), new SecretWritten(Samples.bareSecret(2, 2), Samples.secret(1, 1)));

        assertThat(ledger().read(customer).secret()).isEqualTo(Samples.bareSecret(2, 2));
    }

    /** Somebody else wrote them, or a KMS key is being retired. */
    @Test
    void keysThatAreNotThoseThatWereReadAreNotReplaced() {
        append(customer, ACTIVATED, new SecretWritten(Samples.secret(1, 1), null));
        var entry = next(customer, new Event.Deactivated(1));

        for (var read :
                new @Nullable StoredSecret[] {null, Samples.secret(1, 2), Samples.secret(2, 1), Samples.bareSecret(1, 1)
                }) {
            assertThat(ledger().append(entry, List.of(new SecretWritten(Samples.bareSecret(1, 2), read))))
                    .as("%s", read)
                    .isEmpty();
        }
        assertThat(ledger().read(customer).secret()).isEqualTo(Samples.secret(1, 1));
        assertThat(recorded(customer).entry().sequence()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsReplacedWhateverItIs() {
        append(customer, ACTIVATED, new SecretWritten(Samples.secret(1, 1), null));
        append(
                customer,
                new Event.Deactivated(1),
                new SecretWritten(Samples.bareSecret(1, 2), StoredSecret.UNREADABLE));

        assertThat(ledger().read(customer).secret()).isEqualTo(Samples.bareSecret(1, 2));
    }

    @Test
    void anEntryIsAppendedIfThereIsNoneYet() {
        var first = append(customer, new Event.PinRejected());
        var late = new Entry(
                customer, 1, first.at(), new Actor.Service(), new Event.LockLifted(), first.state(), Hash.NONE);

        assertThat(ledger().append(late, List.of())).isEmpty();
        assertThat(recorded(customer).entry()).isEqualTo(first);
    }

    @Test
    void whoLosesTheRaceHasWrittenNothingAlongside() {
        append(customer, ACTIVATED, new SecretWritten(Samples.secret(1, 1), null));
        var lost = next(customer, new Event.PinRejected());
        append(customer, new Event.PinRejected());
        var agent = Samples.newAgent();

        assertThat(ledger().append(
                                lost,
                                List.of(
                                        new SecretWritten(Samples.bareSecret(2, 2), Samples.secret(1, 1)),
                                        new AgentCounted(counted(budgets().read(agent))),
                                        new ActionOpened(Samples.action(customer, Samples.NOON)))))
                .isEmpty();

        assertThat(ledger().read(customer).secret()).isEqualTo(Samples.secret(1, 1));
        assertThat(budgets().read(agent)).isEqualTo(AgentBudget.fresh(agent));
        assertThat(actions().find(Samples.action(customer, Samples.NOON).id())).isEmpty();
    }

    @Test
    void aStaleBudgetOfTheAgentStopsTheWholeTransaction() {
        var agent = Samples.newAgent();
        var stale = budgets().read(agent);
        append(Samples.newCustomer(), new Event.PinRejected(), new AgentCounted(counted(stale)));

        var alongside = List.<CompanionWrite>of(
                new SecretWritten(Samples.secret(1, 1), null), new AgentCounted(counted(stale)));
        assertThat(ledger().append(next(customer, new Event.PinRejected()), alongside))
                .isEmpty();

        assertThat(ledger().read(customer)).isEqualTo(new Snapshot(customer, null, null));
        assertThat(budgets().read(agent).version()).isEqualTo(1);
    }

    @Test
    void anActionIsOpenedOnceWithItsEntryOrNot() {
        var action = Samples.action(customer, Samples.NOON);
        append(customer, new Event.PinRejected(), new ActionOpened(action));

        assertThat(actions().find(action.id())).contains(action);
        assertThat(ledger().append(next(customer, new Event.PinRejected()), List.of(new ActionOpened(action))))
                .isEmpty();
        assertThat(ledger().read(customer).nextSequence()).isEqualTo(2);
    }

    @Test
    void anActionEndsOnceWithItsEntryOrNot() {
        var action = Samples.action(customer, Samples.NOON);
        var ended = new ActionEnded(action.ended(Samples.end(), 9));
        assertThat(ledger().append(next(customer, new Event.PinRejected()), List.of(ended)))
                .isEmpty();
        append(customer, new Event.PinRejected(), new ActionOpened(action));
        append(customer, new Event.PinRejected(), ended);

        assertThat(actions().find(action.id())).contains(ended.action());
        var again = new ActionEnded(ended.action().ended(Samples.end(), 9));
        assertThat(ledger().append(next(customer, new Event.PinRejected()), List.of(again)))
                .isEmpty();
        assertThat(ledger().read(customer).nextSequence()).isEqualTo(3);
    }

    @Test
    void everyEventComesBackAsItWas() {
        var appended = new ArrayList<Entry>();
        Samples.everyEvent().forEach(event -> appended.add(append(customer, event)));

        assertThat(Samples.everyEvent().stream().<Class<?>>map(Event::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Samples.eventTypes());
        assertThat(ledger().history(customer, Long.MAX_VALUE, 100).reversed())
                .extracting(Recorded::entry)
                .containsExactlyElementsOf(appended);
    }

    @Test
    void everyActorComesBackAsItWas() {
        for (var actor :
                List.of(new Actor.Panel(), new Actor.Service(), new Actor.Auditor(Samples.AGENT.id()), Samples.AGENT)) {
            var entry = entry(ledger().read(customer), new Event.PinRejected(), actor, Samples.NOON);
            assertThat(ledger().append(entry, List.of())).isPresent();
            assertThat(recorded(customer).entry()).isEqualTo(entry);
        }
    }

    @Test
    void aRichStateComesBackAsItWas() {
        var rich = new Entry(
                customer,
                1,
                Samples.NOON,
                Samples.AGENT,
                new Event.PinRejected(),
                Samples.richState(customer),
                Hash.of(new byte[] {7}));
        assertThat(ledger().append(rich, List.of())).isPresent();

        assertThat(recorded(customer).entry()).isEqualTo(rich);
    }

    @Test
    void eachEntryHasAHashOfItsOwn() {
        for (int i = 0; i < 5; i++) {
            append(customer, new Event.PinRejected());
        }
        var history = ledger().history(customer, Long.MAX_VALUE, 100).reversed();

        assertThat(history).extracting(Recorded::hash).doesNotHaveDuplicates().doesNotContain(Hash.NONE);
        assertThat(history.getFirst().entry().previous()).isEqualTo(Hash.NONE);
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).entry().previous())
                    .isEqualTo(history.get(i - 1).hash());
        }
    }

    @Test
    void historyIsReadPageByPageNewestFirst() {
        for (int i = 0; i < 12; i++) {
            append(customer, new Event.PinRejected());
        }

        assertThat(sequences(Long.MAX_VALUE, 5)).containsExactly(12L, 11L, 10L, 9L, 8L);
        assertThat(sequences(8, 5)).containsExactly(7L, 6L, 5L, 4L, 3L);
        assertThat(sequences(3, 5)).containsExactly(2L, 1L);
        assertThat(sequences(1, 5)).isEmpty();
        assertThat(sequences(Long.MAX_VALUE, 100)).hasSize(12);
    }

    private LongStream sequences(long below, int limit) {
        return ledger().history(customer, below, limit).stream()
                .mapToLong(each -> each.entry().sequence());
    }

    @Test
    void historyHoldsNoSecretAndNobodyElsesEntries() {
        var longer = new CustomerId(customer.value() + "0");
        append(customer, ACTIVATED, new SecretWritten(Samples.secret(1, 1), null));
        append(longer, new Event.PinRejected());

        assertThat(ledger().history(customer, Long.MAX_VALUE, 100))
                .extracting(each -> each.entry().customer())
                .containsExactly(customer);
        assertThat(ledger().read(longer).secret()).isNull();
    }

    @Test
    void ofManyWhoAppendAtOnceExactlyOneWins() {
        var entries = Arrays.stream(new int[16])
                .mapToObj(_ -> next(customer, new Event.PinRejected()))
                .toList();
        var won = Together.run(16, i -> ledger().append(entries.get(i), List.of()));

        assertThat(won).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(ledger().read(customer).nextSequence()).isEqualTo(2);
    }

    @Test
    void ofManyTransactionsAtOnceNoneIsHalfDone() {
        var agent = Samples.newAgent();
        var customers =
                Arrays.stream(new int[8]).mapToObj(_ -> Samples.newCustomer()).toList();
        var fresh = AgentBudget.fresh(agent);
        var won = Together.run(
                8,
                i -> ledger().append(
                                next(customers.get(i), new Event.PinRejected()),
                                List.of(new AgentCounted(counted(fresh)))));

        var appended = customers.stream()
                .filter(each -> ledger().read(each).last() != null)
                .count();
        assertThat(won.stream().filter(Optional::isPresent)).hasSize((int) appended);
        assertThat(appended).isEqualTo(1);
        assertThat(budgets().read(agent).version()).isEqualTo(1);
    }

    private Recorded recorded(CustomerId of) {
        var last = ledger().read(of).last();
        if (last == null) {
            throw new AssertionError("nothing is recorded");
        }
        return last;
    }
}

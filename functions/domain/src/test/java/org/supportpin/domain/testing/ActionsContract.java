package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionRecord.StoredRefusal;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Actions.Waiting;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.ActionEnded;
import org.supportpin.domain.customer.CompanionWrite.ActionOpened;
import org.supportpin.domain.customer.CompanionWrite.ActionResolved;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;

/** The contract of every store of actions. */
public abstract class ActionsContract {

    private final CustomerId customer = Samples.newCustomer();

    protected abstract Actions actions();

    /** The ledgers of the same store. */
    protected abstract Ledger ledger();

    private void write(CustomerId of, CompanionWrite alongside) {
        var entry = new Entry(
                of,
                ledger().read(of).nextSequence(),
                Samples.NOON,
                new Actor.Service(),
                new Event.PinRejected(),
                Customer.fresh(of),
                Hash.NONE);
        assertThat(ledger().append(entry, List.of(alongside))).isPresent();
    }

    private ActionRecord opened(CustomerId of, Instant at) {
        var action = Samples.action(of, at);
        write(of, new ActionOpened(action));
        return action;
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(actions().find(Samples.action(customer, Samples.NOON).id())).isEmpty();
    }

    @Test
    void anActionComesBackAsItWas() {
        var action = opened(customer, Samples.NOON);
        assertThat(actions().find(action.id())).contains(action);

        var again = action.dispatched(Samples.NOON.plusSeconds(60));
        assertThat(actions().claim(again)).isTrue();
        assertThat(actions().find(action.id())).contains(again);

        var ended = again.ended(
                new End(
                        ActionStatus.FAILED,
                        Samples.NOON.plusSeconds(61),
                        null,
                        new StoredRefusal("zone-changed", Samples.sealed("Ask again.")),
                        true),
                9);
        write(customer, new ActionEnded(ended));
        assertThat(actions().find(action.id())).contains(ended);
    }

    @Test
    void anUndoComesBackAsItWas() {
        var undo = Samples.undo(customer, Samples.NOON);
        write(customer, new ActionOpened(undo));
        assertThat(actions().find(undo.id())).contains(undo);

        var ended = undo.ended(Samples.end(), 10);
        write(customer, new ActionEnded(ended));

        assertThat(actions().find(undo.id())).contains(ended);
        assertThat(actions().find(undo.id()).orElseThrow().hashes()).isEqualTo(undo.hashes());
    }

    @Test
    void aClaimIsTakenOnceForEachVersion() {
        var action = opened(customer, Samples.NOON);
        var again = action.dispatched(Samples.NOON.plusSeconds(60));

        assertThat(Together.run(8, _ -> actions().claim(again))).containsOnlyOnce(true);
        assertThat(actions().claim(again)).isFalse();
        assertThat(actions().claim(again.dispatched(Samples.NOON.plusSeconds(120))))
                .isTrue();
    }

    @Test
    void whatEndedIsNotClaimed() {
        var action = opened(customer, Samples.NOON);
        var ended = action.ended(Samples.end(), 9);
        write(customer, new ActionEnded(ended));

        assertThat(actions().claim(action.dispatched(Samples.NOON.plusSeconds(60))))
                .isFalse();
        assertThat(actions().claim(ended.dispatched(Samples.NOON.plusSeconds(60))))
                .isFalse();
        assertThat(actions().find(action.id())).contains(ended);
    }

    @Test
    void anActionIsSetAsideOnceAndKeepsEverythingElse() {
        var action = opened(customer, Instant.parse("2001-01-02T00:00:00Z"));
        var at = Samples.NOON.plusSeconds(60);

        assertThat(actions().setAside(action.id(), at)).isTrue();

        assertThat(actions().find(action.id()))
                .contains(new ActionRecord(
                        action.id(),
                        action.request(),
                        action.texts(),
                        action.dispatches(),
                        action.gates(),
                        End.failed(at, true),
                        action.entries(),
                        action.version()));
        assertThat(due(Instant.parse("2001-01-02T00:00:01Z"), action)).isEmpty();
        assertThat(actions().setAside(action.id(), at)).isFalse();
        assertThat(actions().claim(action.dispatched(at))).isFalse();
    }

    /** Not what was set aside: no ledger knows of it. */
    @Test
    void whatNeedsAPersonIsListedUntilItIsSettled() {
        var first = Samples.newCustomer();
        var unknown = opened(first, Samples.NOON).ended(End.failed(Samples.NOON.plusSeconds(5), true), 9);
        write(first, new ActionEnded(unknown));
        var second = Samples.newCustomer();
        var later = opened(second, Samples.NOON).ended(End.failed(Samples.NOON.plusSeconds(6), true), 10);
        write(second, new ActionEnded(later));
        var forged = opened(customer, Samples.NOON);
        assertThat(actions().setAside(forged.id(), Samples.NOON.plusSeconds(7))).isTrue();
        assertThat(actions().look(unknown.id(), Samples.NOON.plusSeconds(900), Samples.NOON))
                .isEmpty();
        assertThat(actions().claim(unknown.dispatched(Samples.NOON.plusSeconds(60))))
                .isFalse();
        assertThat(actions().setAside(unknown.id(), Samples.NOON)).isFalse();

        assertThat(unsettled(unknown, later, forged)).containsExactly(later, unknown);

        var settled = unknown.settled(true, Samples.NOON.plusSeconds(60), 11);
        write(first, new ActionResolved(settled));
        assertThat(unsettled(unknown, later, forged)).containsExactly(later);
        assertThat(actions().find(unknown.id())).contains(settled);
        var again = new Entry(
                first,
                ledger().read(first).nextSequence(),
                Samples.NOON,
                new Actor.Service(),
                new Event.PinRejected(),
                Customer.fresh(first),
                Hash.NONE);
        assertThat(ledger().append(
                                again,
                                List.of(new ActionResolved(settled.settled(false, Samples.NOON.plusSeconds(61), 12)))))
                .isEmpty();
    }

    /** Of some actions, through pages of one. */
    private List<ActionRecord> unsettled(ActionRecord... among) {
        var ids = Stream.of(among).map(ActionRecord::id).toList();
        var found = new ArrayList<ActionRecord>();
        var page = actions().unsettled(null, 1);
        found.addAll(page.actions());
        while (page.next() != null) {
            page = actions().unsettled(page.next(), 1);
            found.addAll(page.actions());
        }
        return found.stream().filter(each -> ids.contains(each.id())).toList();
    }

    @Test
    void noPageBeginsWhereNoneSaidSo() {
        assertThatThrownBy(() -> actions().unsettled("nowhere", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatEndedOrIsNotThereIsNotSetAside() {
        var ended = opened(customer, Samples.NOON).ended(Samples.end(), 9);
        assertThat(actions()
                        .setAside(
                                Samples.action(Samples.newCustomer(), Samples.NOON)
                                        .id(),
                                Samples.NOON))
                .isFalse();
        write(customer, new ActionEnded(ended));

        assertThat(actions().setAside(ended.id(), Samples.NOON)).isFalse();
        assertThat(actions().find(ended.id())).contains(ended);
    }

    /** Long before other tests' actions, so that none of theirs comes first. */
    @Test
    void theDueOnesAreNamedLongestWaitingFirst() {
        var longAgo = Instant.parse("2001-01-01T00:00:00Z");
        var second = opened(Samples.newCustomer(), longAgo.plusMillis(2));
        var first = opened(Samples.newCustomer(), longAgo.plusMillis(1));
        var third = opened(Samples.newCustomer(), longAgo.plusMillis(3));
        var over = opened(customer, longAgo);
        write(customer, new ActionEnded(over.ended(Samples.end(), 9)));

        assertThat(actions().due(longAgo.plusMillis(3))).containsExactly(waiting(first), waiting(second));
        assertThat(actions().due(longAgo.plusMillis(4)))
                .containsExactly(waiting(first), waiting(second), waiting(third));
        assertThat(actions().due(longAgo.plusMillis(1))).isEmpty();
    }

    private static Waiting waiting(ActionRecord action) {
        return new Waiting(action.id(), action.request().name());
    }

    private List<ActionId> due(Instant before, ActionRecord... among) {
        var ids = Stream.of(among).map(ActionRecord::id).toList();
        return StreamSupport.stream(actions().due(before).spliterator(), false)
                .map(Waiting::id)
                .filter(ids::contains)
                .toList();
    }

    /** More than a page of the store, so that none is lost between pages. */
    @Test
    void allThatAreDueAreNamed() {
        var longAgo = Instant.parse("2002-01-01T00:00:00Z");
        var opened = IntStream.range(0, 120)
                .mapToObj(nth -> opened(Samples.newCustomer(), longAgo.plusMillis(nth)))
                .toArray(ActionRecord[]::new);

        assertThat(due(longAgo.plusMillis(120), opened))
                .containsExactlyElementsOf(
                        Stream.of(opened).map(ActionRecord::id).toList());
    }

    @Test
    void aLookMovesAnActionToTheBackAndChangesNothingElse() {
        var first = opened(customer, Samples.NOON);
        var second = opened(Samples.newCustomer(), Samples.NOON.plusSeconds(1));
        var later = Samples.NOON.plusSeconds(100);

        assertThat(actions().look(first.id(), later, later)).contains(first);
        assertThat(actions().find(first.id())).contains(first);
        assertThat(due(later.plusMillis(1), first, second)).containsExactly(second.id(), first.id());
        assertThat(due(later, first, second)).containsExactly(second.id());
        assertThat(actions().claim(first.dispatched(later))).isTrue();
    }

    @Test
    void anActionIsTakenForOneLookAtATime() {
        var action = opened(customer, Samples.NOON);
        var later = Samples.NOON.plusSeconds(100);

        assertThat(Together.run(
                        8, _ -> actions().look(action.id(), later, later).isPresent()))
                .containsOnlyOnce(true);
        assertThat(actions().look(action.id(), later.plusMillis(1), later.plusSeconds(60)))
                .contains(action);
    }

    /** The queue may be a few seconds old. */
    @Test
    void anActionThatWasJustDispatchedIsLeftAlone() {
        var action = opened(customer, Samples.NOON);
        var again = action.dispatched(Samples.NOON.plusSeconds(100));
        assertThat(actions().claim(again)).isTrue();

        assertThat(actions().look(action.id(), Samples.NOON.plusSeconds(100), Samples.NOON.plusSeconds(101)))
                .isEmpty();
        assertThat(actions().find(action.id())).contains(again);
    }

    @Test
    void noLookIsTakenAtWhatEnded() {
        var action = opened(customer, Samples.NOON);
        var ended = action.ended(Samples.end(), 9);
        write(customer, new ActionEnded(ended));
        var later = Samples.NOON.plusSeconds(100);

        assertThat(actions().look(action.id(), later, later)).isEmpty();
        assertThat(due(later.plusMillis(1), action)).isEmpty();
        assertThat(actions().find(action.id())).contains(ended);
        assertThat(actions()
                        .look(
                                Samples.action(Samples.newCustomer(), Samples.NOON)
                                        .id(),
                                later,
                                later))
                .isEmpty();
    }
}

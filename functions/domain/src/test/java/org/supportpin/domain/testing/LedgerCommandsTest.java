package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PinDelivery;
import org.supportpin.domain.customer.PinDelivery.Delivery;
import org.supportpin.domain.customer.SmsBudgets;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;

class LedgerCommandsTest {

    private final InMemoryService front = new InMemoryService();
    private final InMemoryLedger store = front.store;

    /** A ledger with different appends. */
    private record Appending(Ledger ledger, Append append) implements Ledger {

        interface Append {
            Optional<Recorded> append(Ledger ledger, Entry entry, List<CompanionWrite> alongside);
        }

        @Override
        public Snapshot read(CustomerId customer) {
            return ledger.read(customer);
        }

        @Override
        public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
            return append.append(ledger, entry, alongside);
        }

        @Override
        public List<Recorded> history(CustomerId customer, long below, int limit) {
            return ledger.history(customer, below, limit);
        }
    }

    @Nested
    class Performing {

        private final LedgerCommands commands = new LedgerCommands(store, front.clock);

        @Test
        void aDecisionIsRecordedAndAnswered() {
            var performed = commands.<String>perform(
                    front.customer, new Actor.Panel(), (_, _) -> Decision.record(new Event.PinRejected(), "told"));

            assertThat(performed.outcome()).isEqualTo("told");
            assertThat(performed.at()).isEqualTo(front.clock.instant());
            assertThat(performed.snapshot().last()).isNull();
            assertThat(performed.state()).isEqualTo(store.read(front.customer).state());
            assertThat(front.recorded(Event.PinRejected.class)).isEqualTo(1);
        }

        @Test
        void whereNothingIsDecidedNothingIsRecorded() {
            var performed =
                    commands.<String>perform(front.customer, new Actor.Panel(), (_, _) -> Decision.tell("told"));

            assertThat(performed.outcome()).isEqualTo("told");
            assertThat(store.read(front.customer).last()).isNull();
        }

        @Test
        void timeNeverRunsBackWhateverTheClockSays() {
            LedgerCommands.Command<String> command =
                    (_, now) -> Decision.record(new Event.PinRejected(), now.toString());
            var first = commands.perform(front.customer, new Actor.Panel(), command);
            front.clock.advance(Duration.ofHours(-1));
            var second = commands.perform(front.customer, new Actor.Panel(), command);

            assertThat(second.at()).isEqualTo(first.at());
            assertThat(store.history(front.customer, Long.MAX_VALUE, 10))
                    .extracting(each -> each.entry().at())
                    .containsExactly(first.at(), first.at());
        }
    }

    @Nested
    class ALostRace {

        @Test
        void isNotRunAgainOnceTheTimeIsOver() {
            var left = new AtomicInteger(2);
            var appends = new AtomicInteger();
            var ledger = new Appending(store, (_, _, _) -> {
                appends.incrementAndGet();
                left.decrementAndGet();
                return Optional.empty();
            });
            var commands = new LedgerCommands(ledger, front.clock);

            assertThatExceptionOfType(Contended.class)
                    .isThrownBy(() -> Deadline.in(() -> Duration.ofSeconds(left.get()))
                            .hold(() -> commands.<String>perform(
                                    front.customer,
                                    new Actor.Panel(),
                                    (_, _) -> Decision.record(new Event.PinRejected(), "told"))));
            assertThat(appends).hasValue(2);
        }

        @Test
        void isDecidedAgainOnWhatTheOtherLeft() {
            var seen = new ArrayList<Long>();
            var others = new AtomicInteger(3);
            var ledger = new Appending(store, (inner, entry, alongside) -> {
                if (others.getAndDecrement() > 0) {
                    inner.append(entry, List.of());
                }
                return inner.append(entry, alongside);
            });
            var performed = new LedgerCommands(ledger, front.clock)
                    .<String>perform(front.customer, new Actor.Panel(), (snapshot, _) -> {
                        seen.add(snapshot.nextSequence());
                        return Decision.record(new Event.PinRejected(), "told");
                    });

            assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
            assertThat(performed.snapshot().nextSequence()).isEqualTo(4);
        }

        @Test
        void endsAfterTwelveWithoutAnAnswer() {
            var asked = new AtomicInteger();
            var ledger = new Appending(store, (_, _, _) -> Optional.empty());

            assertThatExceptionOfType(Contended.class)
                    .isThrownBy(() -> new LedgerCommands(ledger, front.clock)
                            .<String>perform(front.customer, new Actor.Panel(), (_, _) -> {
                                asked.incrementAndGet();
                                return Decision.record(new Event.PinRejected(), "told");
                            }));
            assertThat(asked).hasValue(12);
        }
    }

    @Test
    void thereIsNoAnswerIfTheAppendFailed() {
        var ledger = new Appending(store, (_, _, _) -> {
            throw new StoreUnavailable("the write of an entry failed", new IllegalStateException());
        });
        front.activate();

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> front.verify(ledger, Samples.AGENT, front.pin()));
        assertThat(front.recorded(Event.Verified.class)).isZero();
    }

    /**
     * Threats 2 and 3 of security.md. A caller who hears that the ledger is busy repeats the request, as the agent's tool does.
     */
    @Nested
    class AtOnce {

        private static Outcome verify(int thread, Supplier<Outcome> asking) {
            @Nullable Contended last = null;
            for (int tries = 0; tries < 1000; tries++) {
                try {
                    return asking.get();
                } catch (Contended busy) {
                    last = busy;
                }
            }
            throw new AssertionError("thread " + thread + " never came through", last);
        }

        private Actor.Agent agent(int thread) {
            return new Actor.Agent(new AgentId("agent-" + thread), new CallReference.Said("call-" + thread));
        }

        @Test
        void ofTwoHundredWrongPinsFiveAreToldSoAndTheRestAreLockedOut() {
            front.activate();
            var wrong = front.wrongPin();
            var outcomes = Together.run(
                    200,
                    thread -> verify(
                            thread,
                            () -> front.verify(store, agent(thread), wrong).outcome()));

            assertThat(outcomes).filteredOn(Outcome.Rejected.class::isInstance).hasSize(5);
            assertThat(outcomes).filteredOn(Outcome.Locked.class::isInstance).hasSize(195);
            assertThat(front.recorded(Event.PinRejected.class)).isEqualTo(5);
            assertThat(front.recorded(Event.RefusedWhileLocked.class)).isEqualTo(1);
        }

        @Test
        void ofAHundredRightPinsOneVerifies() {
            front.activate();
            var right = front.pin();
            var outcomes = Together.run(
                    100,
                    thread -> verify(
                            thread,
                            () -> front.verify(store, agent(thread), right).outcome()));

            assertThat(outcomes).filteredOn(Outcome.Passed.class::isInstance).hasSize(1);
            assertThat(front.recorded(Event.Verified.class)).isEqualTo(1);
            assertThat(front.recorded(Event.PinReplayed.class)).isEqualTo(1);
        }

        @Test
        void anAgentWhoSpraysOverManyCustomersIsSuspendedAfterTen() {
            var customers = Stream.generate(() -> new InMemoryService(store, front.keys, front.clock))
                    .limit(50)
                    .toList();
            customers.forEach(InMemoryService::activate);
            var outcomes = Together.run(
                    50,
                    thread -> verify(thread, () -> {
                        var one = customers.get(thread);
                        return one.verify(store, Samples.AGENT, one.wrongPin()).outcome();
                    }));

            assertThat(outcomes).filteredOn(Outcome.Rejected.class::isInstance).hasSize(10);
            assertThat(outcomes)
                    .filteredOn(Outcome.AgentSuspended.class::isInstance)
                    .hasSize(40);
        }
    }

    /**
     * An append that was committed but whose answer was lost: the SDK sends it again, finds the entry, and reports a lost race.
     * Then the command is decided again on its own entry. It may count too much, never too little.
     */
    @Nested
    class ALostAnswer {

        private final AtomicInteger answers = new AtomicInteger();
        private final Ledger losing = new Appending(
                store,
                (inner, entry, alongside) -> inner.append(entry, alongside).filter(_ -> answers.getAndIncrement() > 0));

        @Test
        void countsAWrongPinTwiceAndNeverNotAtAll() {
            front.activate();

            assertThat(front.verify(losing, Samples.AGENT, front.wrongPin()).outcome())
                    .isEqualTo(new Outcome.Rejected(3));
            assertThat(front.recorded(Event.PinRejected.class)).isEqualTo(2);
            assertThat(store.read(Samples.AGENT.id()).version()).isEqualTo(2);
        }

        @Test
        void ofTheLastAttemptLocks() {
            front.activate();
            for (int i = 0; i < 4; i++) {
                front.verify(store, Samples.AGENT, front.wrongPin());
            }

            assertThat(front.verify(losing, Samples.AGENT, front.wrongPin()).outcome())
                    .isInstanceOf(Outcome.Locked.class);
            assertThat(front.recorded(Event.PinRejected.class)).isEqualTo(5);
        }

        @Test
        void givesTheVerificationThatWasRecorded() {
            front.activate();
            var outcome = front.verify(losing, Samples.AGENT, front.pin()).outcome();

            assertThat(front.recorded(Event.Verified.class)).isEqualTo(1);
            assertThat(outcome)
                    .isEqualTo(new Outcome.Passed(
                            store.read(front.customer).state().verifications().getFirst()));
        }

        @Test
        void spendsAnSmsThatIsNotSent() {
            front.activate();
            var rules = new PinDelivery(Limits.DEFAULTS);
            var performed = new LedgerCommands(losing, front.clock)
                    .<Delivery>perform(
                            front.customer,
                            new Actor.Panel(),
                            (snapshot, now) -> rules.reserve(
                                    snapshot.state(),
                                    new SmsBudgets(null, () -> store.read(InMemoryService.MOBILE)),
                                    now));

            assertThat(performed.outcome())
                    .isEqualTo(new Delivery.TooSoon(
                            performed.at().plus(Duration.ofMinutes(1)), SmsBudgets.Whose.CUSTOMER));
            assertThat(front.recorded(Event.PinSent.class)).isEqualTo(1);
        }
    }
}

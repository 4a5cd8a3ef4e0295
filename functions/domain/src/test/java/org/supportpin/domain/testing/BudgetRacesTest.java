package org.supportpin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.Contended;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Event.PinRejected;
import org.supportpin.domain.customer.Event.Verified;
import org.supportpin.domain.customer.Ledger;
import org.supportpin.domain.customer.MobileRegistration.Declared;
import org.supportpin.domain.customer.PhoneVerification.Outcome;
import org.supportpin.domain.customer.PinBySms.Sending;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;

/** Row 35 of the threats, and 5: the budgets that many customers' requests share, at their edges, by many at once. */
class BudgetRacesTest {

    private final InMemoryService first = new InMemoryService();

    /** Customers of one service, each with a mobile of their own unless one is given. */
    private List<InMemoryService> customers(int number, @Nullable PhoneNumber mobile) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    var one = new InMemoryService(first.store, first.keys, first.clock);
                    var own = mobile == null ? new PhoneNumber("+30690%07d".formatted(i)) : mobile;
                    one.useCases().serviceActivation().activate(one.customer, () -> Optional.of(own), Language.GREEK);
                    return one;
                })
                .toList();
    }

    /** A caller who hears that the ledger is busy repeats the request. */
    private static <T> T patiently(Supplier<T> asking) {
        for (int tries = 0; tries < 1000; tries++) {
            try {
                return asking.get();
            } catch (Contended busy) {
                LockSupport.parkNanos(1);
            }
        }
        throw new AssertionError("never came through");
    }

    private static Actor.Agent agent(int number) {
        return new Actor.Agent(new AgentId("agent-" + number), new CallReference.Said("call-" + number));
    }

    private static Sending send(InMemoryService one, Actor actor) {
        return patiently(() -> one.useCases().pinBySms().send(one.customer, actor, null));
    }

    @Test
    void anAgentsSmsAreCounted() {
        var customers = customers(40, null);
        var outcomes = Together.run(40, i -> send(customers.get(i), agent(1)));
        assertThat(outcomes).filteredOn(Sending.Sent.class::isInstance).hasSize(30);
        assertThat(outcomes).filteredOn(Sending.TooSoon.class::isInstance).hasSize(10);
        assertThat(customers.stream()
                        .mapToInt(each -> each.messenger.sent().size())
                        .sum())
                .isEqualTo(30);
    }

    @Test
    void aNumbersPinsAreCountedWhoeverAsks() {
        var customers = customers(30, InMemoryService.MOBILE);
        var outcomes = Together.run(30, i -> send(customers.get(i), i % 2 == 0 ? new Actor.Panel() : agent(i)));
        assertThat(outcomes).filteredOn(Sending.Sent.class::isInstance).hasSize(10);
        assertThat(outcomes).filteredOn(Sending.TooSoon.class::isInstance).hasSize(20);
    }

    @Test
    void aNumbersCodesAreCountedWhoeverAsks() {
        var outcomes = Together.run(20, _ -> {
            var one = new InMemoryService(first.store, first.keys, first.clock);
            return patiently(() -> one.useCases()
                    .mobileRegistration()
                    .declare(one.customer, InMemoryService.MOBILE, Optional::empty, Language.GREEK));
        });
        assertThat(outcomes).filteredOn(Declared.CodeSent.class::isInstance).hasSize(5);
        assertThat(outcomes).filteredOn(Declared.TooSoon.class::isInstance).hasSize(15);
    }

    @Test
    void whatIsRefusedIsAllowedWhenItSays() {
        var customers = customers(11, InMemoryService.MOBILE);
        customers.subList(0, 10).forEach(each -> send(each, new Actor.Panel()));
        var last = customers.getLast();
        if (!(send(last, new Actor.Panel()) instanceof Sending.TooSoon(var until, var _, var _))) {
            throw new AssertionError("an eleventh SMS to a number");
        }
        first.clock.advance(Duration.between(first.clock.instant(), until.minusMillis(1)));
        assertThat(send(last, new Actor.Panel())).isInstanceOf(Sending.TooSoon.class);
        first.clock.advance(Duration.ofMillis(2));
        assertThat(send(last, new Actor.Panel())).isInstanceOf(Sending.Sent.class);
    }

    /** A ledger that notes in which order appends committed; a right PIN's append takes its time. */
    private static final class Noting implements Ledger {
        private final Ledger ledger;
        private final List<Event> committed = new ArrayList<>();

        Noting(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Snapshot read(CustomerId customer) {
            return ledger.read(customer);
        }

        @Override
        public Optional<Recorded> append(Entry entry, List<CompanionWrite> alongside) {
            if (entry.event() instanceof Verified) {
                try {
                    Thread.sleep(2);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            synchronized (this) {
                var recorded = ledger.append(entry, alongside);
                recorded.ifPresent(_ -> committed.add(entry.event()));
                return recorded;
            }
        }

        @Override
        public List<Recorded> history(CustomerId customer, long below, int limit) {
            return ledger.history(customer, below, limit);
        }

        /** How many wrong PINs committed before the right one; empty if that never did. */
        synchronized Optional<Long> wrongBeforeRight() {
            return committed.stream().anyMatch(Verified.class::isInstance)
                    ? Optional.of(committed.stream()
                            .takeWhile(each -> !(each instanceof Verified))
                            .filter(PinRejected.class::isInstance)
                            .count())
                    : Optional.empty();
        }
    }

    /** One right guess among forty, a hundred times, by agents who had typed one wrong PIN before. */
    @Test
    void aRightGuessAfterTheTenthWrongIsRefused() {
        for (int round = 0; round < 100; round++) {
            var service = new InMemoryService();
            var noting = new Noting(service.store);
            var guesser = agent(round);
            var customers = IntStream.range(0, 41)
                    .mapToObj(_ -> new InMemoryService(service.store, service.keys, service.clock))
                    .toList();
            customers.forEach(InMemoryService::activate);
            customers.getLast().verify(noting, guesser, customers.getLast().wrongPin());
            var guesses = customers.stream()
                    .map(each -> each == customers.getFirst() ? each.pin() : each.wrongPin())
                    .toList();

            var outcomes = Together.run(
                    40,
                    i -> patiently(() -> customers
                            .get(i)
                            .verify(noting, guesser, guesses.get(i))
                            .outcome()));

            assertThat(outcomes).filteredOn(Outcome.Rejected.class::isInstance).hasSize(9);
            assertThat(noting.wrongBeforeRight().orElse(0L)).isLessThan(10);
        }
    }
}

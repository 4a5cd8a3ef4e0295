package org.supportpin.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpin.domain.customer.Rewrapping.Progress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.SecretDoesNotOpen;
import org.supportpin.domain.testing.CrashPoints;
import org.supportpin.domain.testing.InMemoryDataKeys;
import org.supportpin.domain.testing.InMemoryLedger;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;

class RewrappingTest {

    private final Customers customers = new Customers();

    /** Some customers, whose keys one KMS key wraps. */
    private static final class Customers {
        final InMemoryLedger store = new InMemoryLedger();
        final InMemoryDataKeys keys = new InMemoryDataKeys();
        final InMemoryService[] all = IntStream.range(0, 5)
                .mapToObj(_ -> new InMemoryService(store, keys, new MutableClock(Samples.NOON)))
                .toArray(InMemoryService[]::new);

        Customers() {
            Stream.of(all).forEach(InMemoryService::activate);
            all[1].useCases().serviceActivation().deactivate(all[1].customer);
        }

        Rewrapping rewrapping() {
            return new Rewrapping(store, new Secrets(keys, "hoster"));
        }

        Progress run() {
            return rewrapping().goOn(Progress.START, () -> true);
        }

        /** Every customer as before, although only the current key is left. */
        void assertAllOpen() {
            keys.retire();
            for (int i = 0; i < all.length; i++) {
                var snapshot = store.read(all[i].customer);
                try (var session = all[i].session()) {
                    assertThat(session.mobile(snapshot)).isEqualTo(InMemoryService.MOBILE);
                }
                if (i != 1) {
                    assertThat(all[i].pin().digits()).hasSize(6);
                }
            }
        }
    }

    @Test
    void afterARunTheEarlierKeyIsNotNeeded() {
        var pin = customers.all[0].pin();
        customers.keys.renew();

        assertThat(customers.run()).isEqualTo(new Progress(null, 5, 0, 0));
        customers.assertAllOpen();
        assertThat(customers.all[0].pin()).isEqualTo(pin);
    }

    /** Without a run, the same customers do not open: the test above can fail. */
    @Test
    void withoutARunTheEarlierKeyIsNeeded() {
        customers.keys.renew();
        customers.keys.retire();

        assertThatExceptionOfType(SecretDoesNotOpen.class).isThrownBy(customers.all[0]::pin);
    }

    @Test
    void aSecondRunChangesNothing() {
        customers.keys.renew();
        customers.run();
        var before = customers.store.read(customers.all[0].customer);

        assertThat(customers.run()).isEqualTo(Progress.START);
        assertThat(customers.store.read(customers.all[0].customer)).isEqualTo(before);
    }

    @Test
    void itIsNoEventOfTheCustomers() {
        var before = customers.store.read(customers.all[0].customer).last();
        customers.keys.renew();
        customers.run();

        assertThat(customers.store.read(customers.all[0].customer).last()).isEqualTo(before);
    }

    @Test
    void aRunStopsWhenItsTimeIsOverAndGoesOnThere() {
        customers.keys.renew();
        var progress = Progress.START;
        int parts = 0;
        do {
            progress = customers.rewrapping().goOn(progress, () -> false);
            parts++;
        } while (progress.next() != null);

        assertThat(parts).isEqualTo(5);
        assertThat(progress.rewrapped()).isEqualTo(5);
        customers.assertAllOpen();
    }

    @TestFactory
    Stream<DynamicTest> whereverARunDiesTheNextOneFinishesIt() {
        return CrashPoints.each(points -> {
            var some = new Customers();
            some.keys.renew();
            var dying = new Rewrapping(
                    points.wrap(StoredSecrets.class, some.store),
                    new Secrets(points.wrap(DataKeys.class, some.keys), "hoster"));
            points.run(() -> dying.goOn(Progress.START, () -> true));

            assertThat(some.run().next()).isNull();
            some.assertAllOpen();
        });
    }

    @Test
    void whatDoesNotOpenStaysAndStopsNobodyElse() {
        customers.keys.renew();
        var foreign = customers.store.read(customers.all[3].customer).secret();
        customers.store.tamper(customers.all[2].customer, foreign);
        customers.store.tamper(customers.all[4].customer, StoredSecret.UNREADABLE);

        assertThat(customers.run()).isEqualTo(new Progress(null, 3, 0, 1));
        assertThat(customers.store.read(customers.all[2].customer).secret()).isEqualTo(foreign);
    }

    /** Each customer's keys are written by somebody else just before they are replaced. */
    private record Overtaken(InMemoryLedger store, Runnable first) implements StoredSecrets {
        @Override
        public Page page(@Nullable String from) {
            return store.page(from);
        }

        @Override
        public boolean replace(Owned read, StoredSecret rewrapped) {
            first.run();
            return store.replace(read, rewrapped);
        }
    }

    @Test
    void whatWasChangedMeanwhileIsLeftForTheNextRun() {
        customers.keys.renew();
        var busy = customers.all[0];
        var overtaken = new Overtaken(
                customers.store,
                () -> busy.useCases()
                        .mobileRegistration()
                        .declare(busy.customer, InMemoryService.MOBILE, Optional::empty, Language.GREEK));

        var progress =
                new Rewrapping(overtaken, new Secrets(customers.keys, "hoster")).goOn(Progress.START, () -> true);

        assertThat(progress.rewrapped() + progress.left()).isEqualTo(5);
        assertThat(progress.left()).isLessThanOrEqualTo(1);
        assertThat(customers.run().left()).isZero();
        customers.assertAllOpen();
    }

    /** Otherwise a request that read before the run would bring the earlier key back. */
    @Test
    void aRequestThatReadBeforeDoesNotBringTheEarlierKeyBack() {
        var one = customers.all[0];
        customers.keys.renew();
        var ledger = new ReadBefore(customers.store, () -> {
            var _ = customers.run();
        });

        one.over(ledger).serviceActivation().deactivate(one.customer);

        assertThat(keyIds(one.customer)).containsOnly(customers.keys.currentKeyId());
        assertThat(customers.store.read(one.customer).state().isActive()).isFalse();
    }

    /** A run comes between the first read and the write. */
    private static final class ReadBefore implements Ledger {
        private final Ledger ledger;
        private final Runnable run;

        ReadBefore(Ledger ledger, Runnable run) {
            this.ledger = ledger;
            this.run = run;
        }

        @Override
        public Snapshot read(CustomerId customer) {
            return ledger.read(customer);
        }

        @Override
        public Optional<Entry.Recorded> append(Entry entry, List<CompanionWrite> alongside) {
            run.run();
            return ledger.append(entry, alongside);
        }

        @Override
        public List<Entry.Recorded> history(CustomerId customer, long below, int limit) {
            return ledger.history(customer, below, limit);
        }
    }

    private Stream<String> keyIds(CustomerId customer) {
        var secret = customers.store.read(customer).secret();
        return secret == null
                ? Stream.of()
                : Stream.of(Optional.ofNullable(secret.pinKey()), Optional.ofNullable(secret.recordKey()))
                        .flatMap(Optional::stream)
                        .map(each -> each.wrapped().keyId());
    }
}

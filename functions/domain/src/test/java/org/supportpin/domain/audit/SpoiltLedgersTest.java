package org.supportpin.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.MobileState;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.Pins;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.SmsLog;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.customer.Today;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.testing.InMemoryAuditStore;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryService;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.OpeningKeys;
import org.supportpin.domain.testing.Samples;
import org.supportpin.domain.testing.StoredLedger;
import org.supportpin.domain.testing.TickingClock;

/** Row 31 of the threats: whatever stands in one ledger, the run goes on and tells of all the others. */
class SpoiltLedgersTest {

    private static final Instant[] TIMES = {
        Instant.MIN, Instant.EPOCH, Samples.NOON, Instant.ofEpochMilli(Long.MAX_VALUE), Instant.MAX
    };
    private static final long[] SEQUENCES = {Long.MIN_VALUE, -1, 0, 1, 2, 3, 999_999_999_999L, Long.MAX_VALUE};

    private final InMemoryService spoilt = lived(new InMemoryService());
    private final InMemoryService other = lived(new InMemoryService(spoilt.store, spoilt.keys, spoilt.clock));
    private final InMemoryAuditStore store = new InMemoryAuditStore(spoilt.store);

    private static InMemoryService lived(InMemoryService service) {
        service.activate();
        for (int call = 0; call < 5; call++) {
            service.clock.advance(Duration.ofHours(1));
            service.verify(service.store, Samples.AGENT, service.pin());
        }
        return service;
    }

    private int asked;

    private AuditTotals run(DataKeys keys, long itemsInAPart) {
        var clock = new TickingClock(spoilt.clock.instant().plusSeconds(1800));
        var audit = new Sweep(
                () -> store,
                new InMemoryRotationReports(),
                new InMemoryViolations(),
                new Secrets(keys, "hoster"),
                Limits.DEFAULTS,
                "in-memory",
                clock,
                InMemoryRoots.unsigned());
        var at = new SegmentProgress(Samples.NOON, 0, 1, 100, null, null, AuditTotals.NONE);
        do {
            at = audit.goOn(at, clock.until(clock.instant().plusMillis(itemsInAPart)));
        } while (at.next() != null);
        return at.tally();
    }

    private AuditTotals run(long itemsInAPart) {
        return run(spoilt.keys, itemsInAPart);
    }

    /** One entry of the other ledger is always unreadable. */
    private void spoil(RandomGenerator random) {
        var junk = junk(random);
        store.meddle(ledger -> ledger.customer().equals(spoilt.customer)
                ? with(ledger, junk)
                : ledger.customer().equals(other.customer) ? with(ledger, List.of(unreadable(3))) : ledger);
    }

    private static StoredEntry unreadable(long place) {
        return new StoredEntry(place, null, Hash.NONE, Hash.NONE);
    }

    private static StoredLedger with(StoredLedger ledger, List<StoredEntry> instead) {
        var entries = new ArrayList<>(ledger.entries());
        for (var each : instead) {
            entries.removeIf(own -> own.place() == each.place());
            entries.add(each);
        }
        entries.sort(Comparator.comparingLong(StoredEntry::place));
        return new StoredLedger(ledger.customer(), entries, ledger.secret(), ledger.unknown());
    }

    private List<StoredEntry> junk(RandomGenerator random) {
        var junk = new ArrayList<StoredEntry>();
        for (int each = 0; each <= random.nextInt(4); each++) {
            junk.add(random.nextInt(4) == 0 ? unreadable(place(random)) : entry(random));
        }
        return junk;
    }

    /** A key has twelve digits. */
    private static long place(RandomGenerator random) {
        return random.nextInt(10) == 0 ? 999_999_999_999L : random.nextInt(9);
    }

    private static Instant time(RandomGenerator random) {
        return TIMES[random.nextInt(TIMES.length)];
    }

    /** Sound in itself, and impossible. */
    private StoredEntry entry(RandomGenerator random) {
        long place = place(random);
        var own = spoilt.store.history(spoilt.customer, Long.MAX_VALUE, 10);
        var before = own.stream()
                .filter(each -> each.entry().sequence() == place - 1)
                .findFirst();
        var entry = new Entry(
                random.nextInt(5) == 0 ? other.customer : spoilt.customer,
                random.nextInt(3) == 0 ? SEQUENCES[random.nextInt(SEQUENCES.length)] : place,
                time(random),
                random.nextBoolean() ? Samples.AGENT : new Actor.Service(),
                event(random),
                state(random),
                before.map(each -> each.hash()).orElse(Hash.NONE));
        var hash = LedgerStory.hash(entry);
        return new StoredEntry(place, entry, random.nextInt(5) == 0 ? Hash.NONE : hash, hash);
    }

    private static Event event(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Event.Activated(-1, -1, true, Language.GREEK);
            case 1 -> new Event.PinSent(Long.MAX_VALUE, time(random));
            case 2 -> new Event.PinReplayed(new PinCounter(0, 0));
            case 3 -> new Event.Deactivated(Integer.MIN_VALUE);
            case 4 -> new Event.LockLifted();
            default -> new Event.Verified("k", new PinCounter((1L << 47) - 1, 65_535), PinSource.SMS, time(random), 1);
        };
    }

    private Customer state(RandomGenerator random) {
        return new Customer(
                spoilt.customer,
                Language.ENGLISH,
                random.nextBoolean()
                        ? null
                        : new SecretRef(random.nextLong(), random.nextInt(), random.nextBoolean(), random.nextInt()),
                MobileState.NONE,
                new PinState(
                        new Pins(
                                random.nextInt(),
                                time(random),
                                SmsLog.NONE,
                                List.of(new Pins.Sent(random.nextLong(), time(random))),
                                List.of()),
                        WrongPinLog.NONE,
                        Today.NONE),
                List.of(),
                List.of());
    }

    /** Whether the parts are long or end after each item, all that is found is the same. */
    @Test
    void noJunkEndsARunOrHidesAnotherLedgersViolation() {
        for (long seed = 0; seed < 400; seed++) {
            spoil(new Random(seed));

            var whole = run(Long.MAX_VALUE / 2_000_000);

            assertThat(whole.violations().first())
                    .as("seed %d", seed)
                    .contains(new Violation(Kind.ENTRY_CHANGED, other.customer, 3))
                    .anyMatch(each -> spoilt.customer.equals(each.customer()));
            assertThat(whole.ledgers()).isEqualTo(2);
            for (long items : new long[] {1, 3, 7}) {
                assertThat(run(items)).as("seed %d by %d", seed, items).isEqualTo(whole);
            }
        }
    }

    /** The part that judges the second use has not judged the first. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, Long.MAX_VALUE / 2_000_000})
    void aPinUsedTwiceIsNamedAlsoIfAPartEndedBetween(long items) {
        var first = Objects.requireNonNull(spoilt.store.read(spoilt.customer).last());
        var verified = (Event.Verified) first.entry().event();
        var again = new Event.Verified(
                "again", verified.counter(), verified.source(), verified.expiresAt(), verified.call());
        var at = first.entry().at().plusSeconds(1);
        var entry = new Entry(
                spoilt.customer,
                7,
                at,
                Samples.AGENT,
                again,
                first.entry().state().apply(again, Samples.AGENT, 7, at),
                first.hash());
        store.meddle(ledger -> ledger.customer().equals(spoilt.customer)
                ? with(ledger, List.of(LedgerStory.stored(7, entry)))
                : ledger);

        assertThat(run(items).violations().first())
                .containsExactly(new Violation(Kind.PIN_USED_TWICE, spoilt.customer, 7));
    }

    /** The rest of the report is made; how many secrets were not opened stands in it. */
    @Test
    void aKeyServiceThatIsAwayPostponesTheSampleOnly() {
        spoil(new Random(0));
        store.meddle(
                ledger -> ledger.customer().equals(other.customer) ? with(ledger, List.of(unreadable(3))) : ledger);
        var away = keys(_ -> new KeysUnavailable("down", new IllegalStateException()));

        var found = run(away, Long.MAX_VALUE / 2_000_000);

        assertThat(found.violations().first()).containsExactly(new Violation(Kind.ENTRY_CHANGED, other.customer, 3));
        assertThat(found.ledgers()).isEqualTo(2);
        assertThat(found.secretsOpened()).isZero();
        assertThat(found.secretsPostponed()).isEqualTo(2);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aKeyServiceThatIsAwayIsSoonAskedNoMore() {
        for (int customer = 0; customer < 8; customer++) {
            lived(new InMemoryService(spoilt.store, spoilt.keys, spoilt.clock));
        }
        var away = keys(_ -> new KeysUnavailable("down", new IllegalStateException()));

        assertThat(run(away, Long.MAX_VALUE / 2_000_000).secretsPostponed()).isEqualTo(10);
        assertThat(asked).isEqualTo(3);
    }

    /** As if the customer's key were disabled: others' secrets open, so the service is there. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatOnlyOneCustomerDoesNotGetIsAViolation(boolean isFirst) {
        var bad = isFirst == (spoilt.customer.value().compareTo(other.customer.value()) < 0)
                ? spoilt.customer
                : other.customer;

        var found = run(
                keys(context -> context.customer().equals(bad)
                        ? new KeysUnavailable("disabled", new IllegalStateException())
                        : null),
                Long.MAX_VALUE / 2_000_000);

        assertThat(found.violations().first()).containsExactly(new Violation(Kind.SECRET_DOES_NOT_OPEN, bad, 6));
        assertThat(found.secretsOpened()).isEqualTo(1);
        assertThat(found.secretsPostponed()).isZero();
    }

    @Test
    void anAnswerThatComesTheSecondTimeIsNoViolation() {
        var failing =
                new ArrayDeque<RuntimeException>(List.of(new KeysUnavailable("late", new IllegalStateException())));

        var found = run(keys(_ -> failing.poll()), Long.MAX_VALUE / 2_000_000);

        assertThat(found.violations().isEmpty()).isTrue();
        assertThat(found.secretsOpened()).isEqualTo(2);
    }

    /** Refused for one customer, whatever the reason: a violation of that customer, and the others' are opened. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecretThatDoesNotOpenIsAViolationOfItsCustomer(boolean isFirst) {
        var bad = isFirst == (spoilt.customer.value().compareTo(other.customer.value()) < 0)
                ? spoilt.customer
                : other.customer;

        var found = run(
                keys(context -> context.customer().equals(bad)
                        ? new DataKeys.SecretDoesNotOpen(context.purpose(), "refused", null)
                        : null),
                Long.MAX_VALUE / 2_000_000);

        assertThat(found.violations().first()).containsExactly(new Violation(Kind.SECRET_DOES_NOT_OPEN, bad, 6));
        assertThat(found.secretsOpened()).isEqualTo(2);
        assertThat(found.secretsPostponed()).isZero();
    }

    @Test
    void aSecretWithAbsurdAttributesIsAViolationOfItsCustomer() {
        store.meddle(ledger -> {
            var own = ledger.secret();
            return own == null || !ledger.customer().equals(spoilt.customer)
                    ? ledger
                    : new StoredLedger(
                            ledger.customer(),
                            ledger.entries(),
                            new StoredSecret(
                                    own.revision(),
                                    absurd(own.pinKey()),
                                    own.recordKey(),
                                    new SealedNumber(new Ciphertext(new byte[0]), new MaskedNumber(30, 78)),
                                    null,
                                    null),
                            0);
        });

        assertThat(run(Long.MAX_VALUE / 2_000_000).violations().first())
                .containsExactly(new Violation(Kind.SECRET_DOES_NOT_OPEN, spoilt.customer, 6));
    }

    private static StoredKey absurd(@Nullable StoredKey key) {
        return new StoredKey(
                Objects.requireNonNull(key).version(), key.wrapped(), Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    /** How something fails; null if it does not. */
    private interface Failures {
        @Nullable RuntimeException of(SecretContext context);
    }

    /** Keys that fail as told. */
    private DataKeys keys(Failures failures) {
        return new OpeningKeys(spoilt.keys.currentKeyId(), (wrapped, context) -> {
            asked++;
            var failure = failures.of(context);
            if (failure != null) {
                throw failure;
            }
            return spoilt.keys.open(wrapped, context);
        });
    }
}

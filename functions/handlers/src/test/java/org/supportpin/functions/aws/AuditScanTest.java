package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.AuditStore;
import org.supportpin.domain.audit.AuditTotals;
import org.supportpin.domain.audit.LedgerAudit;
import org.supportpin.domain.audit.LedgerLook;
import org.supportpin.domain.audit.LedgerMemory;
import org.supportpin.domain.audit.SecretCheck;
import org.supportpin.domain.audit.SegmentProgress;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.audit.Sweep;
import org.supportpin.domain.audit.Violation;
import org.supportpin.domain.audit.Violation.Kind;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.Limits;
import org.supportpin.domain.customer.Secrets;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.deadline.Deadline;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.testing.InMemoryDataKeys;
import org.supportpin.domain.testing.InMemoryRoots;
import org.supportpin.domain.testing.InMemoryRotationReports;
import org.supportpin.domain.testing.InMemoryViolations;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Ledgers as the audit reads them from the table, and the effect of any change to them. */
@Tag("ci")
class AuditScanTest {

    private static final DynamoDbClient CLIENT = DynamoDbForTests.client();
    private static final List<AttributeValue> JUNK = List.of(
            AttributeValue.fromNul(true),
            AttributeValue.fromBool(false),
            AttributeValue.fromS(""),
            AttributeValue.fromS("[".repeat(20_000)),
            AttributeValue.fromS("{\"v\":1e999999999}"),
            AttributeValue.fromN("-9223372036854775808"),
            AttributeValue.fromN("1e125"),
            AttributeValue.fromB(SdkBytes.fromByteArray(new byte[0])),
            AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32])),
            AttributeValue.fromM(Map.of()),
            AttributeValue.fromL(List.of()),
            AttributeValue.fromNs(List.of("1")));

    private static final Actor PANEL = new Actor.Panel();

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00.123Z"));
    private final DynamoLedger ledger = new DynamoLedger(CLIENT, DynamoDbForTests.TABLE);
    private final LedgerAudit rules = new LedgerAudit(
            Limits.DEFAULTS,
            Instant.EPOCH,
            new SecretCheck("arn:aws:kms:eu-central-1:111122223333:key/1", Samples.NOON));

    /** What a scan comes by. */
    private class Seen implements AuditStore.Visitor {
        private final List<CustomerId> ledgers = new ArrayList<>();
        private final List<Violation> found = new ArrayList<>();
        private final List<Anchor> anchors = new ArrayList<>();
        private final List<StoredAction> actions = new ArrayList<>();
        private int unknown;
        private @Nullable LedgerLook look;

        @Override
        public void ledger(CustomerId customer) {
            ledgers.add(customer);
            look = rules.look(customer);
        }

        @Override
        public void entry(StoredEntry entry) {
            Objects.requireNonNull(look).entry(entry);
        }

        @Override
        public void secret(StoredSecret secret) {
            Objects.requireNonNull(look).secret(secret);
        }

        @Override
        public void unknown() {
            if (look == null) {
                unknown++;
            } else {
                look.unknown();
            }
        }

        @Override
        public boolean end() {
            found.addAll(Objects.requireNonNull(look).end().first());
            look = null;
            return true;
        }

        @Override
        public void anchor(Anchor anchor) {
            anchors.add(anchor);
        }

        @Override
        public void action(StoredAction action) {
            actions.add(action);
        }

        @Override
        public boolean isEnough() {
            return false;
        }

        boolean isSound() {
            return unknown == 0 && found.isEmpty();
        }
    }

    private CustomerId livedThrough() {
        var customer = Samples.newCustomer();
        var commands = new LedgerCommands(ledger, clock);
        commands.<Boolean>perform(
                customer,
                PANEL,
                (_, _) -> Decision.record(
                        new Event.Activated(1, 1, true, Language.GREEK),
                        true,
                        new SecretWritten(Samples.secret(1, 1), null)));
        for (var event : List.of(new Event.PinRejected(), new Event.LockLifted())) {
            clock.advance(Duration.ofSeconds(70));
            commands.<Boolean>perform(customer, Samples.AGENT, (_, _) -> Decision.record(event, true));
        }
        return customer;
    }

    private static List<Map<String, AttributeValue>> items(CustomerId customer) {
        return CLIENT.query(request -> request.tableName(DynamoDbForTests.TABLE)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", Table.customer(customer))))
                .items();
    }

    private Seen scanned(Iterable<Map<String, AttributeValue>> items) {
        var seen = new Seen();
        var scan = new AuditScan(seen, null);
        items.forEach(item -> assertThat(scan.take(item)).isTrue());
        assertThat(scan.finish()).isTrue();
        return seen;
    }

    @Test
    void whatTheServiceWroteIsSound() {
        var seen = scanned(items(livedThrough()));

        assertThat(seen.ledgers).hasSize(1);
        assertThat(seen.isSound()).isTrue();
    }

    /** As in the table: sorted, with one item per key. */
    private static Iterable<Map<String, AttributeValue>> with(
            List<Map<String, AttributeValue>> items, int index, Map<String, AttributeValue> altered) {
        var table = new TreeMap<String, Map<String, AttributeValue>>();
        for (int i = 0; i < items.size(); i++) {
            if (i != index) {
                table.put(Table.text(items.get(i), "pk") + "\n" + Table.text(items.get(i), "sk"), items.get(i));
            }
        }
        table.put(Table.text(altered, "pk") + "\n" + Table.text(altered, "sk"), altered);
        return table.values();
    }

    /** The value with its byte at a place changed. */
    private static AttributeValue altered(AttributeValue value, int place) {
        if (value.s() == null) {
            var bytes = value.b().asByteArray();
            bytes[place] ^= 1;
            return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
        }
        var text = new StringBuilder(value.s());
        text.setCharAt(place, text.charAt(place) == '7' ? '8' : '7');
        return AttributeValue.fromS(text.toString());
    }

    private static int length(AttributeValue value) {
        return value.s() == null
                ? value.b().asByteArrayUnsafe().length
                : value.s().length();
    }

    /** Row 12 of the threats, without exception: pk, sk, body and hash of each entry, byte by byte. */
    @Test
    void anyChangedByteOfAnEntryIsFound() {
        var items = items(livedThrough());
        int tried = 0;
        for (int index = 0; index < items.size(); index++) {
            var item = items.get(index);
            if (Table.text(item, "sk").equals("SECRET")) {
                continue;
            }
            for (var attribute : item.entrySet()) {
                for (int place = 0; place < length(attribute.getValue()); place++) {
                    var forged = new HashMap<>(item);
                    forged.put(attribute.getKey(), altered(attribute.getValue(), place));
                    assertThat(scanned(with(items, index, forged)).isSound())
                            .as("byte %d of %s of entry %d", place, attribute.getKey(), index + 1)
                            .isFalse();
                    tried++;
                }
            }
        }

        assertThat(tried).isGreaterThan(900);
    }

    @Test
    void anAttributeTooManyOrTooFewIsFound() {
        var items = items(livedThrough());
        var expiring = new HashMap<>(items.getFirst());
        expiring.put(Table.EXPIRES, Table.number(1));

        assertThat(scanned(with(items, 0, expiring)).isSound()).isFalse();
        for (var name : List.of("body", "hash")) {
            var less = new HashMap<>(items.getFirst());
            less.remove(name);
            assertThat(scanned(with(items, 0, less)).isSound()).isFalse();
        }
    }

    @Test
    void aSecretThatCannotBeReadIsFound() {
        var items = items(livedThrough());
        var damaged = new HashMap<>(items.getLast());
        damaged.remove("pinWrapped");

        assertThat(scanned(with(items, items.size() - 1, damaged)).isSound()).isFalse();
    }

    @Test
    void itemsOfNoKnownKindAreFoundAndThoseOfOthersAreNot() {
        for (var known : List.of("AGENT#a", "ORDER#a", "HANDOVER#a")) {
            assertThat(scanned(List.of(Map.of("pk", Table.text(known), "sk", Table.text("x")))).unknown)
                    .isZero();
        }
        for (var unknown :
                List.of("CUSTOMER#a b", "AUDIT#c-1", "BUSTOMER#1", "ROTATION", "ROTATION#", "x", "ACTION#a")) {
            assertThat(scanned(List.of(Map.of("pk", Table.text(unknown), "sk", Table.text("ANCHOR")))).unknown)
                    .as(unknown)
                    .isEqualTo(1);
        }
    }

    /** It must not stop the audit, and its partition says which action it was. */
    @Test
    void anActionThatCannotBeReadIsReported() {
        var item = Map.of("pk", Table.text("ACTION#" + Samples.ACTION_ID), "sk", Table.text("ACTION"));

        assertThat(scanned(List.of(item)).actions).containsExactly(new StoredAction(Samples.ACTION_ID, null, false));
    }

    /** With parts of any size, also in the middle of a ledger, a scan shows each ledger once and complete. */
    @Test
    void partsFollowOneAnotherWithoutLosingAnything() {
        var customers = List.of(livedThrough(), livedThrough(), livedThrough());
        for (int items = 1; items <= 3; items++) {
            var store = new DynamoAuditStore(CLIENT, DynamoDbForTests.TABLE, 1, items);
            var seen = new Seen();
            int parts = 0;
            for (var next = store.scan(0, 1, null, seen); next.isPresent() && parts < 100_000; parts++) {
                next = store.scan(0, 1, next.get(), seen);
            }

            assertThat(parts).isGreaterThanOrEqualTo(2);
            assertThat(seen.ledgers).containsAll(customers).doesNotHaveDuplicates();
            assertThat(seen.found)
                    .filteredOn(each -> customers.contains(each.customer()))
                    .isEmpty();
        }
    }

    /** A visitor may have enough at any item; another part then goes on there. */
    @Test
    void aPartEndsWhereverThereIsEnough() {
        var customer = livedThrough();
        // Small pages: each part reads one anew, and other tests leave thousands of items in the table.
        var store = new DynamoAuditStore(CLIENT, DynamoDbForTests.TABLE, 1, 3);
        Seen seen = new Seen() {
            @Override
            public boolean isEnough() {
                return true;
            }
        };
        int parts = 0;
        for (var next = store.scan(0, 1, null, seen); next.isPresent() && parts < 100_000; parts++) {
            next = store.scan(0, 1, next.get(), seen);
        }

        assertThat(parts).isGreaterThanOrEqualTo(4);
        assertThat(seen.ledgers).contains(customer).doesNotHaveDuplicates();
        seen.ledger(customer);
        parts = 0;
        for (var next = store.read(customer, null, seen); next.isPresent(); parts++) {
            next = store.read(customer, next.get(), seen);
        }
        assertThat(seen.end()).isTrue();
        assertThat(parts).isEqualTo(4);
        assertThat(seen.found)
                .filteredOn(each -> customer.equals(each.customer()))
                .isEmpty();
    }

    /** Row 31 of the threats. Long in the table, and judged part by part, whatever else the table holds. */
    @Test
    void aLedgerOfThousandsIsAuditedPageByPage() {
        var customer = Samples.newCustomer();
        int length = 3_000;
        write(customer, length, 2_345);
        var audit = new Sweep(
                () -> new DynamoAuditStore(CLIENT, DynamoDbForTests.TABLE, 1, 100),
                new InMemoryRotationReports(),
                new InMemoryViolations(),
                new Secrets(new InMemoryDataKeys(), "hoster"),
                Limits.DEFAULTS,
                "key",
                clock,
                InMemoryRoots.unsigned());
        var at = new SegmentProgress(clock.instant(), 0, 1, 1, null, null, AuditTotals.NONE);
        int within = 0;
        do {
            at = audit.goOn(at, Deadline.NONE);
            if (at.open() != null && at.open().customer().equals(customer)) {
                within++;
            }
        } while (at.next() != null);

        assertThat(within).isGreaterThanOrEqualTo(length / 100 - 1);
        assertThat(at.tally().violations().count()).isPositive();
        assertThat(at.tally().entries()).isGreaterThanOrEqualTo(length);
        var rules = new LedgerAudit(Limits.DEFAULTS, Instant.EPOCH, new SecretCheck("key", clock.instant()));
        var look = rules.look(customer);
        new DynamoAuditStore(CLIENT, DynamoDbForTests.TABLE, 1, 100).read(customer, null, new Fed(look));
        assertThat(look.end().first()).containsExactly(new Violation(Kind.ENTRY_CHANGED, customer, 2_345));
        remove(customer);
    }

    /** So that other tests' scans, item by item, stay short. */
    private static void remove(CustomerId customer) {
        items(customer).stream()
                .map(item -> Map.of("pk", item.get("pk"), "sk", item.get("sk")))
                .forEach(key -> CLIENT.deleteItem(
                        request -> request.tableName(DynamoDbForTests.TABLE).key(key)));
    }

    private record Fed(LedgerLook look) implements AuditStore.Items {
        @Override
        public void entry(StoredEntry entry) {
            look.entry(entry);
        }

        @Override
        public void secret(StoredSecret secret) {
            look.secret(secret);
        }

        @Override
        public void unknown() {
            look.unknown();
        }

        @Override
        public boolean isEnough() {
            return false;
        }
    }

    /** One entry's hash is wrong. */
    private void write(CustomerId customer, int length, int wrong) {
        var state = Customer.fresh(customer);
        var last = Hash.NONE;
        var batch = new ArrayList<WriteRequest>();
        for (int sequence = 1; sequence <= length; sequence++) {
            var at = clock.instant().minus(Duration.ofMinutes(length - sequence));
            state = state.apply(new Event.LockLifted(), PANEL, sequence, at);
            var body = EntryJson.write(
                    new Entry(customer, sequence, at, PANEL, new Event.LockLifted(), state, last), new byte[12]);
            last = EntryJson.hash(body);
            var recorded = sequence == wrong ? Hash.NONE : last;
            var item = Map.of(
                    "pk", Table.customer(customer),
                    "sk", Table.entry(sequence),
                    "body", Table.text(body),
                    "hash", Table.bytes(recorded.bytes()));
            batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
            if (batch.size() == 25) {
                CLIENT.batchWriteItem(
                        request -> request.requestItems(Map.of(DynamoDbForTests.TABLE, List.copyOf(batch))));
                batch.clear();
            }
        }
    }

    /** Row 31 of the threats: items of any key and any attributes among two customers' own. */
    @Test
    void noJunkItemEndsAScanOrHidesWhatElseIsWrong() {
        var own = livedThrough();
        var items = items(own);
        var forged = new HashMap<>(items.getFirst());
        forged.put("hash", altered(Objects.requireNonNull(items.getFirst().get("hash")), 0));
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var table = new ArrayList<Map<String, AttributeValue>>();
            with(items, 0, forged).forEach(table::add);
            for (int each = 0; each < 8; each++) {
                table.add(junk(random, own));
            }
            table.sort(Comparator.comparing(each -> Table.text(each, "pk") + "\n" + Table.text(each, "sk")));

            assertThat(scanned(table).found).as("seed %d", seed).contains(new Violation(Kind.ENTRY_CHANGED, own, 1));
        }
    }

    private static Map<String, AttributeValue> junk(SplittableRandom random, CustomerId own) {
        var item = new HashMap<String, AttributeValue>();
        for (var name : List.of(
                "body",
                "hash",
                "sequence",
                "version",
                "revision",
                "purpose",
                "pinVersion",
                "pinWrapped",
                "pinKeyId",
                "pinCreatedAt",
                "mobile",
                "action",
                "status")) {
            if (random.nextBoolean()) {
                item.put(name, JUNK.get(random.nextInt(JUNK.size())));
            }
        }
        var partitions = List.of(
                "CUSTOMER#" + own.value(),
                "CUSTOMER#x y",
                "CUSTOMER#",
                "AUDIT#c-1",
                "AUDIT#",
                "ROTATION",
                "ACTION#",
                "ACTION#" + Samples.ACTION_ID,
                "AGENT#x",
                "z");
        var sorts = List.of(
                "SECRET",
                "ACTION",
                "ANCHOR",
                "ENTRY#000000000000",
                "ENTRY#999999999999",
                "ENTRY#x",
                "REPORT#x",
                "ZZ",
                "7");
        item.put("pk", Table.text(partitions.get(random.nextInt(partitions.size()))));
        item.put("sk", Table.text(sorts.get(random.nextInt(sorts.size()))));
        return item;
    }

    @Test
    void theEntriesBeforeAPlaceAndTheSecretAreReadAlone() {
        var customer = livedThrough();
        var store = new DynamoAuditStore(CLIENT, DynamoDbForTests.TABLE);

        assertThat(store.entries(customer, 2, 5)).extracting(StoredEntry::place).containsExactly(1L, 2L);
        assertThat(store.entries(customer, 9, 2)).extracting(StoredEntry::place).containsExactly(2L, 3L);
        assertThat(store.entries(customer, Long.MAX_VALUE, 1))
                .extracting(StoredEntry::place)
                .containsExactly(3L);
        assertThat(store.entries(customer, -1, 1)).isEmpty();
        assertThat(store.secret(customer)).contains(Samples.secret(1, 1));
        assertThat(store.secret(Samples.newCustomer())).isEmpty();
    }

    @Test
    void anAnchorMovesForwardAndNeverBack() {
        var customer = livedThrough();
        var store = new DynamoAuditStore(CLIENT, DynamoDbForTests.TABLE);
        var entries = store.entries(customer, 3, 3);
        var first = anchor(customer, 1, entries.getFirst().actual());
        var last = anchor(customer, 3, entries.getLast().actual());

        assertThat(store.anchor(customer)).isEmpty();
        store.move(first);
        assertThat(store.anchor(customer)).contains(first);
        store.move(last);
        store.move(first);

        assertThat(store.anchor(customer)).contains(last);
        assertThat(store.doubtful(List.of(first, last))).isEmpty();
        var lost = anchor(customer, 4, last.hash());
        var rewritten = anchor(customer, 2, last.hash());
        assertThat(store.doubtful(List.of(lost, last, rewritten))).containsExactly(lost, rewritten);
        assertThat(store.readUnits()).isPositive();
    }

    private static Anchor anchor(CustomerId customer, long sequence, Hash hash) {
        return new Anchor(
                customer,
                sequence,
                hash,
                new LedgerMemory(Instant.EPOCH, Customer.fresh(customer), List.of(), Map.of()));
    }
}

package org.supportpin.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.StoredRefusal;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.RecordSize;
import org.supportpin.domain.customer.ActionRules;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.AgentBudget.Right;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.AgentBudget.Wrong;
import org.supportpin.domain.customer.CompanionWrite;
import org.supportpin.domain.customer.CompanionWrite.AgentCounted;
import org.supportpin.domain.customer.CompanionWrite.SecretWritten;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Decision;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.LedgerCommands;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecret.SealedNumber;
import org.supportpin.domain.customer.StoredSecret.StoredKey;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.phone.MaskedNumber;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.pin.RecordKey;
import org.supportpin.domain.pin.RecordSeal;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;
import org.supportpin.domain.testing.MutableClock;
import org.supportpin.domain.testing.Samples;
import org.supportpin.functions.history.ChangesJson;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table's items, read without any class of the service. */
class StoredItemsTest {

    private static final DynamoDbClient CLIENT = DynamoDbForTests.client();
    private static final Actor PANEL = new Actor.Panel();

    /** As hosting companies' ids and telephone systems' references are. */
    private static final Actor.Agent AGENT =
            new Actor.Agent(new AgentId("maria.papadopoulou"), new CallReference.Said("2026-11-22/001234"));

    private final CustomerId customer = Samples.newCustomer();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00.123Z"));
    private final LedgerCommands commands = new LedgerCommands(new DynamoLedger(CLIENT, DynamoDbForTests.TABLE), clock);

    private void perform(Actor actor, Event event, CompanionWrite... alongside) {
        commands.<Boolean>perform(customer, actor, (_, _) -> Decision.record(event, true, alongside));
        clock.advance(Duration.ofSeconds(70));
    }

    /** KMS wraps 32 bytes in 184; a sealed number has a nonce of 12, 13 characters and a tag of 16. */
    private static StoredSecret secret() {
        var wrapped = new WrappedKey(
                new Ciphertext(new byte[184]),
                "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
        var key = new StoredKey(1, wrapped, Samples.NOON);
        var recordKey = new StoredKey(1, wrapped, Samples.NOON, publicKey());
        var mobile = new SealedNumber(new Ciphertext(new byte[41]), new MaskedNumber(357, 78));
        return new StoredSecret(1, key, recordKey, mobile, mobile, new Ciphertext(new byte[41]));
    }

    private static Ciphertext publicKey() {
        var context = new SecretContext("hoster", new CustomerId("4711"), 1, Purpose.RECORD);
        try (var key = new RecordKey(context, new SecretBytes(new byte[32]))) {
            return key.publicKey();
        }
    }

    /** A day with everything that is usual in it. */
    private void live() {
        perform(PANEL, new Event.Activated(1, 1, true, Language.GREEK), new SecretWritten(secret(), null));
        perform(PANEL, new Event.PinSent(997_415, clock.instant().plusSeconds(1800)));
        perform(AGENT, new Event.PinRejected());
        perform(AGENT, new Event.PinRejected());
        perform(
                AGENT,
                new Event.Verified(
                        Samples.KEY,
                        new PinCounter(997_415, 3),
                        PinSource.SMS,
                        clock.instant().plus(Duration.ofMinutes(15)),
                        2_147_483_647,
                        // A name of 18 Greek letters, and a tag of 16.
                        new Ciphertext(new byte[51])));
        perform(PANEL, new Event.PinSent(997_415, clock.instant().plusSeconds(1800)));
    }

    private List<Map<String, AttributeValue>> items() {
        return CLIENT.query(request -> request.tableName(DynamoDbForTests.TABLE)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("CUSTOMER#" + customer.value()))))
                .items();
    }

    private List<Map<String, AttributeValue>> entries() {
        return items().stream()
                .filter(item -> text(item, "sk").startsWith("ENTRY#"))
                .toList();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new AssertionError("there is no " + name);
        }
        return value;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return value(item, name).s();
    }

    /** Names and values in UTF-8 and bytes; numbers at a byte for two digits and one more, at most. */
    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(each -> each.getKey().getBytes(UTF_8).length + size(each.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL -> 1;
            case N -> value.n().length() / 2 + 2;
            default -> throw new AssertionError("an attribute of another type: " + value.type());
        };
    }

    @Test
    void theChainCanBeVerifiedByAnybody() throws Exception {
        live();
        var entries = entries();

        assertThat(entries).hasSize(6);
        var previous = new byte[32];
        for (int i = 0; i < entries.size(); i++) {
            var body = text(entries.get(i), "body");
            var json = (Obj) JsonText.readOwn(body);
            assertThat(text(entries.get(i), "sk")).isEqualTo("ENTRY#%012d".formatted(i + 1));
            assertThat(json.get("n")).contains(Json.of(i + 1));
            assertThat(Base64.getUrlDecoder().decode(json.text("prev").orElseThrow()))
                    .isEqualTo(previous);
            previous = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
            assertThat(value(entries.get(i), "hash").b().asByteArray()).isEqualTo(previous);
        }
    }

    @Test
    void anEntryStaysWellWithinOneWriteUnit() {
        live();

        assertThat(entries()).allSatisfy(item -> assertThat(size(item)).isLessThanOrEqualTo(950));
    }

    @Test
    void theKeysAreReadWithTheEntryInOneUnit() {
        live();
        var secret = items().getLast();

        assertThat(text(secret, "sk")).isEqualTo("SECRET");
        assertThat(size(secret)).isLessThanOrEqualTo(970);
    }

    @Test
    void anEntryHasTheseAttributesAlone() {
        live();

        assertThat(entries()).allSatisfy(item -> assertThat(item).containsOnlyKeys("pk", "sk", "body", "hash"));
    }

    private static final RecordSeal SEAL = new RecordSeal(new CustomerId("4711"), 1, publicKey());

    private static SealedText sealed(int bytes) {
        return SealedText.stored(1, new byte[bytes]);
    }

    /** Row 30: DynamoDB takes 400 KB. */
    @Test
    void theLargestActionAndTheEntryThatEndsItFit() {
        var action = Samples.action(customer, Samples.NOON);
        var largest = ActionRecord.accepted(
                        action.id(),
                        action.request(),
                        new ActionRecord.Texts(sealed(0), sealed(RecordSize.MOST_TEXTS)),
                        999_999_999_999L)
                .ended(
                        new ActionRecord.End(
                                ActionStatus.SUCCEEDED,
                                Samples.NOON,
                                sealed(20_000),
                                new StoredRefusal("rule", sealed(4000)),
                                false),
                        999_999_999_999L);
        var changes = RecordSize.fitting(Collections.nCopies(2000, new Difference("w".repeat(38), null, null)));
        assertThat(changes).hasSize(2000);
        var state = Samples.richState(customer);
        var full = new Customer(
                customer,
                Language.ENGLISH,
                state.secret(),
                state.mobile(),
                state.pin(),
                Collections.nCopies(100, state.verifications().getFirst()),
                Collections.nCopies(ActionRules.MOST_OPEN, state.openActions().getFirst()));
        var finished = new Event.ActionFinished(
                action.id(),
                ActionName.CHANGE_HOSTING_SETTINGS,
                ActionStatus.SUCCEEDED,
                null,
                false,
                SEAL.seal("changes", ChangesJson.sealed(changes)),
                null);
        var entry = new Entry(customer, 999_999_999_999L, Samples.NOON, AGENT, finished, full, Hash.NONE);

        assertThat(size(ActionItem.put(new Table(CLIENT, DynamoDbForTests.TABLE), largest)
                        .item()))
                .isBetween(200_000, 220_000);
        assertThat(EntryJson.write(entry, new byte[12]).getBytes(UTF_8).length).isBetween(100_000, 200_000);
    }

    /** DynamoDB answers with 1 MB at a time; a page of the activity would end there, and with it the activity. */
    @Test
    void aPageOfLongEntriesIsWhole() {
        var changes = List.of(new Difference("example.gr TXT", "x".repeat(60_000), null));
        var finished = new Event.ActionFinished(
                Samples.ACTION_ID,
                ActionName.CHANGE_DNS_RECORDS,
                ActionStatus.SUCCEEDED,
                null,
                false,
                SEAL.seal("changes", ChangesJson.sealed(changes)),
                null);
        for (int i = 0; i < 26; i++) {
            perform(PANEL, finished);
        }

        assertThat(new DynamoLedger(CLIENT, DynamoDbForTests.TABLE).history(customer, Long.MAX_VALUE, 26))
                .hasSize(26);
    }

    @Nested
    class AnAgentsBudget {

        private final AgentId agent = Samples.newAgent();

        private Map<String, AttributeValue> stored(List<Instant> counted, @Nullable Instant suspendedUntil) {
            return stored(new AgentBudget(
                    agent,
                    counted.stream()
                            .map(at -> new Wrong(Samples.newCustomer(), at))
                            .toList(),
                    List.of(),
                    List.of(),
                    suspendedUntil == null ? null : new Suspension(Cause.WRONG_PINS, Samples.NOON, suspendedUntil),
                    1));
        }

        private Map<String, AttributeValue> stored(AgentBudget budget) {
            perform(AGENT, new Event.PinRejected(), new AgentCounted(budget));
            return CLIENT.getItem(request -> request.tableName(DynamoDbForTests.TABLE)
                            .key(Map.of(
                                    "pk",
                                    AttributeValue.fromS("AGENT#" + agent.value()),
                                    "sk",
                                    AttributeValue.fromS("BUDGET"))))
                    .item();
        }

        private static Instant expiry(Map<String, AttributeValue> item) {
            return Instant.ofEpochSecond(Long.parseLong(value(item, "expiresAt").n()));
        }

        /** Whichever of the customers' ledgers ran ahead: DynamoDB deletes nothing that still counts. */
        @Test
        void staysUntilItsLatestWrongPinIsAnHourOld() {
            var latest = Samples.NOON.plusSeconds(5);

            assertThat(expiry(stored(List.of(latest, Samples.NOON), null)))
                    .isBetween(latest.plusSeconds(3600), latest.plusSeconds(3602));
        }

        @Test
        void staysUntilItsLatestRightPinAndSmsAreAnHourOld() {
            var latest = Samples.NOON.plusSeconds(5);
            var right = List.of(new Right(Samples.KEY, latest), new Right(Samples.KEY, Samples.NOON));

            assertThat(expiry(stored(new AgentBudget(agent, List.of(), right, List.of(Samples.NOON), null, 1))))
                    .isBetween(latest.plusSeconds(3600), latest.plusSeconds(3602));
            assertThat(expiry(stored(new AgentBudget(agent, List.of(), List.of(), List.of(latest), null, 2))))
                    .isBetween(latest.plusSeconds(3600), latest.plusSeconds(3602));
        }

        @Test
        void staysUntilTheSuspensionIsOver() {
            var until = Samples.NOON.plusSeconds(3600);

            assertThat(expiry(stored(List.of(), until))).isBetween(until, until.plusSeconds(2));
        }
    }
}

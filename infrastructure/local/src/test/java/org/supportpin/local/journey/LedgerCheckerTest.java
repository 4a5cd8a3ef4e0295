package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The soak's checker finds no fault after real requests, and finds each fault that is planted in a copy. */
class LedgerCheckerTest {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private static List<Map<String, AttributeValue>> items = List.of();

    /** One customer: activated, a wrong PIN, a PIN sent, a right one, an action accepted and done. */
    @BeforeAll
    static void journey(@TempDir Path data) {
        try (var service = Service.in(data)) {
            var customer = service.customer("1001").activated();
            var agent = service.agent();
            agent.verify(customer, customer.wrongPin()).is(403);
            customer.sendPin().is(202);
            agent.act(
                            agent.verified(customer),
                            "order-service",
                            "{\"productId\":\"hosting-basic\",\"billingCycle\":\"annually\"}")
                    .is(201);
            items = service.backDoor().items();
        }
    }

    @Test
    void whatTheServiceWritesIsInOrder() {
        assertThat(LedgerChecker.of(items).violations()).isEmpty();
        assertThat(LedgerChecker.of(items).entries()).isEqualTo(6);
    }

    @Test
    void anEntryThatWasChanged() {
        assertThat(found(entries -> entries.get(1).put("at", 1), false)).contains("has another hash than its body");
    }

    @Test
    void anEntryThatWasDropped() {
        assertThat(found(entries -> entries.remove(2), false)).contains("does not link to the one before");
    }

    @Test
    void twoEntriesThatChangedPlaces() {
        assertThat(found(entries -> Collections.swap(entries, 1, 2), false)).contains("does not link");
    }

    @Test
    void timeThatRunsBack() {
        assertThat(found(entries -> entries.get(2).put("at", 1), true)).contains("runs back in time");
    }

    @Test
    void aPinThatVerifiedTwice() {
        assertThat(found(entries -> again(entries, "verified", 1, 0), true)).contains("accepts a PIN twice");
    }

    @Test
    void aPinThatVerifiedOutsideItsTime() {
        assertThat(found(
                        entries -> {
                            var verified = the(entries, "verified");
                            later(entries.subList(entries.indexOf(verified), entries.size()), 45 * MINUTE);
                        },
                        true))
                .contains("accepts a PIN outside its time");
    }

    @Test
    void anSmsTooSoonAndTooMany() {
        assertThat(found(entries -> again(entries, "pin-sent", 1, MINUTE - 1), true))
                .contains("is an SMS too soon");
        assertThat(found(entries -> again(entries, "pin-sent", 3, MINUTE), true))
                .contains("SMS: more than 3");
    }

    @Test
    void aGuessTooMany() {
        assertThat(found(entries -> again(entries, "pin-rejected", 5, 0), true))
                .contains("6 wrong PINs in the half hour");
        assertThat(found(entries -> again(entries, "pin-rejected", 10, 31 * MINUTE), true))
                .contains("wrong: more than 10");
        assertThat(found(entries -> again(entries, "pin-rejected", 50, 25 * 60 * MINUTE), true))
                .contains("is a guess too many in a row");
    }

    @Test
    void anAgentWhoWentOn() {
        assertThat(LedgerChecker.of(ofOthersToo(10)).violations().toString())
                .contains("agent-")
                .contains("wrong: more than 10 within 3600000 ms");
        assertThat(LedgerChecker.of(ofOthersToo(9)).violations().toString()).doesNotContain("agent-");
        assertThat(found(entries -> again(entries, "pin-rejected", 10, 1), true))
                .doesNotContain("agent-");
    }

    /** The same journey as that of other customers, by the same agent. */
    private static List<Map<String, AttributeValue>> ofOthersToo(int others) {
        return IntStream.rangeClosed(0, others)
                .boxed()
                .flatMap(other -> items.stream()
                        .filter(item -> LedgerChecker.text(item, "sk").startsWith("ENTRY#"))
                        .map(item -> {
                            var copy = new HashMap<>(item);
                            copy.put("pk", AttributeValue.fromS("CUSTOMER#other-" + other));
                            return Map.copyOf(copy);
                        }))
                .toList();
    }

    @Test
    void anActionWithoutARunningVerification() {
        assertThat(found(entries -> entries.remove(the(entries, "verified")), true))
                .contains("is an action without a running verification");
        assertThat(found(
                        entries -> {
                            var accepted = the(entries, "action-accepted");
                            later(entries.subList(entries.indexOf(accepted), entries.size()), 15 * MINUTE);
                        },
                        true))
                .contains("is an action without a running verification");
        for (var end : List.of("lock-lifted", "mobile-confirmed", "deactivated")) {
            assertThat(found(entries -> before(entries, "action-accepted", end), true))
                    .as(end)
                    .contains("is an action without a running verification");
        }
    }

    /** A verification that nothing has ended still runs. */
    @Test
    void anActionUnderARunningVerification() {
        assertThat(found(entries -> before(entries, "action-accepted", "mobile-declared"), true))
                .doesNotContain("without a running verification");
    }

    /** An event of the panel's before the first one of another type. */
    private static void before(List<ObjectNode> entries, String type, String inserted) {
        var at = entries.indexOf(the(entries, type));
        var copy = entries.get(at).deepCopy();
        copy.putArray("event").add(inserted);
        entries.add(at, copy);
    }

    @Test
    void anActionThatNeverEndedOrWasAcceptedTwice() {
        var withoutEnd = items.stream()
                .map(item -> {
                    var copy = new HashMap<>(item);
                    copy.remove("status");
                    return Map.copyOf(copy);
                })
                .toList();
        assertThat(LedgerChecker.of(withoutEnd).violations().toString()).contains("never ended");
        assertThat(found(entries -> again(entries, "action-accepted", 1, 0), true))
                .contains("accepted or finished other than once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"parameters", "plan", "agent", "risk", "verification"})
    void anActionOtherThanItWasAccepted(String attribute) {
        var altered = items.stream()
                .map(item -> {
                    var copy = new HashMap<>(item);
                    copy.computeIfPresent(attribute, (_, was) -> altered(was));
                    return Map.copyOf(copy);
                })
                .toList();

        assertThat(LedgerChecker.of(altered).violations().toString()).contains("differs from what was accepted");
    }

    private static AttributeValue altered(AttributeValue was) {
        if (was.b() == null) {
            return AttributeValue.fromS(was.s() + "x");
        }
        var bytes = was.b().asByteArray();
        bytes[bytes.length - 1] ^= 1;
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    private static String found(Consumer<List<ObjectNode>> fault, boolean linked) {
        var others = new ArrayList<Map<String, AttributeValue>>();
        var entries = new ArrayList<ObjectNode>();
        var hashes = new ArrayList<AttributeValue>();
        for (var item : items) {
            if (LedgerChecker.text(item, "sk").startsWith("ENTRY#")) {
                entries.add((ObjectNode) Trees.read(LedgerChecker.text(item, "body")));
                hashes.add(item.getOrDefault("hash", AttributeValue.fromS("")));
            } else {
                others.add(item);
            }
        }
        fault.accept(entries);
        others.addAll(linked ? linked(entries) : asTheyWere(entries, hashes));
        return LedgerChecker.of(others).violations().toString();
    }

    /** As an attacker would write them who knows how the chain is built. */
    private static List<Map<String, AttributeValue>> linked(List<ObjectNode> entries) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        var previous = new byte[32];
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i).deepCopy();
            entry.put("n", i + 1)
                    .put("prev", Base64.getUrlEncoder().withoutPadding().encodeToString(previous));
            previous = sha256(entry.toString());
            items.add(item(i, entry, AttributeValue.fromB(SdkBytes.fromByteArray(previous))));
        }
        return items;
    }

    private static List<Map<String, AttributeValue>> asTheyWere(List<ObjectNode> entries, List<AttributeValue> hashes) {
        var items = new ArrayList<Map<String, AttributeValue>>();
        for (int i = 0; i < entries.size(); i++) {
            items.add(item(i, entries.get(i), hashes.get(i)));
        }
        return items;
    }

    private static Map<String, AttributeValue> item(int index, ObjectNode body, AttributeValue hash) {
        return Map.of(
                "pk", AttributeValue.fromS("CUSTOMER#1001"),
                "sk", AttributeValue.fromS("ENTRY#%012d".formatted(index + 1)),
                "body", AttributeValue.fromS(body.toString()),
                "hash", hash);
    }

    private static ObjectNode the(List<ObjectNode> entries, String type) {
        return entries.stream()
                .filter(entry -> entry.path("event").path(0).asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The same event so many times more, each so much later than the one before, and all that follows as late as the last. */
    private static void again(List<ObjectNode> entries, String type, int times, long apart) {
        var first = the(entries, type);
        int at = entries.indexOf(first) + 1;
        for (int i = 1; i <= times; i++) {
            var copy = first.deepCopy();
            later(List.of(copy), i * apart);
            entries.add(at++, copy);
        }
        later(entries.subList(at, entries.size()), times * apart);
    }

    private static void later(List<ObjectNode> entries, long millis) {
        entries.forEach(entry -> entry.put("at", entry.path("at").asLong() + millis));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

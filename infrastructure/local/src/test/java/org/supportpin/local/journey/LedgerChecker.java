package org.supportpin.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.local.testing.Trees;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the table's items and proves what design.md promises, with none of the service's own code: entries are JSON here, hashes
 * SHA-256, half hours arithmetic. The figures are those of the template's defaults.
 */
final class LedgerChecker {

    /** What telephone support is. */
    private static final Set<String> CALLS = Set.of("verified", "pin-rejected", "pin-sent", "action-accepted");

    /** The gates, in the order in which an acceptance has their times. */
    private static final List<String> GATES = List.of("consent", "hold", "approval");

    private static final long MINUTE = 60_000;
    private static final long HALF_HOUR = 30 * MINUTE;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final List<String> violations = new ArrayList<>();
    private final Map<String, List<Wrong>> wrongByAgent = new TreeMap<>();
    private final Map<String, List<Long>> smsByAgent = new TreeMap<>();
    private final Set<String> mayTell = new HashSet<>();
    private final Map<String, Integer> accepted = new HashMap<>();
    private final Map<String, Integer> finished = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    /** The gates that still stand before actions, with their times. */
    private final Map<String, Map<String, Long>> shut = new HashMap<>();

    private int entries;

    /** The faults; empty if there are none. */
    static LedgerChecker of(List<Map<String, AttributeValue>> items) {
        var checker = new LedgerChecker();
        var ledgers = new TreeMap<String, TreeMap<String, Map<String, AttributeValue>>>();
        for (var item : items) {
            if (text(item, "sk").startsWith("ENTRY#")) {
                ledgers.computeIfAbsent(text(item, "pk"), _ -> new TreeMap<>()).put(text(item, "sk"), item);
            }
        }
        ledgers.forEach(checker::ledger);
        checker.wrongByAgent.forEach(checker::agent);
        checker.smsByAgent.forEach((agent, sms) -> checker.window(agent + " SMS", sms, HOUR, 30));
        items.stream().filter(item -> text(item, "pk").startsWith("OUTBOX#")).forEach(checker::notice);
        items.stream().filter(item -> text(item, "sk").equals("ACTION")).forEach(checker::action);
        return checker;
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    int entries() {
        return entries;
    }

    private void ledger(String partition, Map<String, Map<String, AttributeValue>> entriesInOrder) {
        var id = partition.substring("CUSTOMER#".length());
        var previous = new byte[32];
        long number = 0;
        long last = 0;
        var customer = new OfCustomer(id, phase(id));
        for (var entry : entriesInOrder.entrySet()) {
            var body = text(entry.getValue(), "body");
            var json = Trees.read(body);
            number++;
            entries++;
            var hash = sha256(body);
            check(entry.getKey().equals("ENTRY#%012d".formatted(number)), id, number, "is not the next one");
            check(json.path("n").asLong() == number && json.path("id").asText().equals(id), id, number, "is another's");
            check(
                    Arrays.equals(
                            Base64.getUrlDecoder().decode(json.path("prev").asText()), previous),
                    id,
                    number,
                    "does not link to the one before");
            check(Arrays.equals(hash, bytes(entry.getValue(), "hash")), id, number, "has another hash than its body");
            check(json.path("at").asLong() >= last, id, number, "runs back in time");
            last = json.path("at").asLong();
            previous = hash;
            customer.event(number, json);
        }
        customer.end();
    }

    /** What the events of one customer must keep to. */
    private final class OfCustomer {
        private final String id;
        private final long phase;
        private final Set<String> used = new HashSet<>();
        private final Map<Long, Long> sent = new HashMap<>();
        private final List<Long> sms = new ArrayList<>();
        private final List<Long> activations = new ArrayList<>();
        private final List<Long> unlocks = new ArrayList<>();
        private final Map<String, Integer> refusals = new HashMap<>();
        /** Running verifications: agent and end, by key. */
        private final Map<String, Map.Entry<String, Long>> running = new HashMap<>();

        private List<Long> wrong = new ArrayList<>();
        private int inARow;
        private boolean frozen;

        OfCustomer(String id, long phase) {
            this.id = id;
            this.phase = phase;
        }

        void event(long number, JsonNode entry) {
            var event = entry.path("event");
            long at = entry.path("at").asLong();
            check(
                    !frozen || !CALLS.contains(event.path(0).asText()) || !isAgents(entry),
                    id,
                    number,
                    "is by an agent while telephone support was frozen");
            switch (event.path(0).asText()) {
                case "activated" -> {
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                    used.clear();
                    sent.clear();
                    activations.add(at);
                }
                case "erased" -> running.clear();
                case "deactivated" -> {
                    running.clear();
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                }
                case "mobile-confirmed" -> {
                    running.clear();
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                }
                case "verification-ended" -> running.remove(event.path(1).asText());
                case "pin-sent" -> {
                    sent.merge(event.path(1).asLong(), event.path(2).asLong(), Math::max);
                    check(sms.isEmpty() || at - sms.getLast() >= MINUTE, id, number, "is an SMS too soon");
                    sms.add(at);
                    if (isAgents(entry)) {
                        smsByAgent
                                .computeIfAbsent(agent(entry), _ -> new ArrayList<>())
                                .add(at);
                    }
                }
                case "pin-rejected" -> {
                    if (event.size() > 1) {
                        mayTell.add("OUTBOX#" + id + "/" + number + "/");
                    }
                    wrong.add(at);
                    inARow++;
                    check(inARow <= 50, id, number, "is a guess too many in a row");
                    wrongByAgent
                            .computeIfAbsent(agent(entry), _ -> new ArrayList<>())
                            .add(new Wrong(id, at));
                }
                case "lock-lifted" -> {
                    endOfBudget();
                    inARow = 0;
                    running.clear();
                    unlocks.add(at);
                }
                case "verified" -> {
                    inARow = 0;
                    running.put(
                            event.path(1).asText(),
                            Map.entry(agent(entry), event.path(5).asLong()));
                    verified(number, event.path(2).asLong(), event.path(3).asText(), at);
                }
                case "action-accepted" -> {
                    accepted.merge(event.path(2).asText(), 1, Integer::sum);
                    var verification = running.get(event.path(1).asText());
                    check(
                            verification != null
                                    && verification.getKey().equals(agent(entry))
                                    && at < verification.getValue(),
                            id,
                            number,
                            "is an action without a running verification");
                    var gates = event.path(7);
                    if (gates.size() > 0) {
                        mayTell.add("OUTBOX#" + id + "/" + number + "/");
                    }
                    for (int each = 2; each < gates.size(); each++) {
                        if (gates.path(each).isNumber()) {
                            shut.computeIfAbsent(event.path(2).asText(), _ -> new HashMap<>())
                                    .put(GATES.get(each - 2), gates.path(each).asLong());
                        }
                    }
                    hashes.put(
                            event.path(2).asText(),
                            event.path(5).asText() + " " + event.path(6).asText());
                }
                case "gate-opened" -> opened(number, event, entry, at);
                case "action-stopped" ->
                    event.path(1).forEach(each -> {
                        var action = each.path(0).asText();
                        finished.merge(action, 1, Integer::sum);
                        check(isWaiting(action), id, number, "stops what does not wait");
                        shut.remove(action);
                    });
                case "notice-address-declared", "notice-address-confirmed", "notice-address-removed" ->
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                case "policy-changed" -> {
                    var before = event.path(1);
                    var after = event.path(2);
                    if (isStricter(before, after)) {
                        running.clear();
                    }
                    frozen = after.path(0).asText().contains("f");
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                }
                case "undo-accepted" -> {
                    accepted.merge(event.path(1).asText(), 1, Integer::sum);
                    check(
                            entry.path("by").path(0).asText().equals("panel"),
                            id,
                            number,
                            "is an undo of somebody else's");
                    hashes.put(
                            event.path(1).asText(),
                            event.path(6).asText() + " " + event.path(7).asText());
                }
                case "action-refused" ->
                    check(
                            refusals.merge(event.path(1).asText(), 1, Integer::sum) <= 20,
                            id,
                            number,
                            "is a refusal too many");
                case "action-finished" -> {
                    finished.merge(event.path(1).asText(), 1, Integer::sum);
                    check(!isWaiting(event.path(1).asText()), id, number, "ends what still waits");
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                }
                case "action-settled" -> {
                    check(
                            entry.path("by").path(0).asText().equals("auditor"),
                            id,
                            number,
                            "is settled by somebody else than an operator");
                    check(finished.containsKey(event.path(1).asText()), id, number, "settles what has not ended");
                    mayTell.add("OUTBOX#" + id + "/" + number + "/");
                }
                default -> {
                    // Nothing to be held against a limit.
                }
            }
        }

        private boolean isWaiting(String action) {
            return !shut.getOrDefault(action, Map.of()).isEmpty();
        }

        /** Each gate once, in its time, by who may: a hold by the panel, or by time once it alone is left. */
        private void opened(long number, JsonNode event, JsonNode entry, long at) {
            var gates = shut.getOrDefault(event.path(1).asText(), new HashMap<>());
            var by = entry.path("by").path(0).asText();
            var isOver =
                    gates.entrySet().stream().anyMatch(each -> !each.getKey().equals("hold") && at >= each.getValue());
            check(!isOver, id, number, "opens a gate of what is over");
            event.path(3).forEach(each -> {
                var gate = each.asText();
                var allowed = switch (gate) {
                    case "consent" -> Set.of("panel", "agent");
                    case "hold" -> Set.of("panel", "service");
                    default -> Set.of("agent");
                };
                check(gates.containsKey(gate) && allowed.contains(by), id, number, "opens a gate that it must not");
                check(
                        !by.equals("service") || (gates.size() == 1 && at >= gates.getOrDefault(gate, Long.MAX_VALUE)),
                        id,
                        number,
                        "opens a hold before its end");
                gates.remove(gate);
            });
        }

        private static boolean isAgents(JsonNode entry) {
            return entry.path("by").path(0).asText().equals("agent");
        }

        /** Rows of flags, the letters of actions to ask about, and of those never allowed. */
        private static boolean isStricter(JsonNode before, JsonNode after) {
            return hasMore(after.path(0).asText(), before.path(0).asText())
                    || hasMore(
                            after.path(1).asText(),
                            before.path(1).asText() + before.path(2).asText())
                    || hasMore(after.path(2).asText(), before.path(2).asText());
        }

        private static boolean hasMore(String after, String before) {
            return after.chars().anyMatch(each -> before.indexOf(each) < 0);
        }

        private static String agent(JsonNode entry) {
            return entry.path("by").path(1).asText();
        }

        private void verified(long number, long step, String generation, long at) {
            check(used.add(step + "." + generation), id, number, "accepts a PIN twice");
            long start = step * HALF_HOUR + phase;
            boolean ofItsTime = at >= start && at < start + HALF_HOUR + MINUTE;
            boolean bySms = sent.getOrDefault(step, 0L) > at;
            check(ofItsTime || bySms, id, number, "accepts a PIN outside its time");
        }

        private void endOfBudget() {
            var byHalfHour = new TreeMap<Long, Integer>();
            wrong.forEach(at -> byHalfHour.merge(Math.floorDiv(at - phase, HALF_HOUR), 1, Integer::sum));
            byHalfHour.forEach((step, count) -> {
                if (count > 5) {
                    violations.add(id + ": " + count + " wrong PINs in the half hour " + step);
                }
            });
            window(id + " wrong", wrong, DAY, 10);
            wrong = new ArrayList<>();
        }

        void end() {
            endOfBudget();
            window(id + " SMS", sms, HALF_HOUR, 3);
            window(id + " SMS", sms, DAY, 10);
            perDay("activations", activations);
            perDay("unlocks", unlocks);
        }

        /** Ten in a day that begins with the first; so never more than twenty in any. */
        private void perDay(String what, List<Long> times) {
            window(id + " " + what, times, DAY, 20);
        }
    }

    /** A waiting notice belongs to an entry that may cause one, and has not waited for too long. */
    private void notice(Map<String, AttributeValue> item) {
        var id = text(item, "pk");
        if (mayTell.stream().noneMatch(id::startsWith)) {
            violations.add(id + " belongs to no entry");
        }
        if (Long.parseLong(item.getOrDefault("unanswered", AttributeValue.fromN("0"))
                        .n())
                > 8) {
            violations.add(id + " was sent too often without an answer");
        }
    }

    /** An SMS as the local stack shows it. */
    record Sms(String to, boolean hasDigits, long at) {}

    static List<Sms> smsOf(JsonNode messages) {
        return messages.valueStream()
                .map(each -> new Sms(
                        each.path("to").asText(),
                        each.path("text").asText().matches("(?s).*\\b[0-9]{6}\\b.*"),
                        Instant.parse(each.path("sentAt").asText()).toEpochMilli()))
                .toList();
    }

    /** The numbers that got more than ten PINs and codes within a day. */
    static List<String> tooManyPerNumber(List<Sms> sms) {
        var checker = new LedgerChecker();
        sms.stream()
                .filter(Sms::hasDigits)
                .collect(Collectors.groupingBy(Sms::to, Collectors.mapping(Sms::at, Collectors.toList())))
                .forEach((number, times) -> checker.window("a number's SMS", times, DAY, 10));
        return checker.violations();
    }

    /** A wrong PIN of an agent. */
    private record Wrong(String customer, long at) {}

    /** In no hour do more than ten count, of which two of each customer. */
    private void agent(String agent, List<Wrong> wrong) {
        for (var newest : wrong) {
            var ofCustomers = new HashMap<String, Integer>();
            wrong.stream()
                    .filter(each -> each.at() <= newest.at() && each.at() > newest.at() - HOUR)
                    .forEach(each -> ofCustomers.merge(each.customer(), 1, Integer::sum));
            int counted = ofCustomers.values().stream()
                    .mapToInt(each -> Math.min(each, 2))
                    .sum();
            if (counted > 10) {
                violations.add(agent + " wrong: more than 10 within " + HOUR + " ms");
                return;
            }
        }
    }

    private void action(Map<String, AttributeValue> item) {
        var id = text(item, "pk").substring("ACTION#".length());
        if (!item.containsKey("status")) {
            violations.add("action " + id + " never ended");
        }
        if (accepted.getOrDefault(id, 0) != 1 || finished.getOrDefault(id, 0) != 1) {
            violations.add("action " + id + " was accepted or finished other than once on record");
        }
        if (!hashes(id, item).equals(hashes.get(id))) {
            violations.add("action " + id + " differs from what was accepted");
        }
    }

    /** Of payload and plan, as the acceptance has them. */
    private static String hashes(String id, Map<String, AttributeValue> item) {
        var payload = new StringBuilder();
        var by = item.containsKey("undone")
                ? Stream.of("undo", text(item, "customer"), text(item, "undone"))
                : Stream.of(text(item, "verification"), text(item, "agent"));
        var of = Stream.of(
                text(item, "action"),
                text(item, "risk"),
                item.getOrDefault("requestedAt", AttributeValue.fromN("0")).n(),
                sealed(item, "parameters"));
        Stream.of(Stream.of(id), by, of)
                .flatMap(each -> each)
                .forEach(each -> payload.append(each.length()).append(':').append(each));
        return base64(sha256(payload.toString())) + " "
                + base64(sha256(
                        item.containsKey("shown")
                                ? sealed(item, "plan") + "\n" + sealed(item, "shown")
                                : sealed(item, "plan")));
    }

    /** The version of the key in four bytes, then what it seals. */
    private static String sealed(Map<String, AttributeValue> item, String name) {
        var stored = ByteBuffer.wrap(bytes(item, name));
        var version = stored.getInt();
        return version + " " + HexFormat.of().formatHex(stored.array(), Integer.BYTES, stored.array().length);
    }

    private static String base64(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** No window of this length contains more than this many. */
    private void window(String what, List<Long> times, long length, int most) {
        var sorted = times.stream().sorted().toList();
        for (int i = most; i < sorted.size(); i++) {
            if (sorted.get(i) - sorted.get(i - most) < length) {
                violations.add(what + ": more than " + most + " within " + length + " ms");
                return;
            }
        }
    }

    private void check(boolean holds, String id, long number, String what) {
        if (!holds) {
            violations.add("entry " + number + " of " + id + " " + what);
        }
    }

    static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    private static byte[] bytes(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.b() == null ? new byte[0] : value.b().asByteArray();
    }

    private static long phase(String id) {
        long first = Integer.toUnsignedLong(ByteBuffer.wrap(sha256(id)).getInt());
        return first % 1800 * 1000;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.supportpin.functions.aws;

import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.DailyRoot;
import org.supportpin.domain.audit.Roots;
import org.supportpin.domain.pin.SecretBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * {@link Roots} in the table: {@code ROOT#<day>} and {@code ROOT-SECRET#<day>} in the partition {@code ROTATION}. Leaves have
 * partitions of their own for each segment, because a partition takes only so much in a second; they end by themselves.
 */
public final class DynamoRoots implements Roots {

    static final String LEAVES = "LEAVES#";

    private static final AttributeValue ROTATION = Table.text(DynamoRotationReports.PARTITION);
    private static final String ROOT = "ROOT#";
    private static final String SECRET = "ROOT-SECRET#";
    private static final String STATEMENT = "statement";

    private static final int SECRET_BYTES = 32;
    private static final int LEAF_BYTES = 32;

    /** In an item, which may have 400 KB. */
    private static final int MOST_LEAVES = 10_000;

    /** A run ends long before. */
    private static final Duration LEAVES_KEPT = Duration.ofDays(2);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Table table;

    public DynamoRoots(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public boolean isKept(LocalDate day) {
        return find(ROOT, day).isPresent();
    }

    @Override
    public SecretBytes secret(LocalDate day) {
        var kept = find(SECRET, day);
        if (kept.isEmpty()) {
            var made = new byte[SECRET_BYTES];
            RANDOM.nextBytes(made);
            putNew("a root's secret", Map.of(Table.SK, sortKey(SECRET, day), "secret", Table.bytes(made)));
            // Another part may have been first.
            kept = find(SECRET, day);
        }
        return new SecretBytes(Table.bytes(kept.orElseThrow(Compact::unreadable), "secret"));
    }

    private Optional<Map<String, AttributeValue>> find(String kind, LocalDate day) {
        return Table.ask(
                        "Query of a root",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .consistentRead(true)
                                        .keyConditionExpression("pk = :pk AND sk = :sk")
                                        .expressionAttributeValues(Map.of(":pk", ROTATION, ":sk", sortKey(kind, day)))))
                .items()
                .stream()
                .findFirst();
    }

    @Override
    public void collect(Instant run, int segment, List<byte[]> leaves) {
        var expires = Table.number(run.plus(LEAVES_KEPT).getEpochSecond());
        for (int from = 0; from < leaves.size(); from += MOST_LEAVES) {
            var some = leaves.subList(from, Math.min(leaves.size(), from + MOST_LEAVES));
            var bytes = new byte[some.size() * LEAF_BYTES];
            for (int i = 0; i < some.size(); i++) {
                System.arraycopy(some.get(i), 0, bytes, i * LEAF_BYTES, LEAF_BYTES);
            }
            // A part that is tried again adds its leaves again: they count once.
            var name = HexFormat.of().formatHex(Table.nonce());
            put(
                    "leaves",
                    Map.of(
                            Table.PK,
                            partition(run, segment),
                            Table.SK,
                            Table.text(name),
                            "leaves",
                            Table.bytes(bytes),
                            Table.EXPIRES,
                            expires));
        }
    }

    private static AttributeValue partition(Instant run, int segment) {
        return Table.text(LEAVES + run + "#" + segment);
    }

    @Override
    public List<byte[]> collected(Instant run, int segments) {
        var all = new ArrayList<byte[]>();
        for (int segment = 0; segment < segments; segment++) {
            var values = Map.of(":pk", partition(run, segment));
            pages("pk = :pk", values, true, MOST_LEAVES, item -> {
                var bytes = Table.bytes(item, "leaves");
                for (int from = 0; from < bytes.length; from += LEAF_BYTES) {
                    all.add(Arrays.copyOfRange(bytes, from, from + LEAF_BYTES));
                }
                return true;
            });
        }
        return all;
    }

    @Override
    public void keep(DailyRoot.Signed root) {
        putNew("a root", Map.of(Table.SK, sortKey(ROOT, root.day()), STATEMENT, Table.text(root.statement())));
    }

    private void putNew(String what, Map<String, AttributeValue> item) {
        var whole = new HashMap<>(item);
        whole.put(Table.PK, ROTATION);
        put(what, whole);
    }

    /** Not written if there is one already. */
    private void put(String what, Map<String, AttributeValue> item) {
        var _ = table.put(
                what,
                Put.builder()
                        .tableName(table.name())
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .build());
    }

    /** An item that is no root is passed over: the audit names it, and nobody's reading ends on it. */
    @Override
    public List<DailyRoot.Signed> list(LocalDate before, int limit) {
        var found = new ArrayList<DailyRoot.Signed>();
        var values = Map.of(":pk", ROTATION, ":from", Table.text(ROOT), ":before", sortKey(ROOT, before.minusDays(1)));
        pages("pk = :pk AND sk BETWEEN :from AND :before", values, false, limit, item -> {
            root(item).ifPresent(found::add);
            return found.size() < limit;
        });
        return List.copyOf(found);
    }

    /** @param item takes an item, and says whether to go on */
    private void pages(
            String condition,
            Map<String, AttributeValue> values,
            boolean isAscending,
            int limit,
            Predicate<Map<String, AttributeValue>> item) {
        @Nullable Map<String, AttributeValue> start = null;
        do {
            var from = start;
            var answer = Table.ask(
                    "Query of roots",
                    () -> table.client()
                            .query(request -> request.tableName(table.name())
                                    .consistentRead(true)
                                    .scanIndexForward(isAscending)
                                    .limit(limit)
                                    .exclusiveStartKey(from)
                                    .keyConditionExpression(condition)
                                    .expressionAttributeValues(values)));
            if (!answer.items().stream().allMatch(item)) {
                return;
            }
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (start != null);
    }

    /** Whether this class wrote the item of the partition {@code ROTATION}. */
    static boolean isOwn(Map<String, AttributeValue> item) {
        return root(item).isPresent() || isSecret(item);
    }

    private static boolean isSecret(Map<String, AttributeValue> item) {
        var secret = item.get("secret");
        return day(SECRET, item).isPresent()
                && secret != null
                && secret.b() != null
                && secret.b().asByteArrayUnsafe().length == SECRET_BYTES;
    }

    private static Optional<DailyRoot.Signed> root(Map<String, AttributeValue> item) {
        var statement = item.get(STATEMENT);
        return statement == null || statement.s() == null
                ? Optional.empty()
                : day(ROOT, item).map(day -> new DailyRoot.Signed(day, statement.s()));
    }

    private static Optional<LocalDate> day(String kind, Map<String, AttributeValue> item) {
        var name = Table.text(item, Table.SK);
        try {
            return name.startsWith(kind)
                    ? Optional.of(LocalDate.parse(name.substring(kind.length())))
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static AttributeValue sortKey(String kind, LocalDate day) {
        return Table.text(kind + day);
    }
}

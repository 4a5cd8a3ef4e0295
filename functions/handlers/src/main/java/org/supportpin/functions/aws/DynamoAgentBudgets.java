package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudget.Cause;
import org.supportpin.domain.customer.AgentBudget.Right;
import org.supportpin.domain.customer.AgentBudget.Suspension;
import org.supportpin.domain.customer.AgentBudget.Wrong;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.customer.Suspensions.Lift;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link AgentBudgets} in the table: the items {@code BUDGET}, in the sparse index while there is a suspension, and {@code LIFT#…},
 * which stay.
 */
public final class DynamoAgentBudgets implements AgentBudgets {

    /** The shard of the index that has the suspended agents, by the end of their suspensions. */
    private static final String SUSPENDED = "suspended";

    private static final String AGENT = "AGENT#";
    private static final String LIFT = "LIFT#";

    private final Table table;
    private final boolean isConsistent;

    public DynamoAgentBudgets(DynamoDbClient client, String table) {
        this(client, table, true);
    }

    private DynamoAgentBudgets(DynamoDbClient client, String table, boolean isConsistent) {
        this.table = new Table(client, table);
        this.isConsistent = isConsistent;
    }

    /** What is read may be a moment old: for who writes what was read, or does it again. */
    public static DynamoAgentBudgets readAtHalfThePrice(DynamoDbClient client, String table) {
        return new DynamoAgentBudgets(client, table, false);
    }

    @Override
    public AgentBudget read(AgentId agent) {
        var key = Map.of(Table.PK, Table.agent(agent), Table.SK, Table.text(Table.BUDGET));
        return table.find("an agent's budget", key, isConsistent)
                .map(item -> read(agent, item))
                .orElseGet(() -> AgentBudget.fresh(agent));
    }

    @Override
    public List<AgentBudget> suspended(Instant now) {
        return Table.ask(
                        "Query of the suspended agents",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .indexName(ActionItem.INDEX)
                                        .keyConditionExpression(
                                                ActionItem.SHARD + " = :shard AND " + ActionItem.SINCE + " > :now")
                                        .expressionAttributeValues(Map.of(
                                                ":shard", Table.text(SUSPENDED), ":now", ActionItem.since(now)))))
                .items()
                .stream()
                .map(item -> read(new AgentId(Table.text(item, Table.PK).substring(AGENT.length()))))
                .filter(budget -> budget.suspension(now).isPresent())
                .toList();
    }

    @Override
    public boolean write(AgentBudget counted) {
        var put = count(table, counted);
        return table.put(
                "an agent's budget",
                put.toBuilder().item(Table.signed(put.item())).build());
    }

    @Override
    public boolean lift(AgentBudget lifted, Lift lift) {
        var record = record(table, lift);
        var signed = record.toBuilder().item(Table.signed(record.item())).build();
        return table.transact("a lift", signed, List.of(written(count(table, lifted))));
    }

    private static TransactWriteItem written(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    private static AgentBudget read(AgentId agent, Map<String, AttributeValue> item) {
        return new AgentBudget(
                agent,
                list(
                        item,
                        "wrong",
                        each -> new Wrong(
                                customerOrNull(each.l().getFirst().s()),
                                Table.instant(each.l().getLast()))),
                list(
                        item,
                        "right",
                        each -> new Right(
                                each.l().getFirst().s(), Table.instant(each.l().getLast()))),
                list(item, "sms", Table::instant),
                list(item, "calls", Table::instant),
                suspension(item),
                Table.number(item, "version"));
    }

    /** A wrong handover code is no customer's. */
    private static String text(@Nullable CustomerId customer) {
        return customer == null ? "" : customer.value();
    }

    private static @Nullable CustomerId customerOrNull(String text) {
        return text.isEmpty() ? null : new CustomerId(text);
    }

    private static <T> List<T> list(Map<String, AttributeValue> item, String name, Function<AttributeValue, T> each) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(each)
                .toList();
    }

    private static @Nullable Suspension suspension(Map<String, AttributeValue> item) {
        return item.containsKey("cause")
                ? new Suspension(
                        WireName.find(Cause.values(), Table.text(item, "cause")).orElseThrow(Compact::unreadable),
                        Instant.ofEpochMilli(Table.number(item, "suspendedAt")),
                        Instant.ofEpochMilli(Table.number(item, "suspendedUntil")))
                : null;
    }

    /** The write of a count, if the budget has not changed since it was read. */
    static Put count(Table table, AgentBudget budget) {
        var item = new HashMap<String, AttributeValue>();
        item.put(Table.PK, Table.agent(budget.agent()));
        item.put(Table.SK, Table.text(Table.BUDGET));
        put(item, "wrong", budget.wrong(), each -> pair(text(each.customer()), each.at()));
        put(item, "right", budget.right(), each -> pair(each.verification(), each.at()));
        put(item, "sms", budget.sms(), Table::instant);
        put(item, "calls", budget.calls(), Table::instant);
        put(item, budget.suspension());
        item.put("version", Table.number(budget.version()));
        item.put(Table.EXPIRES, Table.number(lastsUntil(budget).getEpochSecond() + 1));
        return table.next(item, budget.version());
    }

    private static <T> void put(
            Map<String, AttributeValue> item, String name, List<T> counts, Function<T, AttributeValue> each) {
        if (!counts.isEmpty()) {
            item.put(name, AttributeValue.fromL(counts.stream().map(each).toList()));
        }
    }

    private static AttributeValue pair(String text, Instant at) {
        return AttributeValue.fromL(List.of(Table.text(text), Table.instant(at)));
    }

    private static void put(Map<String, AttributeValue> item, @Nullable Suspension suspension) {
        if (suspension != null) {
            item.put("cause", Table.text(suspension.cause().text()));
            item.put("suspendedAt", Table.instant(suspension.since()));
            item.put("suspendedUntil", Table.instant(suspension.until()));
            item.put(ActionItem.SHARD, Table.text(SUSPENDED));
            item.put(ActionItem.SINCE, ActionItem.since(suspension.until()));
        }
    }

    /** What is counted comes from several customers, whose ledgers' times may differ a little: the last need not be the latest. */
    private static Instant lastsUntil(AgentBudget budget) {
        var counted = Stream.of(
                        budget.wrong().stream().map(Wrong::at),
                        budget.right().stream().map(Right::at),
                        budget.sms().stream(),
                        budget.calls().stream())
                .flatMap(instants -> instants)
                .map(each -> each.plus(AgentBudget.LENGTH));
        return Stream.concat(counted, Stream.ofNullable(budget.suspension()).map(Suspension::until))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Who lifted a suspension, when and why. It has no expiry. */
    private static Put record(Table table, Lift lift) {
        return Put.builder()
                .tableName(table.name())
                .item(Map.of(
                        Table.PK,
                        Table.agent(lift.agent()),
                        Table.SK,
                        Table.text(LIFT + lift.at()),
                        "by",
                        Table.text(lift.by().value()),
                        "note",
                        Table.text(lift.note()),
                        "cause",
                        Table.text(lift.suspension().cause().text()),
                        "suspendedAt",
                        Table.instant(lift.suspension().since()),
                        "suspendedUntil",
                        Table.instant(lift.suspension().until())))
                .conditionExpression("attribute_not_exists(pk)")
                .build();
    }
}

package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.supportpin.domain.customer.AgentBudget;
import org.supportpin.domain.customer.AgentBudgets;
import org.supportpin.domain.identity.AgentId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** {@link AgentBudgets} in the table: the items {@code BUDGET}. */
public final class DynamoAgentBudgets implements AgentBudgets {

    private static final String BUDGET = "BUDGET";

    private final Table table;

    public DynamoAgentBudgets(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public AgentBudget read(AgentId agent) {
        var found = Table.ask(
                "GetItem of an agent's budget",
                () -> table.client()
                        .getItem(request -> request.tableName(table.name())
                                .consistentRead(true)
                                .key(Map.of(Table.PK, Table.agent(agent), Table.SK, Table.text(BUDGET)))));
        return found.hasItem() ? read(agent, found.item()) : AgentBudget.fresh(agent);
    }

    private static AgentBudget read(AgentId agent, Map<String, AttributeValue> item) {
        return new AgentBudget(
                agent,
                Optional.ofNullable(item.get("wrong")).map(AttributeValue::l).orElse(java.util.List.of()).stream()
                        .map(each -> Instant.ofEpochMilli(Long.parseLong(each.n())))
                        .toList(),
                item.containsKey("suspendedUntil") ? Instant.ofEpochMilli(Table.number(item, "suspendedUntil")) : null,
                Table.number(item, "version"));
    }

    /** The write that counts an agent up, if nobody else has since the budget was read. */
    static Put count(Table table, AgentBudget budget) {
        var item = new HashMap<String, AttributeValue>();
        item.put(Table.PK, Table.agent(budget.agent()));
        item.put(Table.SK, Table.text(BUDGET));
        item.put(
                "wrong",
                AttributeValue.fromL(budget.wrong().stream()
                        .map(each -> Table.number(each.toEpochMilli()))
                        .toList()));
        item.put("version", Table.number(budget.version()));
        if (budget.suspendedUntil() != null) {
            item.put("suspendedUntil", Table.number(budget.suspendedUntil().toEpochMilli()));
        }
        item.put(Table.EXPIRES, Table.number(lastsUntil(budget).getEpochSecond() + 1));
        return Put.builder()
                .tableName(table.name())
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR version = :before")
                .expressionAttributeValues(Map.of(":before", Table.number(budget.version() - 1)))
                .build();
    }

    /** Of several customers, whose ledgers' times may differ a little: the last instant need not be the latest. */
    private static Instant lastsUntil(AgentBudget budget) {
        return budget.suspendedUntil() != null
                ? budget.suspendedUntil()
                : Collections.max(budget.wrong()).plus(AgentBudget.WINDOW);
    }
}

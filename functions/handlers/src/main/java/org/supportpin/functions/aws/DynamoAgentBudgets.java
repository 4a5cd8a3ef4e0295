package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
        var key = Map.of(Table.PK, Table.agent(agent), Table.SK, Table.text(BUDGET));
        return table.find("an agent's budget", key)
                .map(item -> read(agent, item))
                .orElseGet(() -> AgentBudget.fresh(agent));
    }

    private static AgentBudget read(AgentId agent, Map<String, AttributeValue> item) {
        return new AgentBudget(
                agent,
                Optional.ofNullable(item.get("wrong")).map(AttributeValue::l).orElse(List.of()).stream()
                        .map(each -> Instant.ofEpochMilli(Long.parseLong(each.n())))
                        .toList(),
                item.containsKey("suspendedUntil") ? Instant.ofEpochMilli(Table.number(item, "suspendedUntil")) : null,
                Table.number(item, "version"));
    }

    /** The write of a wrong PIN, if the budget has not changed since it was read. */
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
        return table.next(item, budget.version());
    }

    /** The wrong PINs come from several customers, whose ledgers' times may differ a little: the last need not be the latest. */
    private static Instant lastsUntil(AgentBudget budget) {
        return budget.suspendedUntil() != null
                ? budget.suspendedUntil()
                : Collections.max(budget.wrong()).plus(AgentBudget.WINDOW);
    }
}

package org.supportpin.functions.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.token.TokenUses;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * {@link TokenUses} in a table of their own, of which nothing lasts: the items {@code ASSERTION#…}, and {@code CLIENT#…} with one for
 * each minute. The other table's every change is watched, and every item audited.
 */
public final class DynamoTokenUses implements TokenUses {

    /** DynamoDB may delete an item as soon as it has expired, by its own clock. */
    private static final Duration LONGER = Duration.ofMinutes(5);

    private final Table table;

    public DynamoTokenUses(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public boolean use(Hash assertion, Instant until) {
        var item = Table.signed(Map.of(
                Table.PK,
                Table.text("ASSERTION#" + assertion.hex()),
                Table.SK,
                Table.text("USE"),
                Table.EXPIRES,
                Table.number(until.plus(LONGER).getEpochSecond())));
        // Even if it has expired: an item that waits for its deletion is there.
        return table.put(
                "an assertion's use",
                Put.builder()
                        .tableName(table.name())
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .build());
    }

    @Override
    public boolean count(String client, Instant now, int most) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES);
        var key = Map.of(Table.PK, Table.text("CLIENT#" + client), Table.SK, Table.text(minute.toString()));
        return table.changed(
                        "a client's tokens",
                        update -> update.key(key)
                                .updateExpression("SET issued = if_not_exists(issued, :none) + :one, expiresAt = :end")
                                .conditionExpression("attribute_not_exists(issued) OR issued < :most")
                                .expressionAttributeValues(Map.<String, AttributeValue>of(
                                        ":none", Table.number(0),
                                        ":one", Table.number(1),
                                        ":most", Table.number(most),
                                        ":end", Table.number(minute.plus(LONGER).getEpochSecond()))))
                .isPresent();
    }
}

package org.supportpin.functions.aws;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.customer.StoredSecret;
import org.supportpin.domain.customer.StoredSecrets;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** {@link StoredSecrets} in the table. The items have no index of their own, so a run reads the whole table once. */
public final class DynamoStoredSecrets implements StoredSecrets {

    private final Table table;
    private final @Nullable Integer itemsInAPage;

    public DynamoStoredSecrets(DynamoDbClient client, String table) {
        this(client, table, null);
    }

    /** @param itemsInAPage how many items of any kind are read; null for as many as fit into 1 MB */
    DynamoStoredSecrets(DynamoDbClient client, String table, @Nullable Integer itemsInAPage) {
        this.table = new Table(client, table);
        this.itemsInAPage = itemsInAPage;
    }

    @Override
    public Page page(@Nullable String from) {
        var request = ScanRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .exclusiveStartKey(from == null ? null : ScanPosition.key(from))
                .limit(itemsInAPage)
                .filterExpression("sk = :secret")
                .expressionAttributeValues(Map.of(":secret", Table.text(Table.SECRET)))
                .build();
        var answer = Table.ask("Scan for secrets", () -> table.client().scan(request));
        return new Page(
                answer.items().stream().flatMap(DynamoStoredSecrets::readable).toList(),
                answer.hasLastEvaluatedKey() ? ScanPosition.after(answer.lastEvaluatedKey()) : null);
    }

    private static Stream<Owned> readable(Map<String, AttributeValue> item) {
        return Table.customerOf(Table.text(item, Table.PK))
                .map(id -> new Owned(id, SecretItem.read(item)))
                .filter(each -> each.secret().isReadable())
                .stream();
    }

    /** If an answer is lost, the repeated call is refused, and the next run finds the keys wrapped already. */
    @Override
    public boolean replace(Owned read, StoredSecret rewrapped) {
        var put = SecretItem.put(table.name(), read.customer(), rewrapped, read.secret());
        try {
            table.client()
                    .putItem(request -> request.tableName(put.tableName())
                            .item(put.item())
                            .conditionExpression(put.conditionExpression())
                            .expressionAttributeValues(put.expressionAttributeValues()));
            return true;
        } catch (ConditionalCheckFailedException | TransactionConflictException writtenMeanwhile) {
            return false;
        } catch (SdkException e) {
            throw new StoreUnavailable("the write of a customer's keys failed", e);
        }
    }
}

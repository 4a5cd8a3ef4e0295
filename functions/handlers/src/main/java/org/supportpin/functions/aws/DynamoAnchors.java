package org.supportpin.functions.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.StoreUnavailable;
import org.supportpin.domain.audit.Anchor;
import org.supportpin.domain.audit.Anchors;
import org.supportpin.domain.audit.Gap;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** {@link Anchors} in the table: the items {@code ANCHOR} of the partitions {@code AUDIT#…}. */
public final class DynamoAnchors implements Anchors {

    /** As many as DynamoDB takes in one call. */
    private static final int MOST_IN_A_BATCH = 100;

    private final Table table;

    public DynamoAnchors(DynamoDbClient client, String table) {
        this(new Table(client, table));
    }

    DynamoAnchors(Table table) {
        this.table = table;
    }

    /** What DynamoDB leaves unprocessed counts as unknown: its first write fails, and then it is read alone. */
    @Override
    public Map<CustomerId, Anchor> recent(Set<CustomerId> customers) {
        var found = new HashMap<CustomerId, Anchor>();
        var all = new ArrayList<>(customers);
        for (int from = 0; from < all.size(); from += MOST_IN_A_BATCH) {
            batch(all.subList(from, Math.min(all.size(), from + MOST_IN_A_BATCH)), false)
                    .forEach(item -> AnchorItem.read(item).ifPresent(each -> found.put(each.customer(), each)));
        }
        return found;
    }

    private List<Map<String, AttributeValue>> batch(List<CustomerId> customers, boolean isConsistent) {
        var keys = KeysAndAttributes.builder()
                .consistentRead(isConsistent)
                .keys(customers.stream().map(AnchorItem::key).toList())
                .build();
        return Table.ask(
                        "BatchGetItem of anchors",
                        () -> table.client().batchGetItem(request -> request.requestItems(Map.of(table.name(), keys))))
                .responses()
                .getOrDefault(table.name(), List.of());
    }

    @Override
    public Optional<Anchor> find(CustomerId customer) {
        return batch(List.of(customer), true).stream()
                .flatMap(item -> AnchorItem.read(item).stream())
                .findFirst();
    }

    @Override
    public boolean move(@Nullable Anchor before, Anchor next) {
        return table.put("an anchor", AnchorItem.put(table, before, next));
    }

    /** See {@link org.supportpin.domain.audit.AuditStore#move}. */
    Optional<Gap> audited(Anchor anchor) {
        try {
            var old = table.client()
                    .putItem(request -> request.tableName(table.name())
                            .item(AnchorItem.write(anchor))
                            .returnValues(ReturnValue.ALL_OLD)
                            .conditionExpression("attribute_not_exists(pk) OR #sequence < :sequence"
                                    + " OR (#sequence = :sequence AND attribute_exists(" + AnchorItem.GAP_FROM + "))")
                            .expressionAttributeNames(Map.of("#sequence", AnchorItem.SEQUENCE))
                            .expressionAttributeValues(Map.of(":sequence", Table.number(anchor.sequence()))));
            return AnchorItem.read(old.attributes()).map(Anchor::gap);
        } catch (ConditionalCheckFailedException isThereOrFurther) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new StoreUnavailable("the write of an anchor failed", e);
        }
    }
}

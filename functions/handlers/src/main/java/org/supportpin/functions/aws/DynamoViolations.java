package org.supportpin.functions.aws;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.audit.FoundViolation;
import org.supportpin.domain.audit.Violations;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@link Violations} in the table: the items {@code VIOLATION#…}. */
public final class DynamoViolations implements Violations {

    private static final String A_VIOLATION = "a violation";

    /** A place in the index: milliseconds, and the ID. */
    private static final Pattern PLACE = Pattern.compile("[0-9]{15}/[0-9a-f]{" + FoundViolation.ID_LENGTH + "}");

    private final Table table;

    public DynamoViolations(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
    }

    @Override
    public Optional<FoundViolation> find(String id) {
        return table.find(A_VIOLATION, ViolationItem.key(id)).flatMap(ViolationItem::read);
    }

    @Override
    public boolean write(FoundViolation next) {
        return table.put(A_VIOLATION, table.next(Table.signed(ViolationItem.write(next)), next.version()));
    }

    /** The index knows only the keys, so each is read by its own. */
    @Override
    public Page open(@Nullable String from, int limit) {
        if (from != null && !PLACE.matcher(from).matches()) {
            throw new IllegalArgumentException("no page begins there");
        }
        var places = Table.ask(
                        "Query of open violations",
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .indexName(ActionItem.INDEX)
                                        .scanIndexForward(false)
                                        .limit(limit + 1)
                                        .keyConditionExpression(
                                                ActionItem.SHARD + " = :shard AND " + ActionItem.SINCE + " <= :from")
                                        .expressionAttributeValues(Map.of(
                                                ":shard",
                                                Table.text(ViolationItem.SHARD),
                                                ":from",
                                                Table.text(from == null ? "9" : from)))))
                .items();
        return new Page(
                places.stream()
                        .limit(limit)
                        .flatMap(place -> open(place).stream())
                        .toList(),
                places.size() > limit ? Table.text(places.getLast(), ActionItem.SINCE) : null);
    }

    private Optional<FoundViolation> open(Map<String, AttributeValue> place) {
        return find(Table.text(place, Table.PK).substring(ViolationItem.PREFIX.length()))
                .filter(FoundViolation::isOpen);
    }
}

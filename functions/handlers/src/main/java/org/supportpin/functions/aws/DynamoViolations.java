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
    private final NewestFirst open;

    public DynamoViolations(DynamoDbClient client, String table) {
        this.table = new Table(client, table);
        this.open = new NewestFirst(this.table, "open violations", ViolationItem.SHARD, PLACE);
    }

    @Override
    public Optional<FoundViolation> find(String id) {
        return table.find(A_VIOLATION, ViolationItem.key(id)).flatMap(ViolationItem::read);
    }

    @Override
    public boolean write(FoundViolation next) {
        return table.put(A_VIOLATION, table.next(Table.signed(ViolationItem.write(next)), next.version()));
    }

    @Override
    public Page open(@Nullable String from, int limit) {
        var page = open.page(from, limit, this::open);
        return new Page(page.items(), page.next());
    }

    private Optional<FoundViolation> open(Map<String, AttributeValue> place) {
        return find(Table.text(place, Table.PK).substring(ViolationItem.PREFIX.length()))
                .filter(FoundViolation::isOpen);
    }
}

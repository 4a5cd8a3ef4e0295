package org.supportpin.local.dynamodb;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What cannot be changed without recreating a table: its keys and its indexes, in any order. */
record Layout(List<KeySchemaElement> key, Set<Index> indexes) {

    record Index(
            boolean global,
            String name,
            List<KeySchemaElement> key,
            @Nullable ProjectionType projection) {}

    static Layout of(CreateTableRequest table) {
        return of(
                table.keySchema(),
                table.globalSecondaryIndexes().stream()
                        .map(each -> index(true, each.indexName(), each.keySchema(), each.projection())),
                table.localSecondaryIndexes().stream()
                        .map(each -> index(false, each.indexName(), each.keySchema(), each.projection())));
    }

    static Layout of(TableDescription table) {
        return of(
                table.keySchema(),
                table.globalSecondaryIndexes().stream()
                        .map(each -> index(true, each.indexName(), each.keySchema(), each.projection())),
                table.localSecondaryIndexes().stream()
                        .map(each -> index(false, each.indexName(), each.keySchema(), each.projection())));
    }

    private static Layout of(List<KeySchemaElement> key, Stream<Index> global, Stream<Index> local) {
        return new Layout(key, Stream.concat(global, local).collect(toSet()));
    }

    private static Index index(
            boolean global, String name, List<KeySchemaElement> key, @Nullable Projection projection) {
        return new Index(global, name, key, projection == null ? null : projection.projectionType());
    }
}

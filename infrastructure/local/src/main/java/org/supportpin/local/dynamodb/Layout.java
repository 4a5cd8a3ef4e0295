package org.supportpin.local.dynamodb;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What cannot be changed without making a table anew: its keys and its indexes, in no order. */
record Layout(List<KeySchemaElement> key, Set<Index> indexes) {

    record Index(boolean global, String name, List<KeySchemaElement> key, Optional<ProjectionType> projection) {}

    static Layout of(CreateTableRequest table) {
        var indexes = new HashSet<Index>();
        indexes.addAll(table.globalSecondaryIndexes().stream()
                .map(each -> index(true, each.indexName(), each.keySchema(), each.projection()))
                .collect(toSet()));
        indexes.addAll(table.localSecondaryIndexes().stream()
                .map(each -> index(false, each.indexName(), each.keySchema(), each.projection()))
                .collect(toSet()));
        return new Layout(table.keySchema(), indexes);
    }

    static Layout of(TableDescription table) {
        var indexes = new HashSet<Index>();
        indexes.addAll(table.globalSecondaryIndexes().stream()
                .map(each -> index(true, each.indexName(), each.keySchema(), each.projection()))
                .collect(toSet()));
        indexes.addAll(table.localSecondaryIndexes().stream()
                .map(each -> index(false, each.indexName(), each.keySchema(), each.projection()))
                .collect(toSet()));
        return new Layout(table.keySchema(), indexes);
    }

    private static Index index(boolean global, String name, List<KeySchemaElement> key, Projection projection) {
        return new Index(global, name, key, Optional.ofNullable(projection).map(Projection::projectionType));
    }
}

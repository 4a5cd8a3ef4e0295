package org.supportpin.local.dynamodb;

import java.util.Collection;
import java.util.Optional;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.template.Table;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Creates the tables that the template describes. */
public final class TableMaker {

    private final DynamoDbClient client;

    public TableMaker(DynamoDbClient client) {
        this.client = client;
    }

    /**
     * Creates the tables that do not exist, and waits until they do.
     *
     * @throws CannotStart if a table exists with another layout
     */
    public void make(Collection<Table> tables) {
        tables.forEach(this::make);
    }

    private void make(Table table) {
        try {
            var wanted = TableRequest.of(table.definition());
            var found = find(table.name());
            if (found.isPresent()) {
                requireSameLayout(table, Layout.of(wanted), Layout.of(found.get()));
                stream(table, found.get());
            } else {
                client.createTable(wanted);
                client.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
            }
            if (table.timeToLive() != null) {
                expire(table.name(), table.timeToLive());
            }
        } catch (SdkException e) {
            throw new CannotStart(
                    "The table " + table.name() + " in template.yaml cannot be created: " + e.getMessage(), e);
        }
    }

    private Optional<TableDescription> find(String name) {
        try {
            return Optional.of(
                    client.describeTable(request -> request.tableName(name)).table());
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    /** As a deployment switches it on, for a table that an earlier version made. */
    private void stream(Table table, TableDescription found) {
        if (found.streamSpecification() == null) {
            TableRequest.stream(table.definition())
                    .ifPresent(stream -> client.updateTable(
                            request -> request.tableName(table.name()).streamSpecification(stream)));
        }
    }

    private void expire(String name, String attribute) {
        var now = client.describeTimeToLive(request -> request.tableName(name)).timeToLiveDescription();
        if (!attribute.equals(now.attributeName())) {
            client.updateTimeToLive(request -> request.tableName(name)
                    .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
        }
    }

    private static void requireSameLayout(Table table, Layout wanted, Layout found) {
        if (!wanted.equals(found)) {
            throw new CannotStart(
                    "The table " + table.name() + " in the data folder does not have the layout in template.yaml;"
                            + " move the data folder away to start with an empty one.");
        }
    }
}

package org.supportpin.functions.backoffice;

import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.functions.aws.DynamoDbForTests;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts things into the simulated back office, as somebody who runs it would. It shares the table with everything else here. */
final class SimulatedTable {

    private SimulatedTable() {}

    static void put(String kind, String id, Json.Obj body) {
        DynamoDbForTests.client()
                .putItem(item -> item.tableName(DynamoDbForTests.TABLE)
                        .item(Map.of(
                                "pk", AttributeValue.fromS(kind),
                                "sk", AttributeValue.fromS(id),
                                "body", AttributeValue.fromS(JsonText.write(body)),
                                "version", AttributeValue.fromN("1"))));
    }
}

package org.supportpin.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.sample.AwsClients;
import org.supportpin.local.template.Table;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoServerTest {

    private static final String REGION = "eu-central-1";

    @TempDir
    Path folder;

    private static Table table(String key) {
        var definition = (Json.Obj) JsonText.readOwn("""
            {"TableName": "table", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "%1$s", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "%1$s", "KeyType": "HASH"}],
             "GlobalSecondaryIndexes": [{"IndexName": "index", "KeySchema": [{"AttributeName": "%1$s", "KeyType": "HASH"}],
               "Projection": {"ProjectionType": "ALL"}}]}
            """.formatted(key));
        return new Table("table", definition, "expiresAt");
    }

    private static DynamoDbClient client(DynamoServer server) {
        return AwsClients.configure(
                        DynamoDbClient.builder(),
                        Map.of(
                                "AWS_REGION",
                                REGION,
                                "AWS_ACCESS_KEY_ID",
                                "local",
                                "AWS_SECRET_ACCESS_KEY",
                                "local",
                                "AWS_ENDPOINT_URL_DYNAMODB",
                                server.uri().toString()),
                        "DYNAMODB")
                .build();
    }

    @Test
    void tablesAreMadeOnceAndTheirItemsStay() {
        var item = Map.of("pk", AttributeValue.fromS("1"), "text", AttributeValue.fromS("Γεια"));
        try (var server = DynamoServer.start(folder);
                var client = client(server)) {
            new TableMaker(client).make(List.of(table("pk")));
            client.putItem(put -> put.tableName("table").item(item));
            var ttl = client.describeTimeToLive(describe -> describe.tableName("table"))
                    .timeToLiveDescription();
            assertThat(ttl.attributeName()).isEqualTo("expiresAt");
            assertThat(client.describeTable(describe -> describe.tableName("table"))
                            .table()
                            .globalSecondaryIndexes())
                    .hasSize(1);
        }
        try (var server = DynamoServer.start(folder);
                var client = client(server)) {
            new TableMaker(client).make(List.of(table("pk")));
            assertThat(client.getItem(get -> get.tableName("table").key(Map.of("pk", AttributeValue.fromS("1"))))
                            .item())
                    .isEqualTo(item);
        }
    }

    @Test
    void aTableOfAnotherLayoutStopsTheStart() {
        try (var server = DynamoServer.start(folder);
                var client = client(server)) {
            var maker = new TableMaker(client);
            maker.make(List.of(table("pk")));
            assertThatCode(() -> maker.make(List.of(table("pk")))).doesNotThrowAnyException();
            assertThatThrownBy(() -> maker.make(List.of(table("id"))))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("does not have the layout in template.yaml");
        }
    }

    @Test
    void nothingListensOutsideThisMachine() throws IOException {
        try (var server = DynamoServer.start(folder)) {
            var outside = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            for (InetAddress address : outside) {
                assertThatThrownBy(() -> connect(address, server.uri().getPort()))
                        .isInstanceOf(IOException.class);
            }
            connect(
                    InetAddress.getAllByName(server.uri().getHost())[0],
                    server.uri().getPort());
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
        }
    }
}

package org.supportpin.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.json.Json;
import org.supportpin.local.template.Table;

/**
 * Makes the tables that the template describes. The template's properties and those of {@code CreateTable} have the same names,
 * so they go over as they are.
 */
public final class TableMaker {

    private final URI endpoint;
    private final String region;

    public TableMaker(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = region;
    }

    /**
     * Makes those that are not there yet.
     *
     * @throws CannotStart if one is there, but of another layout
     */
    public void make(Collection<Table> tables) {
        try (var http = HttpClient.newHttpClient()) {
            tables.forEach(table -> make(http, table));
        }
    }

    private void make(HttpClient http, Table table) {
        var name = Json.object().put("TableName", table.name());
        var found = call(http, "DescribeTable", name);
        if (found.statusCode() == 200) {
            requireSameLayout(table, Json.read(found.body()).path("Table"));
        } else {
            require(call(http, "CreateTable", table.definition()), table);
        }
        table.timeToLive().ifPresent(attribute -> expire(http, table, attribute));
    }

    private void expire(HttpClient http, Table table, String attribute) {
        var name = Json.object().put("TableName", table.name());
        var now = Json.read(call(http, "DescribeTimeToLive", name).body()).path("TimeToLiveDescription");
        if (now.path("AttributeName").asText().equals(attribute)) {
            return;
        }
        var change = name.deepCopy();
        change.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", attribute);
        require(call(http, "UpdateTimeToLive", change), table);
    }

    private static void requireSameLayout(Table table, JsonNode found) {
        if (!layout(table.definition()).equals(layout(found))) {
            throw new CannotStart(
                    "The table " + table.name() + " in the data folder has another layout than template.yaml now"
                            + " asks for; move the data folder away to start with an empty one.");
        }
    }

    /** Keys and indexes, in an order that does not depend on who tells them. */
    private static SortedSet<String> layout(JsonNode table) {
        var layout = new TreeSet<String>();
        layout.add("KeySchema " + table.path("KeySchema"));
        for (var kind : new String[] {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
            table.path(kind)
                    .forEach(index -> layout.add(kind + " " + index.path("IndexName") + " " + index.path("KeySchema")
                            + " " + index.path("Projection").path("ProjectionType")));
        }
        return layout;
    }

    private static void require(HttpResponse<String> answer, Table table) {
        if (answer.statusCode() != 200) {
            throw new CannotStart(
                    "DynamoDB Local refuses the table " + table.name() + " of template.yaml: " + answer.body());
        }
    }

    private HttpResponse<String> call(HttpClient http, String operation, ObjectNode body) {
        var request = HttpRequest.newBuilder(endpoint)
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-target", "DynamoDB_20120810." + operation)
                .header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/" + region
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=none")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotStart("DynamoDB Local does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }
}

package org.supportpin.simulated;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.listing.Listing;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The simulated back office's table of JSON documents, each with a kind and a version. */
record Documents(DynamoDbClient client, String table) {

    /** Which write an item comes from. */
    private static final String WRITER = "writer";

    /** The kinds of documents, by the names under which {@code GET /local/back-office} shows them. */
    enum Kind implements WireName {
        CUSTOMERS,
        PRODUCTS,
        SERVICES,
        ORDERS,
        INVOICES,
        DOMAINS,
        CONTACTS,
        ZONES,
        NAMESERVERS,
        PACKAGES,
        FIXES,
        MAIL,
        FAULTS
    }

    /**
     * A document.
     *
     * @param version 0 if it is new
     */
    record Document(Kind kind, String id, Obj body, long version) {

        Document with(Obj next) {
            return new Document(kind, id, next, version);
        }
    }

    Optional<Document> find(Kind kind, String id) {
        var found = item(kind, id);
        return found.isEmpty() ? Optional.empty() : Optional.of(document(kind, found));
    }

    /** The stored item; empty if there is none. */
    private Map<String, AttributeValue> item(Kind kind, String id) {
        return ask(() -> client.getItem(
                        request -> request.tableName(table).consistentRead(true).key(key(kind, id))))
                .item();
    }

    /** All documents of a kind, ordered by id. */
    List<Document> all(Kind kind) {
        return ask(() -> stream(kind).toList());
    }

    /** What is asked for among the documents of a kind, read page by page until there is enough. */
    <T> Listing<T> list(Kind kind, Function<Document, T> read, Predicate<T> which) {
        return Listing.of(ask(() ->
                stream(kind).map(read).filter(which).limit(Listing.MOST + 1L).toList()));
    }

    private Stream<Document> stream(Kind kind) {
        return client
                .queryPaginator(request -> request.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :kind")
                        .expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(kind.text()))))
                .items()
                .stream()
                .map(item -> document(kind, item));
    }

    /**
     * Writes all documents or none.
     *
     * @return false if one has changed since it was read
     */
    boolean write(List<Document> documents) {
        var writer = AttributeValue.fromS(UUID.randomUUID().toString());
        var writes = documents.stream()
                .map(document ->
                        TransactWriteItem.builder().put(put(document, writer)).build())
                .toList();
        try {
            client.transactWriteItems(request -> request.transactItems(writes));
            return true;
        } catch (TransactionCanceledException changed) {
            // If the answer to a first attempt was lost, the second may meet what the first has written.
            var first = documents.getFirst();
            return writer.equals(item(first.kind(), first.id()).get(WRITER));
        } catch (SdkException e) {
            throw new BackOfficeUnavailable("the simulated back office", e);
        }
    }

    private Put put(Document document, AttributeValue writer) {
        var item = new HashMap<>(key(document.kind(), document.id()));
        item.put("body", AttributeValue.fromS(JsonText.write(document.body())));
        item.put("version", AttributeValue.fromN(Long.toString(document.version() + 1)));
        item.put(WRITER, writer);
        var put = Put.builder().tableName(table).item(item);
        return document.version() == 0
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :before")
                        .expressionAttributeValues(
                                Map.of(":before", AttributeValue.fromN(Long.toString(document.version()))))
                        .build();
    }

    private static Map<String, AttributeValue> key(Kind kind, String id) {
        return Map.of("pk", AttributeValue.fromS(kind.text()), "sk", AttributeValue.fromS(id));
    }

    private static Document document(Kind kind, Map<String, AttributeValue> item) {
        return new Document(
                kind,
                attribute(item, "sk").s(),
                (Obj) JsonText.readOwn(attribute(item, "body").s()),
                Long.parseLong(attribute(item, "version").n()));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("a back-office document lacks " + name));
    }

    private static <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new BackOfficeUnavailable("the simulated back office", e);
        }
    }
}

package org.supportpin.functions.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of one shard of the table's index, newest first, page by page. The index knows only the keys, so each item is read by its own.
 *
 * @param what such as {@code open violations}, for messages
 * @param place what is a place in this shard: milliseconds, and an ID
 */
record NewestFirst(Table table, String what, String shard, Pattern place) {

    /** Behind every place. */
    private static final String NEWEST = "9";

    /** @param next where the next page begins; null after the last */
    record Page<T>(List<T> items, @Nullable String next) {}

    /**
     * A page.
     *
     * @param from where a page before said that this one begins; null for the first
     * @param limit 1–100 places
     * @param read reads an item by its keys; empty if it does not belong here any more
     * @throws IllegalArgumentException if no page said that
     */
    <T> Page<T> page(@Nullable String from, int limit, Function<Map<String, AttributeValue>, Optional<T>> read) {
        if (from != null && !place.matcher(from).matches()) {
            throw new IllegalArgumentException("no page begins there");
        }
        var places = Table.ask(
                        "Query of " + what,
                        () -> table.client()
                                .query(request -> request.tableName(table.name())
                                        .indexName(ActionItem.INDEX)
                                        .scanIndexForward(false)
                                        .limit(limit + 1)
                                        .keyConditionExpression(
                                                ActionItem.SHARD + " = :shard AND " + ActionItem.SINCE + " <= :from")
                                        .expressionAttributeValues(Map.of(
                                                ":shard",
                                                Table.text(shard),
                                                ":from",
                                                Table.text(from == null ? NEWEST : from)))))
                .items();
        return new Page<>(
                places.stream()
                        .limit(limit)
                        .flatMap(each -> read.apply(each).stream())
                        .toList(),
                places.size() > limit ? Table.text(places.getLast(), ActionItem.SINCE) : null);
    }
}

package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.audit.Change;
import org.supportpin.domain.audit.Change.ActionWritten;
import org.supportpin.domain.audit.Change.BeatSent;
import org.supportpin.domain.audit.Change.EntryAltered;
import org.supportpin.domain.audit.Change.EntryRemoved;
import org.supportpin.domain.audit.Change.EntryWritten;
import org.supportpin.domain.audit.Change.ItemWritten;
import org.supportpin.domain.audit.Change.Removal;
import org.supportpin.domain.audit.Change.SecretWritten;
import org.supportpin.domain.audit.Change.Unknown;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.domain.audit.Watch.Delivered;
import org.supportpin.domain.identity.CustomerId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The records of the table's stream, as Lambda delivers them. They are not trusted: one that cannot be read is a change of an unknown
 * item, which is a violation, and stops no other.
 */
public final class StreamRecords {

    /** Longer keys are cut in what operators read. */
    private static final int MOST_OF_A_KEY = 300;

    private StreamRecords() {}

    /**
     * A record.
     *
     * @param sequenceNumber its place in its shard, by which Lambda is told where to go on
     * @param delivered null if it changes nothing
     */
    public record Told(String sequenceNumber, @Nullable Delivered delivered) {}

    /**
     * The records of an event, in their order.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static List<Told> read(byte[] event) {
        try {
            return of(JsonText.read(event));
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("the event is not one of a stream", e);
        }
    }

    /**
     * What a function answers that reports partial failures ({@code ReportBatchItemFailures}).
     *
     * @param failed sequence numbers of the records that must be delivered again; Lambda goes on from the first
     */
    public static Json answer(List<String> failed) {
        return Json.object()
                .put(
                        "batchItemFailures",
                        Json.array(
                                failed,
                                each -> Json.object()
                                        .put("itemIdentifier", each)
                                        .build()))
                .build();
    }

    /** The same, of an event that is read. */
    public static List<Told> of(Json event) {
        return event.path("Records").items().stream().map(StreamRecords::told).toList();
    }

    private static Told told(Json json) {
        var data = json.path("dynamodb");
        var change = change(json, data);
        return new Told(
                data.path("SequenceNumber").asText(),
                change == null ? null : new Delivered(change, at(data.path("ApproximateCreationDateTime"))));
    }

    /** Seconds since the epoch, perhaps with a fraction. */
    private static Instant at(Json seconds) {
        return seconds instanceof Num(var value)
                ? Instant.ofEpochMilli(value.movePointRight(3).longValue())
                : Instant.EPOCH;
    }

    private static @Nullable Change change(Json json, Json data) {
        try {
            var change = new Read(
                    StreamImage.read(data.path("Keys")),
                    data.has("OldImage") ? StreamImage.read(data.path("OldImage")) : null,
                    data.has("NewImage") ? StreamImage.read(data.path("NewImage")) : null,
                    removal(json));
            return change.isNone() ? null : change.change();
        } catch (RuntimeException notARecord) {
            return new Unknown("a record that cannot be read", null);
        }
    }

    private static Removal removal(Json json) {
        if (!json.path("eventName").asText().equals("REMOVE")) {
            return Removal.NONE;
        }
        var by = json.path("userIdentity");
        return by.path("type").asText().equals("Service")
                        && by.path("principalId").asText().equals("dynamodb.amazonaws.com")
                ? Removal.BY_EXPIRY
                : Removal.BY_HAND;
    }

    private record Read(
            Map<String, AttributeValue> key,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            Removal removal) {

        /** DynamoDB does not tell of writes that change nothing; another engine may. */
        boolean isNone() {
            return after != null && after.equals(before);
        }

        Change change() {
            var partition = Table.text(key, Table.PK);
            var sort = Table.text(key, Table.SK);
            var customer = Table.customerOf(partition).orElse(null);
            if (customer != null) {
                return ofCustomer(customer, sort);
            }
            var action = ActionItem.id(partition).orElse(null);
            if (action != null && ActionItem.key(action).equals(key)) {
                return new ActionWritten(action, action(action, before), action(action, after), removal);
            }
            return other(partition, sort);
        }

        private Change ofCustomer(CustomerId customer, String sort) {
            if (sort.equals(Table.SECRET)) {
                return new SecretWritten(
                        customer,
                        before == null ? null : SecretItem.read(before),
                        after == null ? null : SecretItem.read(after));
            }
            var image = after == null ? before : after;
            var entry = image == null ? null : LedgerItems.entry(image).orElse(null);
            if (entry == null) {
                return unknown(customer);
            }
            if (after == null) {
                return new EntryRemoved(customer, entry.place());
            }
            return before == null ? new EntryWritten(customer, entry) : new EntryAltered(customer, entry.place());
        }

        private static @Nullable StoredAction action(ActionId id, @Nullable Map<String, AttributeValue> image) {
            return image == null ? null : AuditedAction.stored(id, image);
        }

        private Change other(String partition, String sort) {
            var kind = WatchedItem.of(partition, sort).orElse(null);
            if (kind == null) {
                return unknown(null);
            }
            try {
                var item = new ItemWritten(name(), kind.law(), kind.image(before), kind.image(after), removal);
                var lane = DynamoPulse.lane(partition);
                return after != null && lane.isPresent()
                        ? new BeatSent(lane.getAsInt(), Instant.ofEpochMilli(Table.number(after, DynamoPulse.AT)), item)
                        : item;
            } catch (RuntimeException notTheServices) {
                return unknown(null);
            }
        }

        private Change unknown(@Nullable CustomerId customer) {
            return new Unknown(name(), customer);
        }

        private String name() {
            var name = Table.text(key, Table.PK) + "/" + Table.text(key, Table.SK);
            return name.substring(0, Math.min(MOST_OF_A_KEY, name.length()));
        }
    }
}

package org.supportpin.functions.aws;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.Dispatches;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.ActionRecord.Entries;
import org.supportpin.domain.action.ActionRecord.Request;
import org.supportpin.domain.action.ActionRecord.StoredRefusal;
import org.supportpin.domain.action.ActionRecord.Texts;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.action.Actions.Waiting;
import org.supportpin.domain.action.Requester;
import org.supportpin.domain.action.Requester.InCall;
import org.supportpin.domain.action.Requester.Undoing;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.VerificationId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** The item {@code ACTION}; in the sparse index while it waits or is pending. */
final class ActionItem {

    static final String INDEX = "pending";
    static final String SHARD = "pendingShard";
    static final String SINCE = "pendingSince";

    /** The action's name, which the index has too, so that recovery knows which systems an action needs without reading it. */
    static final String NAME = "action";

    /** One shard is enough: few actions are pending at a time. */
    static final String ONLY_SHARD = "0";

    /** Where the actions are that need a human. */
    static final String UNSETTLED = "UNSETTLED";

    static final String IS_PENDING = SHARD + " = :pending";
    static final AttributeValue PENDING = Table.text(ONLY_SHARD);

    private static final String ACTION = "ACTION";
    private static final String GATES = "gates";

    /** Of an undo: the action that it undoes. */
    private static final String UNDONE = "undone";

    static final String PREFIX = "ACTION#";

    private ActionItem() {}

    static Map<String, AttributeValue> key(ActionId id) {
        return Map.of(Table.PK, Table.text(PREFIX + id.value()), Table.SK, Table.text(ACTION));
    }

    /** Writes a new action if its id is free, and a later version if the one before is the newest and pending. */
    static Put put(Table table, ActionRecord action) {
        var put = Put.builder().tableName(table.name()).item(write(action));
        return action.version() == 1
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :before AND " + IS_PENDING)
                        .expressionAttributeValues(
                                Map.of(":before", Table.number(action.version() - 1), ":pending", PENDING))
                        .build();
    }

    /** Writes an ended action, which DynamoDB deletes when it need not be kept any longer; not before it is settled. */
    static Put putEnded(Table table, ActionRecord ended, Duration retention) {
        var put = put(table, ended);
        var item = new HashMap<>(put.item());
        if (ended.end() != null && !ended.needsHuman()) {
            item.put(
                    Table.EXPIRES, Table.number(ended.end().at().plus(retention).getEpochSecond()));
        }
        return put.toBuilder().item(item).build();
    }

    /** Writes an action that is settled, if it still needs a human. */
    static Put putSettled(Table table, ActionRecord settled, Duration retention) {
        return putEnded(table, settled, retention).toBuilder()
                .conditionExpression("version = :before AND needsHuman = :true")
                .expressionAttributeValues(
                        Map.of(":before", Table.number(settled.version() - 1), ":true", AttributeValue.fromBool(true)))
                .build();
    }

    /** Takes a pending action out of the index, as failed and in need of a human; whatever else is in it stays. */
    static Consumer<UpdateItemRequest.Builder> setAside(ActionId id, Instant at) {
        return request -> request.key(key(id))
                .updateExpression(
                        "SET #status = :failed, endedAt = :at, needsHuman = :true REMOVE " + SHARD + ", " + SINCE)
                .conditionExpression(IS_PENDING)
                .expressionAttributeNames(Map.of("#status", "status"))
                .expressionAttributeValues(Map.of(
                        ":pending",
                        PENDING,
                        ":failed",
                        Table.text(ActionStatus.FAILED.text()),
                        ":at",
                        millis(at),
                        ":true",
                        AttributeValue.fromBool(true)));
    }

    static Map<String, AttributeValue> write(ActionRecord action) {
        var item = new HashMap<>(key(action.id()));
        write(item, action.request());
        put(item, "parameters", action.texts().parameters());
        put(item, "plan", action.texts().plan());
        put(item, "shown", action.texts().shown());
        var gates = action.gates();
        if (gates != null) {
            item.put(GATES, Table.text(JsonText.write(GatesJson.write(gates))));
        }
        item.put("dispatches", Table.number(action.dispatches().count()));
        item.put("dispatchedAt", millis(action.dispatches().last()));
        item.put("acceptedIn", Table.number(action.entries().accepted()));
        item.put("version", Table.number(action.version()));
        var end = action.end();
        if (end == null) {
            item.put(SHARD, Table.text(ONLY_SHARD));
            item.put(SINCE, since(action.queuedAt()));
        } else {
            write(item, end);
            if (action.entries().ended() > 0) {
                item.put("endedIn", Table.number(action.entries().ended()));
            }
            if (action.needsHuman()) {
                item.put(SHARD, Table.text(UNSETTLED));
                item.put(SINCE, Table.text(Table.padded(end.at().toEpochMilli(), 15) + "/" + action.id()));
            }
        }
        return item;
    }

    private static void write(Map<String, AttributeValue> item, Request request) {
        switch (request.by()) {
            case InCall(var verification, var agent) -> {
                item.put("verification", Table.text(verification.text()));
                item.put("agent", Table.text(agent.id().value()));
            }
            case Undoing(var customer, var undone) -> {
                item.put("customer", Table.text(customer.value()));
                item.put(UNDONE, Table.text(undone.value()));
            }
        }
        item.put(NAME, Table.text(request.name().text()));
        item.put("risk", Table.text(request.risk().text()));
        item.put("requestedAt", millis(request.at()));
    }

    private static void write(Map<String, AttributeValue> item, End end) {
        item.put("status", Table.text(end.status().text()));
        item.put("endedAt", millis(end.at()));
        item.put("needsHuman", AttributeValue.fromBool(end.needsHuman()));
        put(item, "result", end.result());
        if (end.refusal() instanceof StoredRefusal(var rule, var detail)) {
            item.put("rule", Table.text(rule));
            put(item, "detail", detail);
        }
    }

    /** The version of the key in four bytes, then what it sealed. */
    private static void put(Map<String, AttributeValue> item, String name, @Nullable SealedText text) {
        if (text != null) {
            var sealed = text.bytes();
            item.put(
                    name,
                    Table.bytes(ByteBuffer.allocate(Integer.BYTES + sealed.length)
                            .putInt(text.keyVersion())
                            .put(sealed)
                            .array()));
        }
    }

    private static SealedText sealed(Map<String, AttributeValue> item, String name) {
        var bytes = ByteBuffer.wrap(Table.bytes(item, name));
        var version = bytes.getInt();
        var sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        return SealedText.stored(version, sealed);
    }

    /** What the index has of an action. */
    static Waiting waiting(Map<String, AttributeValue> item) {
        return new Waiting(
                id(Table.text(item, Table.PK)).orElse(null),
                Optional.ofNullable(item.get(NAME))
                        .flatMap(name -> WireName.find(ActionName.values(), name.s()))
                        .orElse(null));
    }

    static ActionRecord read(Map<String, AttributeValue> item) {
        return new ActionRecord(
                new ActionId(Table.text(item, Table.PK).substring(PREFIX.length())),
                request(item),
                new Texts(sealed(item, "parameters"), sealed(item, "plan"), optional(item, "shown")),
                new Dispatches((int) Table.number(item, "dispatches"), instant(item, "dispatchedAt")),
                item.containsKey(GATES) ? GatesJson.read(JsonText.readOwn(Table.text(item, GATES))) : null,
                item.containsKey("status") ? end(item) : null,
                new Entries(
                        Table.number(item, "acceptedIn"),
                        item.containsKey("endedIn") ? Table.number(item, "endedIn") : 0),
                Table.number(item, "version"));
    }

    /** The ID in a partition's key; empty if it is not an action's. */
    static Optional<ActionId> id(String partition) {
        return Optional.of(partition)
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .filter(ActionId::isOne)
                .map(ActionId::new);
    }

    private static Request request(Map<String, AttributeValue> item) {
        return new Request(
                item.containsKey(UNDONE) ? undoing(item) : inCall(item),
                WireName.find(ActionName.values(), Table.text(item, NAME)).orElseThrow(Compact::unreadable),
                EventJson.risk(Table.text(item, "risk")),
                instant(item, "requestedAt"));
    }

    private static Requester inCall(Map<String, AttributeValue> item) {
        return new InCall(
                VerificationId.parse(Table.text(item, "verification")).orElseThrow(Compact::unreadable),
                new Actor.Agent(new AgentId(Table.text(item, "agent")), null));
    }

    private static Requester undoing(Map<String, AttributeValue> item) {
        return new Undoing(new CustomerId(Table.text(item, "customer")), new ActionId(Table.text(item, UNDONE)));
    }

    private static End end(Map<String, AttributeValue> item) {
        return new End(
                EventJson.status(Table.text(item, "status")),
                instant(item, "endedAt"),
                optional(item, "result"),
                item.containsKey("rule") ? new StoredRefusal(Table.text(item, "rule"), optional(item, "detail")) : null,
                Optional.ofNullable(item.get("needsHuman"))
                        .map(AttributeValue::bool)
                        .orElse(false));
    }

    private static @Nullable SealedText optional(Map<String, AttributeValue> item, String name) {
        return item.containsKey(name) ? sealed(item, name) : null;
    }

    private static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(Table.number(item, name));
    }

    private static AttributeValue millis(Instant at) {
        return Table.number(at.toEpochMilli());
    }

    /** The index's sort key: milliseconds of fixed length, so that they sort as numbers. */
    static AttributeValue since(Instant at) {
        return Table.text(Table.padded(at.toEpochMilli(), 15));
    }
}

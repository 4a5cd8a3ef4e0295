package org.supportpin.functions.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.audit.StoredAction;
import org.supportpin.functions.settings.Storage;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An action's item as audit and watch read it. */
final class AuditedAction {

    private AuditedAction() {}

    /** Whether an ended action goes when a setting may let it go. An earlier run's setting may have been another. */
    private static boolean isOfARetention(ActionRecord action, Map<String, AttributeValue> item) {
        if (action.end() == null || !item.containsKey(Table.EXPIRES)) {
            return false;
        }
        var kept = Duration.between(
                action.end().at().truncatedTo(ChronoUnit.SECONDS),
                Instant.ofEpochSecond(Table.number(item, Table.EXPIRES)));
        return kept.compareTo(Storage.LEAST_RETENTION) >= 0 && kept.compareTo(Storage.MOST_RETENTION) <= 0;
    }

    /** As the audit reads it: not trusted. */
    static StoredAction stored(ActionId id, Map<String, AttributeValue> item) {
        try {
            var action = ActionItem.read(item);
            var kept = new HashMap<>(item);
            // Whoever claims an action signs it, to recognize its own write.
            kept.remove(Table.WRITER);
            if (isOfARetention(action, item)) {
                kept.remove(Table.EXPIRES);
            }
            if (action.needsHuman()) {
                // Earlier versions had no list of these.
                kept.putIfAbsent(ActionItem.SHARD, Table.text(ActionItem.UNSETTLED));
            }
            var isExact = besidesPlaceInQueue(ActionItem.write(action)).equals(besidesPlaceInQueue(kept));
            return new StoredAction(id, action, isExact);
        } catch (RuntimeException notAnAction) {
            // The audit reports the action as changed.
            return new StoredAction(id, null, false);
        }
    }

    /** Recovery moves pending actions in the queue. Whether they are in it at all, the shard says. */
    private static Map<String, AttributeValue> besidesPlaceInQueue(Map<String, AttributeValue> item) {
        var rest = new HashMap<>(item);
        rest.remove(ActionItem.SINCE);
        return rest;
    }
}

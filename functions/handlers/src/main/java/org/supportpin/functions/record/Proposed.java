package org.supportpin.functions.record;

import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.action.Unreadable;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.functions.action.WaitingJson;

/** What a customer's actions that were not carried out, or not yet, were to change: what the customer saw while they waited. */
record Proposed(CustomerId customer, TextReader texts, Actions actions) {

    /** The changes, {@code null} if they can no longer be read; empty if the action never waited, so that none were kept. */
    Optional<Json> by(ActionId id) {
        try {
            return actions.find(id)
                    .filter(action -> action.customer().equals(customer))
                    .filter(action -> action.texts().shown() != null)
                    .map(action -> WaitingJson.shown(action, texts, "changes"));
        } catch (Unreadable _) {
            // The rest of the story is still told.
            return Optional.of(Json.Null.NULL);
        }
    }
}

package org.supportpin.functions.record;

import java.util.Optional;
import java.util.function.Function;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.history.Episode;
import org.supportpin.domain.history.Episode.PastAction;
import org.supportpin.domain.history.Episode.PastCall;
import org.supportpin.domain.history.Episode.Unverified;
import org.supportpin.functions.history.Details;

/**
 * Calls in answers and receipts, with facts as the activity shows them.
 *
 * @param proposed what actions were to change that were not carried out; a receipt, which says what was done, has nothing of it
 */
record CallsJson(Details details, Function<ActionId, Optional<Json>> proposed) {

    static CallsJson ofReceipt(Details details) {
        return new CallsJson(details, _ -> Optional.empty());
    }

    Json of(Episode episode) {
        return switch (episode) {
            case PastCall call ->
                Json.object()
                        .put("type", "call")
                        .putAll(facts(call))
                        .put("receipt", call.ending().isOver())
                        .build();
            case Unverified(var agent, var entries) ->
                Json.object()
                        .put("type", "unverified")
                        .put("agent", details.of(agent))
                        .put("from", entries.getFirst().at().toString())
                        .put("to", entries.getLast().at().toString())
                        .put("wrongPins", entries.size())
                        .build();
        };
    }

    /** What a receipt says of a call. */
    Json.Obj facts(PastCall call) {
        var ending = call.ending();
        return Json.object()
                .put("callId", call.id().text())
                .put("agent", details.of(call.agent()))
                .putIfPresent(
                        "takenOver", call.takenOver().isEmpty() ? null : Json.array(call.takenOver(), this::takenOver))
                .put("verifiedAt", call.first().entry().at().toString())
                .put("expiresAt", call.verified().expiresAt().toString())
                .put("pin", call.verified().source().text())
                .put("status", ending.kind().text())
                .putIfPresent("endedAt", ending.isOver() ? ending.at().toString() : null)
                .put("wrongPins", call.wrongPins().size())
                .put("accountRead", call.accountRead())
                .put("actions", Json.array(call.actions(), this::action))
                .put("refused", Json.array(call.refused(), this::refused))
                .build();
    }

    private Json action(PastAction action) {
        var json = Json.object()
                .putAll(details.of(action.accepted()))
                .put("requestedAt", action.acceptance().at().toString());
        var ended = action.ended();
        var id = action.accepted().actionId();
        if (ended == null) {
            return json.put("status", action.isWaiting() ? "waiting" : "pending")
                    .putIfPresent("proposed", proposed.apply(id).orElse(null))
                    .build();
        }
        // What ends an action otherwise than by its end has stopped it.
        return json.putAll(
                        switch (ended.event()) {
                            case Event.ActionFinished finished -> details.of(finished);
                            case ActionSettled settled -> details.of(settled);
                            default -> stopped(id, ended.event());
                        })
                .put("endedAt", ended.at().toString())
                .build();
    }

    private Json.Obj stopped(ActionId id, Event by) {
        return Json.object()
                .put("status", "stopped")
                .putIfPresent(
                        "reason",
                        by instanceof Event.ActionStopped stopped
                                ? stopped.reason().text()
                                : null)
                .putIfPresent("proposed", proposed.apply(id).orElse(null))
                .build();
    }

    private Json takenOver(Entry entry) {
        return Json.object()
                .put("at", entry.at().toString())
                .put("agent", details.of(entry.actor()))
                .build();
    }

    private Json refused(Entry entry) {
        return Json.object()
                .put("at", entry.at().toString())
                .putAll(details.of(entry.event()))
                .build();
    }
}

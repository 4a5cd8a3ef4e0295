package org.supportpin.functions.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.domain.customer.CallAnnouncement;
import org.supportpin.domain.customer.Erasure;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.customer.Settling;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.domain.identity.TextReader;

/** An event's facts in the API, without counters, which mean nothing to a person. What no key opens any more is left out. */
public record Details(TextReader texts) {

    public Obj of(Event event) {
        var json = Json.object();
        switch (event) {
            case Event.MobileDeclared(var expiresAt, var _, var _, var _) ->
                json.put("confirmationExpiresAt", expiresAt.toString());
            case Event.MobileConfirmed(var heldUntil) -> put(json, "heldUntil", heldUntil);
            case Event.Activated(var _, var _, var byClaim, var _) ->
                json.put("mobileFrom", byClaim ? "account" : "confirmation");
            case Event.PinSent(var _, var acceptedUntil) -> json.put("acceptedUntil", acceptedUntil.toString());
            case Event.Verified verified ->
                json.put("source", verified.source().text())
                        .put("expiresAt", verified.expiresAt().toString());
            case Event.VerificationRequested requested ->
                json.put("expiresAt", requested.expiresAt().toString());
            case Event.CallAnnounced announced -> announced(json, announced);
            case Event.HandoverOffered(var _, var offer) ->
                json.put("expiresAt", offer.until().toString());
            case Event.ActionAccepted accepted -> accepted(json, accepted);
            case Event.UndoAccepted undo ->
                json.put("actionId", undo.actionId().value())
                        .put("action", undo.action().text())
                        .put("risk", undo.risk().text())
                        .put("undoes", undo.undone().value());
            case Event.GateOpened(var actionId, var action, var gates, var note) ->
                json.put("actionId", actionId.value())
                        .put("action", action.text())
                        .put("gates", Json.array(gates, gate -> Json.of(gate.text())))
                        .putIfPresent("note", note(ActionLabels.NOTE, note));
            case Event.ConsentRejected(var actionId, var action) ->
                json.put("actionId", actionId.value()).put("action", action.text());
            case Event.ActionStopped stopped -> stopped(json, stopped);
            case Event.ActionRefused(var _, var action, var rule) ->
                json.put("action", action.text()).putIfPresent("rule", rule);
            case Event.ErasureRequested(var note, var until) ->
                json.putIfPresent("note", note(Erasure.NOTE, note)).put("expiresAt", until.toString());
            case Event.ActionFinished finished -> finished(json, finished);
            case ActionSettled(var actionId, var action, var isDone, var note) ->
                json.put("actionId", actionId.value())
                        .put("action", action.text())
                        .put("status", (isDone ? ActionStatus.SUCCEEDED : ActionStatus.FAILED).text())
                        .put("settled", new Json.Bool(true))
                        .putIfPresent("note", note(Settling.NOTE, note));
            case Event.AddressDeclared(var expiresAt, var _) -> json.put("confirmationExpiresAt", expiresAt.toString());
            case Event.AddressConfirmed(var replaced) -> json.put("replaced", replaced);
            case Event.PolicyChanged(var before, var after) ->
                json.put("before", PolicyJson.document(before)).put("after", PolicyJson.document(after));
            case Event.CodeRejected(),
                    Event.Deactivated(var _),
                    Event.PinRejected _,
                    Event.PinReplayed(var _),
                    Event.RefusedWhileLocked(),
                    Event.VerificationEnded(var _),
                    Event.AccountRead(var _),
                    Event.LockLifted(),
                    Event.TypedCodeRejected(),
                    Event.CallsEnded(),
                    Event.AnnouncedCallEnded(var _),
                    Event.HandedOver _,
                    Event.Erased(),
                    Event.DataExported(),
                    Event.RefusedWhileFrozen(),
                    Event.AddressCodeRejected(),
                    Event.AddressRemoved(),
                    Event.AuditRead() -> {}
        }
        return json.build();
    }

    private static void accepted(Json.Builder json, Event.ActionAccepted accepted) {
        json.put("actionId", accepted.actionId().value())
                .put("action", accepted.action().text())
                .put("risk", accepted.risk().text());
        var gates = accepted.gates();
        if (gates != null) {
            json.put(
                            "waitingFor",
                            Json.array(gates.shut(), each -> Json.of(each.gate().text())))
                    .put("until", gates.until().toString());
        }
    }

    private void stopped(Json.Builder json, Event.ActionStopped stopped) {
        json.put(
                        "actions",
                        Json.array(
                                stopped.actions(),
                                each -> Json.object()
                                        .put("actionId", each.id().value())
                                        .put("action", each.action().text())
                                        .build()))
                .put("reason", stopped.reason().text())
                .putIfPresent("note", note(ActionLabels.NOTE, stopped.note()));
    }

    private @Nullable String note(String label, @Nullable SealedText note) {
        return Optional.ofNullable(note)
                .flatMap(text -> texts.read(label, text))
                .orElse(null);
    }

    private void announced(Json.Builder json, Event.CallAnnounced announced) {
        json.put("reason", announced.reason().text())
                .putIfPresent(
                        "object",
                        Optional.ofNullable(announced.object())
                                .flatMap(text -> texts.read(CallAnnouncement.OBJECT, text))
                                .orElse(null))
                .put("until", announced.until().toString())
                .put("bySms", new Json.Bool(announced.bySms()));
    }

    private void finished(Json.Builder json, Event.ActionFinished finished) {
        json.put("actionId", finished.actionId().value())
                .put("action", finished.action().text())
                .put("status", finished.status().text())
                .putIfPresent(
                        "undoes",
                        finished.undone() == null ? null : finished.undone().value())
                .putIfPresent("rule", finished.rule())
                .putIfPresent("needsHuman", finished.needsHuman() ? new Json.Bool(true) : null)
                .put("changes", changes(finished.changes()));
    }

    /** {@code null} if they can no longer be read. */
    private Json changes(@Nullable SealedText changes) {
        return changes == null
                ? new Json.Arr(List.of())
                : texts.read(ActionLabels.CHANGES, changes)
                        .map(ChangesJson::shown)
                        .orElse(Json.Null.NULL);
    }

    private static void put(Json.Builder json, String name, @Nullable Instant at) {
        json.putIfPresent(name, at == null ? null : at.toString());
    }

    /** Who caused an entry. */
    public Obj of(Actor actor) {
        return switch (actor) {
            case Actor.Panel() -> Json.object().put("kind", "customer").build();
            case Actor.Service() -> Json.object().put("kind", "service").build();
            case Actor.Auditor(var id) ->
                Json.object().put("kind", "auditor").put("id", id.value()).build();
            case Actor.Agent(var id, var call) ->
                Json.object()
                        .put("kind", "agent")
                        .put("id", id.value())
                        .putIfPresent(
                                "callReference",
                                Optional.ofNullable(call).flatMap(texts::read).orElse(null))
                        .build();
        };
    }
}

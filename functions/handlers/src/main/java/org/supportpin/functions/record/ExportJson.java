package org.supportpin.functions.record;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.action.ActionRecord.End;
import org.supportpin.domain.action.Actions;
import org.supportpin.domain.customer.Acceptance;
import org.supportpin.domain.customer.Entry.Recorded;
import org.supportpin.domain.customer.PersonalTexts;
import org.supportpin.domain.customer.Snapshot;
import org.supportpin.domain.identity.SealedText;
import org.supportpin.functions.history.ActionLabels;
import org.supportpin.functions.history.Details;
import org.supportpin.functions.history.History;
import org.supportpin.functions.history.PolicyJson;
import org.supportpin.functions.history.RefusalText;

/** Everything that is kept about a customer. Each page has some entries, and the actions that were accepted in them. */
record ExportJson(PersonalTexts texts, Actions actions) {

    /** With the largest actions and changes, a page stays below the 6 MB that Lambda lets a function answer. */
    static final int ENTRIES = 10;

    Json of(Snapshot customer, History.Page<Recorded> page, Instant now) {
        var state = customer.state();
        var mobile = state.mobile().confirmed();
        return Json.object()
                .put("customerId", customer.customer().value())
                .put("exportedAt", now.toString())
                .put("language", state.language().tag())
                .put("active", state.isActive())
                .put("mobile", Json.of(texts.mobile(customer).orElse(null)))
                .put(
                        "mobileSince",
                        Json.of(mobile == null ? null : mobile.since().toString()))
                .put("pendingMobile", Json.of(texts.pendingMobile(customer).orElse(null)))
                .put("noticeAddress", Json.of(texts.noticeAddress(customer).orElse(null)))
                .put(
                        "noticeAddressSince",
                        Json.of(Objects.toString(state.noticeAddress().confirmedAt(), null)))
                .put(
                        "pendingNoticeAddress",
                        Json.of(texts.pendingNoticeAddress(customer).orElse(null)))
                .put("policy", PolicyJson.document(state.policy().terms()))
                .put("entries", Json.array(page.shown(), this::entry))
                .put(
                        "actions",
                        Json.array(page.shown().stream().flatMap(this::action).toList(), this::action))
                .put("nextCursor", Json.of(page.next()))
                .build();
    }

    private Json entry(Recorded recorded) {
        var entry = recorded.entry();
        var details = new Details(texts);
        return Json.object()
                .put("sequence", entry.sequence())
                .put("at", entry.at().toString())
                .put("type", entry.event().type())
                .put("actor", details.of(entry.actor()))
                .put("details", details.of(entry.event()))
                .put("previousHash", entry.previous().hex())
                .put("hash", recorded.hash().hex())
                .build();
    }

    private Stream<ActionRecord> action(Recorded recorded) {
        return recorded.entry().event() instanceof Acceptance accepted
                ? actions.find(accepted.actionId()).stream()
                : Stream.of();
    }

    private Json action(ActionRecord action) {
        var json = Json.object()
                .put("actionId", action.id().value())
                .put("action", action.request().name().text())
                .putIfPresent("agent", agent(action))
                .putIfPresent(
                        "undoes", action.request().undone().map(ActionId::value).orElse(null))
                .put("status", action.status().text())
                .put("requestedAt", action.request().at().toString())
                .put("parameters", json(ActionLabels.PARAMETERS, action.texts().parameters()))
                .put("plan", json(ActionLabels.PLAN, action.texts().plan()));
        var end = action.end();
        if (end != null) {
            json.put("completedAt", end.at().toString()).put("result", result(action, end));
            if (end.refusal() != null) {
                var words = text(ActionLabels.REFUSAL, end.refusal().detail());
                json.put("rule", end.refusal().rule())
                        .put("detail", Json.of(words == null ? null : RefusalText.english(words)));
            }
        }
        return json.build();
    }

    private static @Nullable String agent(ActionRecord action) {
        return action.request().call().map(call -> call.agent().id().value()).orElse(null);
    }

    /** What was done exactly as it was planned is kept once. */
    private Json result(ActionRecord action, End end) {
        var text = text(ActionLabels.RESULT, end.result());
        return End.AS_PLANNED.equals(text)
                ? json(ActionLabels.PLAN, action.texts().plan())
                : text == null ? Json.Null.NULL : JsonText.readOwn(text);
    }

    private Json json(String label, @Nullable SealedText sealed) {
        var text = text(label, sealed);
        return text == null ? Json.Null.NULL : JsonText.readOwn(text);
    }

    private @Nullable String text(String label, @Nullable SealedText sealed) {
        return sealed == null ? null : texts.read(label, sealed).orElse(null);
    }
}

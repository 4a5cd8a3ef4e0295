package org.supportpin.functions.currentpin;

import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.customer.CallNotes.Deed;
import org.supportpin.domain.customer.CallsShown;
import org.supportpin.domain.identity.LocalizedText;
import org.supportpin.functions.history.Summary;
import org.supportpin.functions.http.TextJson;

/** The calls in the panel's view. */
final class CallsShownJson {

    private CallsShownJson() {}

    /** Adds what there is; a quiet telephone adds nothing. */
    static void put(Json.Builder json, CallsShown calls) {
        if (!calls.running().isEmpty()) {
            json.put("call", running(calls.running().getFirst()));
        }
        if (calls.running().size() > 1) {
            json.put("calls", Json.array(calls.running(), CallsShownJson::running));
        }
        var announced = calls.announcement();
        if (announced != null) {
            json.put("announcement", announced(announced));
        }
        var asked = calls.request();
        if (asked != null) {
            json.put(
                    "request",
                    Json.object()
                            .put("agent", agent(asked.agent()))
                            .put("since", asked.since().toString())
                            .put("expiresAt", asked.expiresAt().toString())
                            .put("attemptsLeft", Json.of(asked.attemptsLeft()))
                            .build());
        }
    }

    static Json running(CallsShown.Running each) {
        return Json.object()
                .put("agent", agent(each.agent()))
                .put("source", each.source().text())
                .put("since", each.since().toString())
                .put("expiresAt", each.expiresAt().toString())
                .put("actions", Json.array(each.deeds(), CallsShownJson::deed))
                .build();
    }

    private static Json deed(Deed each) {
        return Json.object()
                .put("action", each.action().text())
                .put("status", each.status().text())
                .put("summary", text(Summary.of(each.action(), each.status())))
                .build();
    }

    private static Json announced(CallsShown.Announced each) {
        return Json.object()
                .put("agent", agent(each.agent()))
                .put("reason", each.reason().text())
                .put("text", text(each.reason().title()))
                .putIfPresent("object", each.object())
                .put("since", each.since().toString())
                .put("until", each.until().toString())
                .build();
    }

    private static Json agent(CallsShown.Agent agent) {
        return Json.object()
                .put("id", agent.id().value())
                .putIfPresent("name", agent.name())
                .build();
    }

    private static Json text(LocalizedText text) {
        return TextJson.of(text);
    }
}

package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.ActionRecord;
import org.supportpin.domain.identity.TextReader;
import org.supportpin.functions.history.ActionLabels;
import org.supportpin.functions.history.Summary;
import org.supportpin.functions.http.TextJson;

/** A waiting action with its values, for those who decide about it. */
public final class WaitingJson {

    private WaitingJson() {}

    /** For the panel. */
    public static Json of(ActionRecord action, TextReader texts) {
        var gates = action.gates();
        if (gates == null) {
            throw new IllegalStateException("the action does not wait");
        }
        return GateJson.put(builder(action, texts), gates)
                .put("consentBy", gates.consentBy().text())
                .build();
    }

    static Json.Builder builder(ActionRecord action, TextReader texts) {
        var changes = shown(action, texts, "changes");
        var changed =
                changes.items().stream().map(each -> each.path("what").asText()).toList();
        return Json.object()
                .put("actionId", action.id().value())
                .put("action", action.request().name().text())
                .put("risk", action.request().risk().text())
                .put("requestedAt", action.request().at().toString())
                .put("summary", TextJson.of(Summary.proposed(action.request().name(), changed)))
                .put("changes", changes)
                .put("warnings", shown(action, texts, "warnings"));
    }

    /** A member of what was sealed for the customer to see; {@code null} if it can no longer be read. */
    public static Json shown(ActionRecord action, TextReader texts, String member) {
        var shown = action.texts().shown();
        return shown == null
                ? Json.Null.NULL
                : texts.read(ActionLabels.SHOWN, shown)
                        .map(text -> JsonText.readOwn(text).path(member))
                        .orElse(Json.Null.NULL);
    }
}

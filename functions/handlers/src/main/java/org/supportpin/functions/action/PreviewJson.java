package org.supportpin.functions.action;

import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Warning;
import org.supportpin.functions.action.ActionPlanner.Foreseen;
import org.supportpin.functions.history.ChangesJson;
import org.supportpin.functions.history.Summary;
import org.supportpin.functions.http.TextJson;

/** What an action would do, for the console: what the agent reads to the caller before it is done. */
final class PreviewJson {

    private PreviewJson() {}

    static Json of(ActionName action, Foreseen foreseen) {
        var proposal = foreseen.proposal();
        var amountDue = proposal.amountDue();
        return Json.object()
                .put("risk", proposal.risk().text())
                .put("gates", GateJson.names(foreseen.gates()))
                .put(
                        "summary",
                        TextJson.of(Summary.proposed(
                                action,
                                proposal.changes().stream()
                                        .map(Difference::what)
                                        .toList())))
                .put("changes", ChangesJson.of(proposal.changes()))
                .putIfPresent("amountDue", amountDue == null ? null : BillingJson.MONEY.write(amountDue))
                .put("warnings", Json.array(proposal.warnings(), PreviewJson::warning))
                .build();
    }

    static Json warning(Warning warning) {
        return Json.object()
                .put("code", warning.code())
                .put("text", TextJson.of(warning.text()))
                .build();
    }
}

package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.billing.BillingJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Warning;
import org.supportpin.functions.history.ChangesJson;
import org.supportpin.functions.history.Summary;

/** What an action would do, for the console: what the agent reads to the caller before it is done. */
final class PreviewJson {

    /** What must open between an action's acceptance and its execution. No gates exist yet, so an accepted action is executed at once. */
    private static final Json GATES = Json.array(List.<String>of(), Json::of);

    private PreviewJson() {}

    static Json of(ActionName action, Proposal<?> proposal) {
        var amountDue = proposal.amountDue();
        return Json.object()
                .put("risk", proposal.risk().text())
                .put("gates", GATES)
                .put("summary", BillingJson.TEXT.write(Summary.proposed(action)))
                .put("changes", ChangesJson.of(proposal.changes()))
                .putIfPresent("amountDue", amountDue == null ? null : BillingJson.MONEY.write(amountDue))
                .put("warnings", Json.array(proposal.warnings(), PreviewJson::warning))
                .build();
    }

    private static Json warning(Warning warning) {
        return Json.object()
                .put("code", warning.code())
                .put("text", BillingJson.TEXT.write(warning.text()))
                .build();
    }
}

package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.Proposal;
import org.supportpin.functions.history.ChangesJson;

/** What the customer sees of a waiting action, as it is sealed: the changes, and what is to be heard first. */
final class ShownJson {

    private ShownJson() {}

    static Json of(Proposal<?> proposal) {
        return Json.object()
                .put("changes", ChangesJson.of(proposal.changes()))
                .put("warnings", Json.array(proposal.warnings(), PreviewJson::warning))
                .build();
    }
}

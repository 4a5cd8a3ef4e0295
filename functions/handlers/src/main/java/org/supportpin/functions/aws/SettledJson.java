package org.supportpin.functions.aws;

import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.customer.ActionSettled;
import org.supportpin.functions.aws.Compact.Row;

/** The values of {@link ActionSettled} in its entry. */
final class SettledJson {

    private SettledJson() {}

    static Json[] values(ActionSettled settled) {
        return new Json[] {
            Json.of(settled.actionId().value()),
            Json.of(settled.action().text()),
            Json.of(settled.isDone() ? 1 : 0),
            Compact.sealed(settled.note())
        };
    }

    static ActionSettled read(Row in) {
        return new ActionSettled(new ActionId(in.text()), EventJson.action(in), in.integer() == 1, in.sealedOrNull());
    }
}

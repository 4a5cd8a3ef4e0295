package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.functions.action.ActionBinding.ParsedAction;

/** How an action, or its preview, is asked for: {@code {"action", "parameters"}}. */
record ActionRequests(ActionRegistry registry) {

    /** The action with its parameters, or every fault of both. */
    Read<ParsedAction<?, ?, ?>> asked() {
        return Read.object(fields -> {
            var name =
                    fields.required("action", Read.text(ActionRequests::name)).orNull();
            if (name == null) {
                var _ = fields.required("parameters", Read.json());
                return fields.faulty();
            }
            var parameters = fields.required("parameters", json -> parse(name, json));
            return fields.make(parameters::get);
        });
    }

    private Checked<ParsedAction<?, ?, ?>> parse(ActionName name, Json parameters) {
        return registry.find(name).parse(parameters).map(parsed -> parsed);
    }

    private static Checked<ActionName> name(String text) {
        return WireName.find(ActionName.values(), text)
                .map(Checked::valid)
                .orElseGet(() -> Checked.faulty("Use one of the actions listed by GET /v1/agent/actions."));
    }
}

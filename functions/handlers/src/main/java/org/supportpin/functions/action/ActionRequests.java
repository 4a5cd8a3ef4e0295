package org.supportpin.functions.action;

import java.util.function.BiFunction;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.functions.action.ActionBinding.ParsedAction;

/** How an action, or its preview, is asked for: {@code {"action", "parameters"}}. */
record ActionRequests(ActionRegistry registry) {

    /** The action with its parameters; or if anything is wrong, every fault of both, also what only the facts could excuse. */
    Read<ParsedAction<?, ?, ?>> asked() {
        return json -> {
            var parsed = body(this::parse).from(json);
            return parsed instanceof Checked.Valid ? parsed : every(json, parsed);
        };
    }

    /** The same, with every fault also where there is one in the header beside it. */
    Read<ParsedAction<?, ?, ?>> askedWith(Checked<?> header) {
        return header instanceof Checked.Valid
                ? asked()
                : json -> every(json, body(this::parse).from(json));
    }

    private Checked<ParsedAction<?, ?, ?>> every(Json json, Checked<ParsedAction<?, ?, ?>> parsed) {
        var strictly = body((name, parameters) -> registry.find(name).strictly(parameters))
                .from(json);
        return strictly instanceof Checked.Faulty<?>(var all) ? Checked.faulty(all) : parsed;
    }

    private static <T> Read<T> body(BiFunction<ActionName, Json, Checked<? extends T>> parameters) {
        return Read.object(fields -> {
            var name =
                    fields.required("action", Read.text(ActionRequests::name)).orNull();
            if (name == null) {
                var _ = fields.required("parameters", Read.json());
                return fields.faulty();
            }
            var read = fields.required(
                    "parameters", json -> parameters.apply(name, json).<T>map(each -> each));
            return fields.make(read::get);
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

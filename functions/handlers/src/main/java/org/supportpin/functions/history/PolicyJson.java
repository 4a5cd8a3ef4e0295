package org.supportpin.functions.history;

import java.util.EnumMap;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;

/** A customer's own rules as one document, which is read as it is written. */
public final class PolicyJson {

    /** Reads the whole document. An action that is left out is allowed. */
    public static final Read<Terms> READ = Read.object(fields -> {
        var telephone = fields.required("telephone", name(Telephone.values()));
        var afterSms = fields.required("afterSms", name(AfterSms.values()));
        var actions = fields.required("actions", Read.object(PolicyJson::actions));
        return fields.make(() -> new Terms(telephone.get(), afterSms.get(), actions.get()));
    });

    private PolicyJson() {}

    /** With each of the ten actions. */
    public static Obj document(Terms terms) {
        var actions = Json.object();
        for (var action : ActionName.values()) {
            actions.put(action.text(), terms.rule(action).text());
        }
        return Json.object()
                .put("telephone", terms.telephone().text())
                .put("afterSms", terms.afterSms().text())
                .put("actions", actions.build())
                .build();
    }

    private static Checked<EnumMap<ActionName, Rule>> actions(Fields fields) {
        var given = new EnumMap<ActionName, Fields.Field<Rule>>(ActionName.class);
        for (var action : ActionName.values()) {
            given.put(action, fields.optional(action.text(), name(Rule.values())));
        }
        return fields.make(() -> {
            var rules = new EnumMap<ActionName, Rule>(ActionName.class);
            given.forEach((action, rule) -> rules.put(action, rule.orElse(Rule.ALLOW)));
            return rules;
        });
    }

    /** One of these names; the fault lists them, in Greek too. */
    private static <E extends WireName> Read<E> name(E[] names) {
        var greek = "Δώστε " + WireName.names(names, " ή ") + ".";
        return Read.text(text -> switch (WireName.parse(names, text)) {
            case Checked.Valid<E> valid -> valid;
            case Checked.Faulty<E>(var faults) ->
                Checked.faulty(faults.stream()
                        .map(fault -> new Fault(fault.pointer(), fault.message(), greek))
                        .toList());
        });
    }
}

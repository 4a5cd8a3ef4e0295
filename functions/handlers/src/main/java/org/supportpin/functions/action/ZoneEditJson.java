package org.supportpin.functions.action;

import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.dns.RecordSetJson;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** What an action does to a zone, in its plan and in its result. */
final class ZoneEditJson {

    private ZoneEditJson() {}

    /** With all that it is bound to. */
    static Json write(ZoneEdit edit) {
        return Json.object()
                .put("zone", edit.zone().ascii())
                .put("basis", edit.basis())
                .put("risk", edit.risk().name())
                .put("recordSets", recordSets(edit))
                .build();
    }

    /** What {@link #write} gave. */
    static final Read<ZoneEdit> READ = Read.object(fields -> {
        var zone = fields.required("zone", Read.text(DomainName::parse));
        var basis = fields.required("basis", Read.string());
        var risk = fields.required("risk", Read.text(text -> Checked.valid(Risk.valueOf(text))));
        var sets = fields.required("recordSets", Read.list(Read.object(ZoneEditJson::edit), 0, Integer.MAX_VALUE));
        return fields.make(() -> new ZoneEdit(zone.get(), basis.get(), risk.get(), sets.get()));
    });

    /** Each RRset before and after. */
    static Json recordSets(ZoneEdit edit) {
        return Json.array(edit.recordSets(), ZoneEditJson::edit);
    }

    private static Json edit(RecordSetEdit edit) {
        return Json.object()
                .put("name", edit.name().ascii())
                .put("type", edit.type().text())
                .put("before", set(edit.before()))
                .put("after", set(edit.after()))
                .build();
    }

    private static Json set(@Nullable RecordSet set) {
        return set == null ? Json.NULL : RecordSetJson.values(set);
    }

    private static Checked<RecordSetEdit> edit(Fields fields) {
        var name = fields.required("name", Read.text(DnsName::parse));
        var type = fields.required("type", Read.text(text -> Checked.valid(Editable.valueOf(text))));
        var before = fields.required("before", Read.json());
        var after = fields.required("after", Read.json());
        return fields.make(() -> new RecordSetEdit(
                name.get(),
                type.get(),
                set(name.get(), type.get(), before.get()),
                set(name.get(), type.get(), after.get())));
    }

    private static @Nullable RecordSet set(DnsName name, Editable type, Json json) {
        return json.equals(Json.NULL)
                ? null
                : RecordSetJson.values(name, type).from(json).orThrow();
    }
}

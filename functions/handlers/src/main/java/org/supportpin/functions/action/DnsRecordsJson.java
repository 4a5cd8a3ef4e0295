package org.supportpin.functions.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.dns.RecordSetJson;
import org.supportpin.domain.action.ChangeDnsRecords;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Checked.Faulty;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.json.Fields;
import org.supportpin.json.Json;
import org.supportpin.json.Read;

/** {@code change-dns-records}. */
final class DnsRecordsJson implements ActionJson<ChangeDnsRecords, ZoneEdit, ZoneEdit> {

    @Override
    public Read<ChangeDnsRecords> parameters() {
        return Read.object(fields -> {
            var domain = fields.required("domain", Read.text(DomainName::parse));
            var changes = fields.required("changes", Read.list(Read.object(DnsRecordsJson::change), 1, 50));
            return fields.then(() -> changes(domain.get(), changes.get())).map(ChangeDnsRecords::new);
        });
    }

    private static Checked<ZoneChanges> changes(DomainName zone, List<RawChange> raw) {
        return switch (ZoneChanges.parse(zone, raw)) {
            case Valid<ZoneChanges> valid -> valid;
            case Faulty<ZoneChanges>(var faults) ->
                Checked.faulty(
                        faults.stream().map(fault -> fault.within("changes")).toList());
        };
    }

    private static Checked<RawChange> change(Fields fields) {
        var op = fields.optional("op", Read.string());
        var name = fields.optional("name", Read.string());
        var type = fields.optional("type", Read.string());
        var ttl = fields.optional("ttl", Read.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        var records = fields.optional("records", Read.list(Read.string(), 0, 1000));
        return fields.make(
                () -> new RawChange(op.orNull(), name.orNull(), type.orNull(), ttl.orNull(), records.orNull()));
    }

    @Override
    public Json plan(ZoneEdit edit) {
        return Json.object()
                .put("zone", edit.zone().ascii())
                .put("basis", edit.basis())
                .put("risk", edit.risk().name())
                .put("recordSets", Json.array(edit.recordSets(), DnsRecordsJson::edit))
                .build();
    }

    @Override
    public ZoneEdit plan(Json json) {
        return Read.<ZoneEdit>object(fields -> {
                    var zone = fields.required("zone", Read.text(DomainName::parse));
                    var basis = fields.required("basis", Read.string());
                    var risk = fields.required("risk", Read.text(text -> Checked.valid(Risk.valueOf(text))));
                    var sets = fields.required(
                            "recordSets", Read.list(Read.object(DnsRecordsJson::edit), 0, Integer.MAX_VALUE));
                    return fields.make(() -> new ZoneEdit(zone.get(), basis.get(), risk.get(), sets.get()));
                })
                .from(json)
                .orThrow();
    }

    @Override
    public Json result(ZoneEdit edit) {
        return Json.object()
                .put("domain", edit.zone().ascii())
                .put("recordSets", Json.array(edit.recordSets(), DnsRecordsJson::edit))
                .build();
    }

    @Override
    public List<Difference> differences(ZoneEdit edit) {
        return edit.differences().stream()
                .map(each -> new Difference(each.key().toString(), told(each.before()), told(each.after())))
                .toList();
    }

    private static @Nullable String told(@Nullable RecordSet set) {
        return set == null ? null : String.join(", ", set.records()) + " (TTL " + set.ttl() + ")";
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

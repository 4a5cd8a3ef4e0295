package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.dns.ChangeDnsRecords;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.name.DomainName;

/** {@code change-dns-records}. */
final class DnsRecordsJson implements ActionJson<ChangeDnsRecords, ZoneEdit, ZoneEdit> {

    @Override
    public Read<ChangeDnsRecords> parameters() {
        return Read.object(fields -> {
            var zone = fields.required("domain", Read.text(DomainName::parse)).orNull();
            if (zone == null) {
                var _ = fields.required("changes", ZoneChangesJson.anywhere());
                return fields.faulty();
            }
            var changes = fields.required("changes", ZoneChangesJson.in(zone));
            return fields.make(() -> new ChangeDnsRecords(changes.get()));
        });
    }

    @Override
    public Json plan(ZoneEdit edit) {
        return ZoneEditJson.write(edit);
    }

    @Override
    public ZoneEdit plan(Json json) {
        return ZoneEditJson.READ.from(json).orThrow();
    }

    @Override
    public Json result(ZoneEdit edit) {
        return Json.object()
                .put("domain", edit.zone().ascii())
                .put("recordSets", ZoneEditJson.recordSets(edit))
                .build();
    }
}

package org.supportpin.functions.action;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.backoffice.json.Texts;
import org.supportpin.domain.dns.ChangeDnsRecords;
import org.supportpin.domain.dns.ZoneEdit;

/** {@code change-dns-records}. */
final class DnsRecordsJson {

    static final ActionJson<ChangeDnsRecords, ZoneEdit, ZoneEdit> JSON = ActionJson.edit(
                    Read.object(fields -> {
                        var zone = fields.required("domain", Texts.DOMAIN_NAME).orNull();
                        if (zone == null) {
                            var _ = fields.required("changes", ZoneChangesJson.strictlyAnywhere());
                            return fields.faulty();
                        }
                        var changes = fields.required("changes", ZoneChangesJson.in(zone));
                        return fields.make(() -> new ChangeDnsRecords(changes.get()));
                    }),
                    ZoneEditJson.PLAN,
                    DnsRecordsJson::result)
            .strictly(Read.object(fields -> {
                var zone = fields.required("domain", Texts.DOMAIN_NAME).orNull();
                var _ = fields.required(
                        "changes",
                        zone == null ? ZoneChangesJson.strictlyAnywhere() : ZoneChangesJson.strictlyIn(zone));
                return fields.make(() -> true);
            }));

    private DnsRecordsJson() {}

    private static Json result(ZoneEdit edit) {
        return ZoneEditJson.result(edit);
    }
}

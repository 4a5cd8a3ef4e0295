package org.supportpin.backoffice.dns;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/** A zone as JSON: {@code {name, customerId, recordSets}}. */
public final class ZoneJson {

    private static final int MOST = 10_000;

    private ZoneJson() {}

    public static Obj write(Zone zone) {
        return Json.object()
                .put("name", zone.name().ascii())
                .put("customerId", zone.holder().value())
                .put("recordSets", Json.array(zone.recordSets(), RecordSetJson::write))
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<Zone> READ = Read.object(fields -> {
        var name = fields.required("name", Read.text(DomainName::parse));
        var holder = fields.required("customerId", Read.text(CustomerId::parse));
        var sets = fields.required("recordSets", Read.list(RecordSetJson.READ, 0, MOST));
        return fields.then(() -> {
            try {
                return Checked.valid(new Zone(name.get(), holder.get(), sets.get()));
            } catch (IllegalArgumentException e) {
                return Checked.faulty("These are not the RRsets of one zone.");
            }
        });
    });
}

package org.supportpin.backoffice.simulated;

import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.dns.RecordSetJson;
import org.supportpin.backoffice.simulated.Documents.Document;
import org.supportpin.backoffice.simulated.Documents.Kind;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.Effect;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;
import org.supportpin.json.Json;
import org.supportpin.json.Json.Obj;
import org.supportpin.json.Read;

/** {@link DnsZones} of the simulated back office. A zone is one document, so that an edit is all or nothing. */
final class SimulatedDnsZones implements DnsZones {

    private final Documents documents;
    private final Faults faults;

    SimulatedDnsZones(Documents documents, Faults faults) {
        this.documents = documents;
        this.faults = faults;
    }

    @Override
    public Optional<Zone> zone(DomainName name) {
        return faults.reading(Operation.DNS_ZONE, () -> find(name).map(SimulatedDnsZones::zone));
    }

    @Override
    public Effect<Zone> apply(ActionId id, ZoneEdit edit) {
        return faults.effect(Operation.DNS_APPLY_CHANGES, () -> changed(edit));
    }

    private Effect<Zone> changed(ZoneEdit edit) {
        while (true) {
            var found = find(edit.zone());
            if (found.isEmpty()) {
                return Effect.refused(ZoneRules.zoneNotHostedHere());
            }
            var zone = zone(found.get());
            if (!zone.fingerprint().equals(edit.basis())) {
                return Effect.refused(ZoneRules.zoneChanged());
            }
            var after = zone.apply(edit);
            if (documents.write(List.of(found.get().with(json(after))))) {
                return Effect.done(after);
            }
        }
    }

    private Optional<Document> find(DomainName name) {
        return documents.find(Kind.ZONES, name.ascii());
    }

    static Obj json(Zone zone) {
        return Json.object()
                .put("name", zone.name().ascii())
                .put("customerId", zone.holder().value())
                .put("recordSets", Json.array(zone.recordSets(), RecordSetJson::write))
                .build();
    }

    private static Zone zone(Document document) {
        return Read.<Zone>object(fields -> {
                    var name = fields.required("name", Read.text(DomainName::parse));
                    var holder = fields.required("customerId", Read.text(CustomerId::parse));
                    var sets = fields.required("recordSets", Read.list(RecordSetJson.READ, 0, 10_000));
                    return fields.then(() -> Checked.valid(new Zone(name.get(), holder.get(), sets.get())));
                })
                .from(document.body())
                .orThrow();
    }
}

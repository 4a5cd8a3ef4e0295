package org.supportpin.simulated;

import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** {@link DnsZones} of the simulated back office. A zone is one document, so that an edit is all or nothing. */
record SimulatedDnsZones(Documents documents, Faults faults) implements DnsZones {

    @Override
    public Optional<Zone> zone(DomainName name) {
        return faults.reading(Operation.DNS_ZONE, () -> find(name).map(SimulatedDnsZones::zone));
    }

    @Override
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        return faults.effect(Operation.DNS_APPLY_CHANGES, () -> changed(edit));
    }

    private CallOutcome<Zone> changed(ZoneEdit edit) {
        while (true) {
            var found = find(edit.zone());
            if (found.isEmpty()) {
                return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
            }
            var zone = zone(found.get());
            if (!zone.fingerprint().equals(edit.basis())) {
                return CallOutcome.refused(ZoneRules.zoneChanged());
            }
            var after = zone.apply(edit);
            if (documents.write(List.of(found.get().with(DnsJson.ZONE.write(after))))) {
                return CallOutcome.done(after);
            }
        }
    }

    private Optional<Document> find(DomainName name) {
        return documents.find(Kind.ZONES, name.ascii());
    }

    private static Zone zone(Document document) {
        return DnsJson.ZONE.from(document.body()).orThrow();
    }
}

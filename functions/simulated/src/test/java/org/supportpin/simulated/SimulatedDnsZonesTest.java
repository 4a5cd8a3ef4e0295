package org.supportpin.simulated;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.testing.DnsZonesContract;

class SimulatedDnsZonesTest extends DnsZonesContract {

    @Override
    protected DnsZones serving(Zone zone) {
        SimulatedTable.put("zones", zone.name().ascii(), DnsJson.ZONE.write(zone));
        return new SimulatedBackOffice(SimulatedTable.client(), SimulatedTable.NAME, Clock.systemUTC()).dnsZones();
    }

    @Override
    protected List<String> answers(DnsName name, RecordType type) {
        return Optional.of(now())
                .flatMap(zone -> zone.find(new RecordSet.Key(name, type)))
                .map(RecordSet::records)
                .orElse(List.of());
    }
}

package org.supportpin.simulated;

import java.util.List;
import java.util.stream.Stream;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** The starting data of DNS. */
final class StartingZones {

    private StartingZones() {}

    static List<Document> documents() {
        return Stream.of(
                        zone("papadopoulou.gr", StartingData.MARIA),
                        zone("nea.gr", StartingData.MARIA),
                        zone(StartingNameservers.SIGNED, StartingData.MARIA),
                        zone("allo.gr", StartingData.OTHER))
                .map(zone -> new Document(Kind.ZONES, zone.name().ascii(), DnsJson.ZONE.write(zone), 0))
                .toList();
    }

    private static Zone zone(String domain, String holder) {
        return new Zone(
                StartingData.domain(domain),
                new CustomerId(holder),
                List.of(
                        set(
                                domain,
                                "SOA",
                                86400,
                                "ns1.hoster.example. hostmaster.hoster.example. 2026112201 10800 3600 604800 3600"),
                        set(domain, "NS", 86400, "ns1.hoster.example.", "ns2.hoster.example."),
                        set(domain, "A", 3600, "185.4.132.10"),
                        set("www." + domain, "CNAME", 3600, domain + "."),
                        set("mail." + domain, "A", 3600, "185.4.132.11"),
                        set(domain, "MX", 3600, "10 mail." + domain + "."),
                        set(domain, "TXT", 3600, "\"v=spf1 mx -all\"")));
    }

    private static RecordSet set(String name, String type, int ttl, String... records) {
        return new RecordSet(DnsName.parse(name).orThrow(), RecordType.inZone(type), ttl, List.of(records));
    }
}

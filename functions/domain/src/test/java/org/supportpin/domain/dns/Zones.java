package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Verdicts;

/** Zones and changes for tests, in a short spelling. */
final class Zones {

    static final DomainName NAME = new DomainName("papadopoulou.gr");
    static final CustomerId HOLDER = new CustomerId("1001");

    private Zones() {}

    /** What a customer of a hosting company usually has. */
    static Zone usual() {
        return zone(
                set("@", "SOA", "ns1.host.gr. hostmaster.host.gr. 2026112201 10800 3600 604800 3600"),
                set("@", "NS", "ns1.host.gr.", "ns2.host.gr."),
                set("@", "A", "195.251.255.1"),
                set("@", "MX", "10 mail.papadopoulou.gr."),
                set("@", "TXT", "v=spf1 mx -all", "verification=1"),
                set("mail", "A", "195.251.255.2"),
                set("www", "CNAME", "papadopoulou.gr."),
                set("shop", "A", "195.251.255.3", "195.251.255.4"),
                set("_dmarc", "TXT", "v=DMARC1; p=reject"),
                set("s1._domainkey", "TXT", "v=DKIM1; p=MIIB"),
                set("_sip._tcp", "SRV", "0 5 5060 shop.papadopoulou.gr."),
                set("*.wild", "CNAME", "shop.papadopoulou.gr."),
                set("real.wild.papadopoulou.gr", "A", "195.251.255.5"));
    }

    static Zone zone(RecordSet... sets) {
        return new Zone(NAME, HOLDER, List.of(sets));
    }

    static Zone with(Zone zone, RecordSet... more) {
        var all = new ArrayList<>(zone.recordSets());
        all.addAll(List.of(more));
        return new Zone(zone.name(), zone.holder(), all);
    }

    static RecordSet set(String name, String type, String... records) {
        return new RecordSet(name(name), RecordType.inZone(type), 7200, List.of(records));
    }

    static DnsName name(String name) {
        return OwnerName.parse(NAME, name).orThrow();
    }

    static RecordSet.Key key(String name, String type) {
        return new RecordSet.Key(name(name), RecordType.inZone(type));
    }

    static RawChange upsert(@Nullable String name, @Nullable String type, String... records) {
        return new RawChange("upsert", name, type, null, List.of(records));
    }

    static RawChange upsert(int ttl, String name, String type, String... records) {
        return new RawChange("upsert", name, type, ttl, List.of(records));
    }

    static RawChange delete(String name, String type, String... records) {
        return new RawChange("delete", name, type, null, records.length == 0 ? null : List.of(records));
    }

    static ZoneChanges changes(RawChange... raw) {
        return ZoneChanges.parse(NAME, List.of(raw)).orThrow();
    }

    static Verdict<ZoneEdit> decide(Zone zone, RawChange... raw) {
        return ZoneRules.decide(zone, changes(raw));
    }

    static ZoneEdit accepted(Zone zone, RawChange... raw) {
        return Verdicts.accepted(decide(zone, raw));
    }

    static String refused(Zone zone, RawChange... raw) {
        return Verdicts.rule(decide(zone, raw));
    }
}

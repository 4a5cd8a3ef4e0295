package org.supportpin.simulated;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.registrar.ServedZone;
import org.supportpin.domain.registrar.ServedZone.MailHost;
import org.supportpin.domain.registrar.ZoneKey;

/** What a nameserver answers that serves a zone as it is hosted here; names are as they stand, without wildcards. */
record SimulatedZone(Zone zone) {

    private static final int MOST_ALIASES = 8;

    ServedZone served(Set<ZoneKey> keys) {
        var apex = zone.name().ascii();
        var mail = values(apex, Editable.MX).stream()
                .map(value -> target(value.substring(value.indexOf(' ') + 1)))
                .map(this::mailHost)
                .collect(Collectors.toSet());
        return new ServedZone(addresses(apex), addresses("www." + apex), mail, keys);
    }

    private MailHost mailHost(String host) {
        var isInZone = contains(host);
        return new MailHost(host, isInZone, isInZone ? addresses(host) : Set.of());
    }

    private Set<String> addresses(String name) {
        var at = name;
        for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
            var here = at;
            var alias = values(here, Editable.CNAME);
            if (alias.isEmpty()) {
                return Stream.of(Editable.A, Editable.AAAA)
                        .flatMap(type -> values(here, type).stream())
                        .collect(Collectors.toSet());
            }
            at = target(alias.getFirst());
            if (!contains(at)) {
                return Set.of(at);
            }
        }
        return Set.of();
    }

    private boolean contains(String name) {
        return name.equals(zone.name().ascii())
                || name.endsWith("." + zone.name().ascii());
    }

    private List<String> values(String name, Editable type) {
        return zone.find(new RecordSet.Key(new DnsName(name), type))
                .map(RecordSet::records)
                .orElse(List.of());
    }

    private static String target(String text) {
        return text.substring(0, text.length() - 1);
    }
}

package org.supportpin.domain.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.hosting.Packages;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** A DNS system with one zone at most. */
final class FakeZones implements DnsZones {

    @Nullable Zone zone = new Zone(
            Packages.MAIN, Packages.HOLDER, List.of(address("papadopoulou.gr", 1), address("www.papadopoulou.gr", 1)));

    boolean isDown;
    final Mishaps mishaps = new Mishaps();
    final List<ZoneEdit> edits = new ArrayList<>();

    static RecordSet address(String name, int last) {
        return new RecordSet(new DnsName(name), Editable.A, 3600, List.of("195.251.255." + last));
    }

    Zone there() {
        return Optional.ofNullable(zone).orElseThrow();
    }

    void heldBy(String holder) {
        zone = new Zone(Packages.MAIN, new CustomerId(holder), there().recordSets());
    }

    /** Somebody else changes what the actions of the tests do not touch. */
    void changeElsewhere() {
        set(address("elsewhere.papadopoulou.gr", 9));
    }

    void set(RecordSet set) {
        var sets = new ArrayList<>(there().recordSets());
        sets.removeIf(each -> each.key().equals(set.key()));
        sets.add(set);
        zone = new Zone(Packages.MAIN, there().holder(), sets);
    }

    @Override
    public Optional<Zone> zone(DomainName name) {
        if (isDown) {
            throw new BackOfficeUnavailable("dns.zone");
        }
        return Optional.ofNullable(zone).filter(each -> each.name().equals(name));
    }

    @Override
    public Effect<Zone> apply(ActionId id, ZoneEdit edit) {
        return mishaps.effect(() -> {
            if (!there().fingerprint().equals(edit.basis())) {
                return Effect.refused(ZoneRules.zoneChanged());
            }
            edits.add(edit);
            zone = there().apply(edit);
            return Effect.done(there());
        });
    }
}

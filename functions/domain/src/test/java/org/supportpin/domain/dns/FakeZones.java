package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.hosting.Packages;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.testing.Mishaps;

/** A DNS system with at most one zone. */
public final class FakeZones implements DnsZones {

    public @Nullable Zone zone = new Zone(
            Packages.MAIN, Packages.HOLDER, List.of(address("papadopoulou.gr", 1), address("www.papadopoulou.gr", 1)));

    public boolean isDown;
    public final Mishaps mishaps = new Mishaps();
    public final List<ZoneEdit> edits = new ArrayList<>();

    public static RecordSet address(String name, int last) {
        return new RecordSet(new DnsName(name), Editable.A, 3600, List.of("195.251.255." + last));
    }

    public Zone there() {
        return Optional.ofNullable(zone).orElseThrow();
    }

    public void heldBy(String holder) {
        zone = new Zone(Packages.MAIN, new CustomerId(holder), there().recordSets());
    }

    /** Someone else changes records that the tests' actions do not touch. */
    public void changeElsewhere() {
        set(address("elsewhere.papadopoulou.gr", 9));
    }

    public void set(RecordSet set) {
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
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        return mishaps.effect(() -> {
            if (!there().fingerprint().equals(edit.basis())) {
                return CallOutcome.refused(ZoneRules.zoneChanged());
            }
            edits.add(edit);
            zone = there().apply(edit);
            return CallOutcome.done(there());
        });
    }
}

package org.supportpin.domain.action;

import java.util.Optional;
import org.supportpin.domain.customer.CustomerId;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneDecision;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;

/** How DNS records are changed. The plan is the edit, bound to the zone that it was decided on; the result is the same edit. */
public final class ChangeDnsRecordsProcedure implements Procedure<ChangeDnsRecords, ZoneEdit, ZoneEdit> {

    private final DnsZones zones;

    public ChangeDnsRecordsProcedure(DnsZones zones) {
        this.zones = zones;
    }

    @Override
    public Prepared<ZoneEdit> prepare(CustomerId customer, ChangeDnsRecords action) {
        var forbidden = action.changes().refusal();
        if (forbidden.isPresent()) {
            return new Prepared.Refused<>(forbidden.get());
        }
        var zone = own(customer, action);
        if (zone.isEmpty()) {
            return new Prepared.Refused<>(ZoneRules.zoneNotHostedHere());
        }
        return switch (ZoneRules.decide(zone.get(), action.changes())) {
            case ZoneDecision.Accepted(var edit) -> new Prepared.Ready<>(edit, edit.risk());
            case ZoneDecision.Refused(var refusal) -> new Prepared.Refused<>(refusal);
        };
    }

    @Override
    public Effect<ZoneEdit> carryOut(ActionId id, CustomerId customer, ChangeDnsRecords action, ZoneEdit plan) {
        Optional<Zone> zone;
        try {
            zone = own(customer, action);
        } catch (BackOfficeUnavailable e) {
            return Effect.notDone();
        }
        if (zone.isEmpty()) {
            return Effect.refused(ZoneRules.zoneNotHostedHere());
        }
        if (!zone.get().fingerprint().equals(plan.basis())) {
            return Effect.refused(ZoneRules.zoneChanged());
        }
        return plan.differences().isEmpty()
                ? Effect.done(plan)
                : zones.apply(id, plan).map(_ -> plan);
    }

    /**
     * The zone tells: as asked for, it happened; as before, it did not. A zone that is neither was changed by somebody else
     * since, and nobody can tell what happened in between.
     */
    @Override
    public Effect<ZoneEdit> findOut(ActionId id, CustomerId customer, ChangeDnsRecords action, ZoneEdit plan) {
        var zone = own(customer, action);
        if (zone.isEmpty()) {
            return Effect.unknown();
        }
        if (plan.isPresentIn(zone.get())) {
            return Effect.done(plan);
        }
        return plan.isAbsentFrom(zone.get()) ? Effect.notDone() : Effect.unknown();
    }

    private Optional<Zone> own(CustomerId customer, ChangeDnsRecords action) {
        return zones.zone(action.changes().zone()).filter(zone -> zone.holder().equals(customer));
    }
}

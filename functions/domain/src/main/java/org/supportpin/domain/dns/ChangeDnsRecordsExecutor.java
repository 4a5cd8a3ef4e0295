package org.supportpin.domain.dns;

import java.util.Optional;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.identity.CustomerId;

/** How DNS records are changed. The plan is the edit, bound to the zone that it was decided on; the result is the same edit. */
public final class ChangeDnsRecordsExecutor implements ActionExecutor<ChangeDnsRecords, ZoneEdit, ZoneEdit> {

    private final DnsZones zones;

    public ChangeDnsRecordsExecutor(DnsZones zones) {
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
    public CallOutcome<ZoneEdit> carryOut(ActionId id, CustomerId customer, ChangeDnsRecords action, ZoneEdit plan) {
        Optional<Zone> zone;
        try {
            zone = own(customer, action);
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        if (zone.isEmpty()) {
            return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
        }
        if (!zone.get().fingerprint().equals(plan.basis())) {
            return CallOutcome.refused(ZoneRules.zoneChanged());
        }
        return plan.differences().isEmpty()
                ? CallOutcome.done(plan)
                : zones.apply(id, plan).map(_ -> plan);
    }

    /**
     * The zone tells: as asked for, it happened; as before, it did not. A zone that is neither was changed by somebody else
     * since, and nobody can tell what happened in between.
     */
    @Override
    public CallOutcome<ZoneEdit> findOut(ActionId id, CustomerId customer, ChangeDnsRecords action, ZoneEdit plan) {
        var zone = own(customer, action);
        if (zone.isEmpty()) {
            return CallOutcome.unknown();
        }
        if (plan.isPresentIn(zone.get())) {
            return CallOutcome.done(plan);
        }
        return plan.isAbsentFrom(zone.get()) ? CallOutcome.notDone() : CallOutcome.unknown();
    }

    private Optional<Zone> own(CustomerId customer, ChangeDnsRecords action) {
        return zones.zone(action.changes().zone()).filter(zone -> zone.holder().equals(customer));
    }
}

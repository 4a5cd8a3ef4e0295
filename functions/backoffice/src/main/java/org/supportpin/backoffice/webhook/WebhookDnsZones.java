package org.supportpin.backoffice.webhook;

import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.BackOfficeUnavailable;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;

/** {@link DnsZones} by webhook. Each changed RRset goes with what it was before, so that the receiver can tell a zone that changed. */
final class WebhookDnsZones implements DnsZones {

    private static final Set<String> RULES = Set.of(ZoneRules.ZONE_CHANGED, ZoneRules.ZONE_NOT_HOSTED_HERE);

    private final WebhookCaller caller;

    WebhookDnsZones(WebhookCaller caller) {
        this.caller = caller;
    }

    @Override
    public Optional<Zone> zone(DomainName name) {
        return caller.read("dns.zone", Json.object().put("zone", name.ascii()).build(), DnsJson.ZONE)
                .filter(zone -> zone.name().equals(name));
    }

    @Override
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        Optional<Zone> zone;
        try {
            zone = zone(edit.zone());
        } catch (BackOfficeUnavailable e) {
            return CallOutcome.notDone();
        }
        if (zone.isEmpty()) {
            return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
        }
        if (!zone.get().fingerprint().equals(edit.basis())) {
            return CallOutcome.refused(ZoneRules.zoneChanged());
        }
        var data = Json.object()
                .put("zone", edit.zone().ascii())
                .put("changes", Json.array(edit.differences(), DnsJson.RECORD_SET_EDIT::write));
        CallOutcome<Zone> effect = caller.change("dns.applyChanges", id, data, DnsJson.ZONE, RULES);
        return effect instanceof CallOutcome.Done<Zone>(var after) && !edit.isPresentIn(after)
                ? CallOutcome.unknown()
                : effect;
    }
}

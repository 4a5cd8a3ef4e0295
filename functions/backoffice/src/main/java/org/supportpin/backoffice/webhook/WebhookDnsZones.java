package org.supportpin.backoffice.webhook;

import java.util.Optional;
import java.util.Set;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.dns.ZoneRules;
import org.supportpin.domain.name.DomainName;

/** {@link DnsZones} by webhook. Each changed RRset is sent as it was before and after, so that the receiver can detect a changed zone. */
record WebhookDnsZones(WebhookCaller caller) implements DnsZones {

    private static final Set<String> RULES = Set.of(ZoneRules.ZONE_CHANGED, ZoneRules.ZONE_NOT_HOSTED_HERE);

    @Override
    public Optional<Zone> zone(DomainName name) {
        return caller.read("dns.zone", "zone", name.ascii(), DnsJson.ZONE)
                .filter(zone -> zone.name().equals(name));
    }

    @Override
    public CallOutcome<Zone> apply(ActionId id, ZoneEdit edit) {
        return CallOutcome.ofCallOnFacts(() -> {
            var zone = zone(edit.zone());
            if (zone.isEmpty()) {
                return CallOutcome.refused(ZoneRules.zoneNotHostedHere());
            }
            return zone.get().fingerprint().equals(edit.basis())
                    ? changed(id, edit)
                    : CallOutcome.refused(ZoneRules.zoneChanged());
        });
    }

    private CallOutcome<Zone> changed(ActionId id, ZoneEdit edit) {
        var data = Json.object()
                .put("zone", edit.zone().ascii())
                .put("changes", Json.array(edit.removalsFirst(), DnsJson.RECORD_SET_EDIT::write));
        return caller.change("dns.applyChanges", id, data, DnsJson.ZONE, RULES)
                .then(after -> edit.isPresentIn(after) ? CallOutcome.done(after) : CallOutcome.unknown());
    }
}

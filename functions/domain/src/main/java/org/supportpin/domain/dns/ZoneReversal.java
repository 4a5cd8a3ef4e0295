package org.supportpin.domain.dns;

import java.util.List;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Reversal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.identity.CustomerId;

/**
 * Takes an edit of a zone back. Only the RRsets that it changed count: each must be as the edit left it, and gets back its values and
 * its TTL, whether they could be requested or not, for they were there. The rest of the zone may have changed since; what would be
 * broken in it is refused as in any other change.
 */
public final class ZoneReversal {

    private ZoneReversal() {}

    /**
     * The reverse of an edit of one of the customer's zones.
     *
     * @throws org.supportpin.domain.action.BackOfficeUnavailable if the zone cannot be read
     */
    public static Reversal<ZoneEdit> of(DnsZones zones, CustomerId customer, ZoneEdit done) {
        if (done.differences().isEmpty()) {
            return Reversal.nothing();
        }
        return switch (ChangeDnsRecordsExecutor.held(zones, customer, done.zone())) {
            case Verdict.Accepted<Zone>(var zone) -> of(zones, zone, done);
            case Verdict.Refused<Zone>(var refusal) -> new Reversal.Forbidden<>(refusal);
            case Verdict.Faulty<Zone> _ -> throw new IllegalStateException("a zone is there, or it is not");
        };
    }

    private static Reversal<ZoneEdit> of(DnsZones zones, Zone zone, ZoneEdit done) {
        var since = since(zone, done);
        return since.isEmpty() ? Reversal.of(reversed(zones, zone, done)) : new Reversal.ChangedSince<>(since);
    }

    private static List<Difference> since(Zone zone, ZoneEdit done) {
        return done.differences().stream()
                .filter(each -> !each.isPresentIn(zone))
                .map(each -> each.since(zone))
                .toList();
    }

    private static Verdict<Proposal<ZoneEdit>> reversed(DnsZones zones, Zone zone, ZoneEdit done) {
        var edits = done.differences().stream().map(each -> each.reversed(zone)).toList();
        var named = edits.stream().filter(each -> each.after() != null).map(RecordSetEdit::name);
        var after = zone.with(edits);
        var refused = new ZoneRefusal(List.of());
        refused.add(ZoneFaults.worse(zone, after, ChangeDnsRecordsExecutor.children(zones, zone, named)));
        if (!refused.isEmpty()) {
            return Verdict.refused(refused.refusal());
        }
        var edit = new ZoneEdit(zone.name(), zone.fingerprint(), ZoneRisk.of(zone, after, edits), edits);
        return Verdict.accepted(Proposal.of(edit, edit.risk(), edit.changes()));
    }
}

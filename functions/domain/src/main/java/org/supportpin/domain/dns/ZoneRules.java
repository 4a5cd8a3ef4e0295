package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;

/** The rules of {@code change-dns-records} that need the zone. Pure. */
public final class ZoneRules {

    public static final String TYPE_NOT_EDITABLE = "type-not-editable";
    public static final String CNAME_CONFLICT = "cname-conflict";
    public static final String RECORD_NOT_FOUND = "record-not-found";
    public static final String ZONE_NOT_HOSTED_HERE = "zone-not-hosted-here";
    public static final String ZONE_CHANGED = "zone-changed";

    /** The TTL in seconds of a new RRset that specifies none, in a zone whose RRsets have different TTLs. */
    static final int DEFAULT_TTL = 3600;

    private ZoneRules() {}

    /**
     * Decides on all changes together, by the zone that results from them.
     *
     * @throws IllegalArgumentException if the changes are for another zone
     */
    public static Verdict<ZoneEdit> decide(Zone zone, ZoneChanges changes) {
        if (!changes.zone().equals(zone.name())) {
            throw new IllegalArgumentException("changes of another zone");
        }
        var edits = new ArrayList<RecordSetEdit>();
        for (var change : changes.changes()) {
            switch (change) {
                case Change.Forbidden forbidden -> {
                    return Verdict.refused(typeNotEditable(forbidden.type()));
                }
                case Change.Upsert upsert -> edits.add(edit(zone, upsert));
                case Change.Delete delete -> {
                    var there = zone.find(delete.key());
                    if (there.isEmpty() || !isExpected(delete, there.get())) {
                        return Verdict.refused(notFound(delete, there.isPresent()));
                    }
                    edits.add(new RecordSetEdit(delete.name(), delete.type(), there.get(), null));
                }
            }
        }
        return judge(zone, edits);
    }

    /** For a domain whose zone is hosted elsewhere or belongs to another customer. */
    public static Refusal zoneNotHostedHere() {
        return new Refusal(ZONE_NOT_HOSTED_HERE, "The domain's DNS zone is not hosted here.");
    }

    /** Refuses an edit if the zone has changed since it was planned. */
    static Optional<Refusal> changed(Zone zone, ZoneEdit edit) {
        return zone.fingerprint().equals(edit.basis()) ? Optional.empty() : Optional.of(zoneChanged());
    }

    /** For a zone whose {@link Zone#fingerprint} no longer equals the {@link ZoneEdit#basis}. */
    public static Refusal zoneChanged() {
        return new Refusal(
                ZONE_CHANGED, "The zone has changed since the action was checked. Review it and repeat the request.");
    }

    static Refusal typeNotEditable(RecordType type) {
        return new Refusal(
                TYPE_NOT_EDITABLE,
                type.text()
                        + " records cannot be changed by phone. Only A, AAAA, CNAME, MX, TXT, SRV and CAA records can.");
    }

    /** Existing conflicts are not the caller's fault; only conflicts that the changes would add are refused. */
    private static Verdict<ZoneEdit> judge(Zone zone, List<RecordSetEdit> edits) {
        var after = zone.with(edits);
        var conflicts = ZoneConflicts.of(after);
        conflicts.removeAll(ZoneConflicts.of(zone));
        if (!conflicts.isEmpty()) {
            return Verdict.refused(CNAME_CONFLICT, conflicts.iterator().next());
        }
        return Verdict.accepted(new ZoneEdit(zone.name(), zone.fingerprint(), ZoneRisk.of(zone, after, edits), edits));
    }

    private static RecordSetEdit edit(Zone zone, Change.Upsert upsert) {
        var before = zone.find(upsert.key());
        int ttl = Objects.requireNonNullElseGet(
                upsert.ttl(), () -> before.map(RecordSet::ttl).orElseGet(() -> usualTtl(zone)));
        var after = new RecordSet(upsert.name(), upsert.type(), ttl, upsert.records());
        return new RecordSetEdit(upsert.name(), upsert.type(), before.orElse(null), after);
    }

    /** The zone's common TTL, if it has one: some servers allow no other. */
    private static int usualTtl(Zone zone) {
        var ttls = zone.recordSets().stream().map(RecordSet::ttl).distinct().toList();
        return ttls.size() == 1 && ChangeCheck.isTtl(ttls.getFirst()) ? ttls.getFirst() : DEFAULT_TTL;
    }

    private static boolean isExpected(Change.Delete delete, RecordSet there) {
        return delete.expected().isEmpty() || delete.expected().equals(there.records());
    }

    private static Refusal notFound(Change.Delete delete, boolean hasOthers) {
        return new Refusal(
                RECORD_NOT_FOUND,
                hasOthers
                        ? "The " + delete.type() + " records of " + delete.name()
                                + " differ from those given. A delete removes all of them."
                                + " To remove only some, upsert the records to keep."
                        : delete.name() + " has no " + delete.type() + " records.");
    }
}

package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.name.DomainName;

/** The rules of {@code change-dns-records} that need the zone. Pure. */
public final class ZoneRules {

    public static final String TYPE_NOT_EDITABLE = "type-not-editable";
    public static final String CNAME_CONFLICT = "cname-conflict";
    public static final String CNAME_LOOP = "cname-loop";
    public static final String NAME_OCCLUDED = "name-occluded";
    public static final String NAMESERVER_WITHOUT_ADDRESS = "nameserver-without-address";
    public static final String SPF_CONFLICT = "spf-conflict";
    public static final String DMARC_CONFLICT = "dmarc-conflict";
    public static final String TEXT_CONFLICT = "text-conflict";
    public static final String RECORD_NOT_FOUND = "record-not-found";
    public static final String ZONE_NOT_HOSTED_HERE = "zone-not-hosted-here";
    public static final String ZONE_CHANGED = "zone-changed";

    /** The TTL in seconds of a new RRset that specifies none, in a zone whose RRsets have different TTLs. */
    static final int DEFAULT_TTL = 3600;

    private ZoneRules() {}

    /** {@link #decide(Zone, ZoneChanges, Set)} in a zone none of whose names is a zone of its own here. */
    public static Verdict<ZoneEdit> decide(Zone zone, ZoneChanges changes) {
        return decide(zone, changes, Set.of());
    }

    /**
     * Decides on all changes together, by the zone that results from them; their order does not matter. A fault that was in the zone
     * before blocks nobody, and neither does a value that is there already. Pointers are relative to the list of changes.
     *
     * @param children names below the zone's own that are zones of their own, served here; in A-labels
     * @throws IllegalArgumentException if the changes are for another zone
     */
    public static Verdict<ZoneEdit> decide(Zone zone, ZoneChanges changes, Set<String> children) {
        if (!changes.zone().equals(zone.name())) {
            throw new IllegalArgumentException("changes of another zone");
        }
        var faults = faults(zone, changes);
        if (!faults.isEmpty()) {
            return new Verdict.Faulty<>(faults);
        }
        var refused = new ZoneRefusal(changes.changes());
        var edits = new ArrayList<RecordSetEdit>();
        for (int i = 0; i < changes.changes().size(); i++) {
            switch (changes.changes().get(i)) {
                case Change.Forbidden forbidden -> refused.add(i, TYPE_NOT_EDITABLE, notEditable(forbidden.type()));
                case Change.Upsert upsert -> edits.add(edit(zone, upsert));
                case Change.Delete delete -> {
                    var there = zone.find(delete.key());
                    if (there.filter(delete::expects).isEmpty()) {
                        refused.add(i, RECORD_NOT_FOUND, notFound(delete, there.isPresent()));
                    } else {
                        edits.add(new RecordSetEdit(delete.name(), delete.type(), there.get(), null));
                    }
                }
            }
        }
        var after = zone.with(edits);
        refused.add(ZoneFaults.worse(zone, after, children));
        return refused.isEmpty()
                ? Verdict.accepted(
                        new ZoneEdit(zone.name(), zone.fingerprint(), ZoneRisk.of(zone, after, edits), edits))
                : Verdict.refused(refused.refusal());
    }

    /** The faults of what the changes ask for, except of values that are there already: those may be older than our rules. */
    private static List<Fault> faults(Zone zone, ZoneChanges changes) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < changes.changes().size(); i++) {
            if (changes.changes().get(i) instanceof Change.Upsert upsert) {
                for (var fault : UpsertCheck.faults(zone, upsert)) {
                    faults.add(fault.within(i));
                }
            }
        }
        return faults;
    }

    /** For a domain whose zone is hosted elsewhere or belongs to another customer. */
    public static Refusal zoneNotHostedHere() {
        return new Refusal(
                ZONE_NOT_HOSTED_HERE,
                "The domain's DNS zone is not hosted here.",
                "Η ζώνη DNS του ονόματος χώρου δεν φιλοξενείται εδώ.");
    }

    /** For a Greek name of which the customer has another form. */
    static Refusal hostedAs(DomainName registered) {
        return new Refusal(
                ZONE_NOT_HOSTED_HERE,
                "The domain is registered as " + registered.unicode()
                        + ". Request the change for that form of the name.",
                "Το όνομα χώρου είναι κατοχυρωμένο ως " + registered.unicode()
                        + ". Ζητήστε την αλλαγή με αυτή τη μορφή.");
    }

    /** Refuses an edit if the zone has changed since it was planned. */
    static Optional<Refusal> changed(Zone zone, ZoneEdit edit) {
        return zone.fingerprint().equals(edit.basis()) ? Optional.empty() : Optional.of(zoneChanged());
    }

    /** For a zone whose {@link Zone#fingerprint} no longer equals the {@link ZoneEdit#basis}. */
    public static Refusal zoneChanged() {
        return new Refusal(
                ZONE_CHANGED,
                "The zone has changed since the action was checked. Review it and repeat the request.",
                "Η ζώνη άλλαξε μετά τον έλεγχο της ενέργειας. Ελέγξτε την και επαναλάβετε το αίτημα.");
    }

    static Refusal typeNotEditable(List<Change> changes) {
        var refused = new ZoneRefusal(changes);
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof Change.Forbidden forbidden) {
                refused.add(i, TYPE_NOT_EDITABLE, notEditable(forbidden.type()));
            }
        }
        return refused.refusal();
    }

    private static Fault notEditable(RecordType type) {
        return new Fault(
                "",
                type.text()
                        + " records cannot be changed by phone. Only A, AAAA, CNAME, MX, TXT, SRV and CAA records can.",
                "Οι εγγραφές " + type.text()
                        + " δεν αλλάζουν τηλεφωνικά. Αλλάζουν μόνο οι A, AAAA, CNAME, MX, TXT, SRV και CAA.");
    }

    private static RecordSetEdit edit(Zone zone, Change.Upsert upsert) {
        var before = zone.find(upsert.key());
        int ttl = Objects.requireNonNullElseGet(
                upsert.ttl(), () -> before.map(RecordSet::ttl).orElseGet(() -> usualTtl(zone)));
        var records = upsert.records().stream()
                .map(value -> before.flatMap(there -> there.find(value)).orElse(value))
                .toList();
        var after = new RecordSet(upsert.name(), upsert.type(), ttl, records);
        return new RecordSetEdit(upsert.name(), upsert.type(), before.orElse(null), after);
    }

    /** The zone's common TTL, if it has one: some servers allow no other. */
    private static int usualTtl(Zone zone) {
        var ttls = zone.recordSets().stream().map(RecordSet::ttl).distinct().toList();
        return ttls.size() == 1 && ChangeCheck.isTtl(ttls.getFirst()) ? ttls.getFirst() : DEFAULT_TTL;
    }

    private static Fault notFound(Change.Delete delete, boolean hasOthers) {
        var name = ZoneWords.shown(delete.name().ascii());
        return hasOthers
                ? new Fault(
                        "",
                        "The " + delete.type() + " records of " + name
                                + " differ from those given. A delete removes all"
                                + " of them. To remove only some, upsert the records to keep.",
                        "Οι εγγραφές " + delete.type() + " του " + name + " διαφέρουν από αυτές που δόθηκαν. Η διαγραφή"
                                + " τις αφαιρεί όλες. Για να αφαιρέσετε μερικές, δώστε με αντικατάσταση όσες θα μείνουν.")
                : new Fault(
                        "",
                        name + " has no " + delete.type() + " records.",
                        "Το " + name + " δεν έχει εγγραφές " + delete.type() + ".");
    }
}

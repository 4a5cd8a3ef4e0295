package org.supportpin.domain.dns;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DomainName;

/**
 * A zone that the hosting company serves, as its DNS system reports it.
 *
 * @param holder the customer who owns it
 * @param recordSets all RRsets of every type, sorted by name and type so that equal zones compare equal
 */
public record Zone(DomainName name, CustomerId holder, List<RecordSet> recordSets) {

    /**
     * @throws IllegalArgumentException if an RRset is outside the zone, or two have the same name and type
     */
    public Zone {
        recordSets = recordSets.stream().sorted(RecordSet.ORDER).toList();
        if (recordSets.stream().map(RecordSet::key).distinct().count() < recordSets.size()
                || !recordSets.stream().allMatch(set -> set.name().isWithin(name))) {
            throw new IllegalArgumentException("not the RRsets of one zone");
        }
    }

    public Optional<RecordSet> find(RecordSet.Key key) {
        return recordSets.stream().filter(set -> set.key().equals(key)).findFirst();
    }

    /** Whether a name server answers from it: it has NS or SOA records of its own (RFC 1034 §4.2.1). */
    boolean isWhole() {
        return recordSets.stream()
                .anyMatch(set -> set.name().ascii().equals(name.ascii())
                        && (set.type().text().equals("NS") || set.type().text().equals("SOA")));
    }

    /**
     * The zone after the edit.
     *
     * @throws IllegalArgumentException if an RRset has changed since the edit was planned
     */
    public Zone apply(ZoneEdit edit) {
        if (!edit.zone().equals(name) || !edit.isAbsentFrom(this)) {
            throw new IllegalArgumentException("the zone is not the one that the edit was decided on");
        }
        return with(edit.recordSets());
    }

    /**
     * Identifies the zone's content, to detect changes since the check: SHA-256, 64 hex digits, over the whole zone except what
     * the server maintains itself (SOA with its serial, DNSSEC signatures). It covers the whole zone because the rules look
     * beyond the names that change (aliases, wildcards, mail targets) and because {@code zone-changed} promises it. An
     * unnecessary refusal costs the agent one more attempt; a change based on stale data can cost the customer mail.
     */
    public String fingerprint() {
        return ZoneFingerprint.of(this);
    }

    Zone with(List<RecordSetEdit> edits) {
        var sets = new HashMap<RecordSet.Key, RecordSet>();
        recordSets.forEach(set -> sets.put(set.key(), set));
        for (var edit : edits) {
            if (edit.after() == null) {
                sets.remove(edit.key());
            } else {
                sets.put(edit.key(), edit.after());
            }
        }
        return new Zone(name, holder, List.copyOf(sets.values()));
    }
}

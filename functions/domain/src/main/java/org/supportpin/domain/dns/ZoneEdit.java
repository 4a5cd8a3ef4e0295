package org.supportpin.domain.dns;

import java.util.Comparator;
import java.util.List;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action will do to a zone: each requested RRset before and after.
 *
 * @param basis the {@link Zone#fingerprint} of the zone that the edit was planned on
 * @param recordSets in the order of the changes; one that is already as requested has the same before and after
 */
public record ZoneEdit(DomainName zone, String basis, Risk risk, List<RecordSetEdit> recordSets)
        implements Reconcilable<Zone> {

    public ZoneEdit {
        recordSets = List.copyOf(recordSets);
    }

    /** What the DNS system must change; empty if the zone is already as requested. */
    public List<RecordSetEdit> differences() {
        return recordSets.stream().filter(RecordSetEdit::changes).toList();
    }

    /**
     * The differences for a system that judges each change by those before it. Only the zone afterwards counts, so whatever makes room
     * comes first: an alias allows no other records (RFC 1034 §3.6.2).
     */
    public List<RecordSetEdit> removalsFirst() {
        return differences().stream()
                .sorted(Comparator.comparing(edit -> edit.after() != null))
                .toList();
    }

    @Override
    public boolean isPresentIn(Zone current) {
        return recordSets.stream().allMatch(edit -> edit.isPresentIn(current));
    }

    /** What the customer sees. */
    public List<Difference> changes() {
        return differences().stream().map(RecordSetEdit::difference).toList();
    }

    @Override
    public boolean isAbsentFrom(Zone current) {
        return recordSets.stream().allMatch(edit -> edit.isAbsentFrom(current));
    }
}

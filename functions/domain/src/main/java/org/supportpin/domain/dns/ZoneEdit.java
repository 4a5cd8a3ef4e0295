package org.supportpin.domain.dns;

import java.util.List;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action does to a zone: for each RRset that was asked for, before and after.
 *
 * @param basis the {@link Zone#fingerprint} of the zone that this was decided on
 * @param recordSets in the order of the changes; one that is there already as asked for has the same before and after
 */
public record ZoneEdit(DomainName zone, String basis, Risk risk, List<RecordSetEdit> recordSets) {

    public ZoneEdit {
        recordSets = List.copyOf(recordSets);
    }

    /** What is to be sent to the DNS system; empty where the zone is already as asked for. */
    public List<RecordSetEdit> differences() {
        return recordSets.stream().filter(RecordSetEdit::changes).toList();
    }

    /** Whether the zone is as asked for: after an unknown outcome, the edit has happened. */
    public boolean isPresentIn(Zone current) {
        return recordSets.stream().allMatch(edit -> edit.isPresentIn(current));
    }

    /** Whether each RRset is as it was before: after an unknown outcome, the edit has not happened. */
    public boolean isAbsentFrom(Zone current) {
        return recordSets.stream().allMatch(edit -> edit.isAbsentFrom(current));
    }
}

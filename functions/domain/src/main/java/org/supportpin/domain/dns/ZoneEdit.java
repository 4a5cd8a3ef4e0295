package org.supportpin.domain.dns;

import java.util.List;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.action.Reconcilable;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.name.DomainName;

/**
 * What an accepted action does to a zone: for each RRset that was asked for, before and after.
 *
 * @param basis the {@link Zone#fingerprint} of the zone that this was decided on
 * @param recordSets in the order of the changes; one that is there already as asked for has the same before and after
 */
public record ZoneEdit(DomainName zone, String basis, Risk risk, List<RecordSetEdit> recordSets)
        implements Reconcilable<Zone> {

    public ZoneEdit {
        recordSets = List.copyOf(recordSets);
    }

    /** What is to be sent to the DNS system; empty where the zone is already as asked for. */
    public List<RecordSetEdit> differences() {
        return recordSets.stream().filter(RecordSetEdit::changes).toList();
    }

    @Override
    public boolean isPresentIn(Zone current) {
        return recordSets.stream().allMatch(edit -> edit.isPresentIn(current));
    }

    /** As the customer is shown it. */
    public List<Difference> changes() {
        return differences().stream().map(RecordSetEdit::difference).toList();
    }

    @Override
    public boolean isAbsentFrom(Zone current) {
        return recordSets.stream().allMatch(edit -> edit.isAbsentFrom(current));
    }
}

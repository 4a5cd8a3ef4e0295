package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.name.DomainName;

/**
 * The changes of one action: well-formed, inside the zone, at most one per name and type. All of them are applied, or none.
 *
 * @param changes 1 to 50
 */
public record ZoneChanges(DomainName zone, List<Change> changes) {

    static final int MOST_CHANGES = 50;
    private static final String HOW_MANY = "Enter 1 to " + MOST_CHANGES + " changes.";

    public ZoneChanges {
        changes = List.copyOf(changes);
        if (changes.isEmpty()
                || changes.size() > MOST_CHANGES
                || changes.stream().map(Change::key).distinct().count() < changes.size()
                || !changes.stream().allMatch(change -> change.name().isWithin(zone))) {
            throw new IllegalArgumentException("not changes of one zone, each of its own RRset");
        }
    }

    /**
     * Checks everything that can be checked without the zone's content. Reports every fault, with a pointer relative to the list,
     * such as {@code /0/records/1}.
     *
     * <p>A {@code delete} removes the whole RRset. Values given with it are what must be there; a TTL is ignored. A type that may
     * not be edited is not a fault: see {@link #refusal}.
     */
    public static Checked<ZoneChanges> parse(DomainName zone, List<RawChange> raw) {
        if (raw.isEmpty() || raw.size() > MOST_CHANGES) {
            return Checked.faulty(HOW_MANY);
        }
        var faults = new ArrayList<Fault>();
        var changes = new ArrayList<Change>();
        var keys = new HashSet<RecordSet.Key>();
        for (int i = 0; i < raw.size(); i++) {
            switch (ChangeCheck.check(zone, raw.get(i))) {
                case Checked.Faulty<Change>(var found) -> {
                    for (var fault : found) {
                        faults.add(fault.within(i));
                    }
                }
                case Checked.Valid<Change>(var change) -> {
                    changes.add(change);
                    if (!keys.add(change.key())) {
                        faults.add(new Fault(
                                        "", "Change each name and type only once: an earlier change has the same ones.")
                                .within(i));
                    }
                }
            }
        }
        return faults.isEmpty() ? Checked.valid(new ZoneChanges(zone, changes)) : Checked.faulty(faults);
    }

    /**
     * Checks what can be checked before the zone is known. What passes may still fail {@link #parse}: a name may be outside the
     * zone, and two names may turn out to be the same.
     *
     * @return the same list, or every fault, with a pointer relative to the list
     */
    public static Checked<List<RawChange>> judgeAnywhere(List<RawChange> raw) {
        if (raw.isEmpty() || raw.size() > MOST_CHANGES) {
            return Checked.faulty(HOW_MANY);
        }
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < raw.size(); i++) {
            for (var fault : ChangeCheck.faultsAnywhere(raw.get(i))) {
                faults.add(fault.within(i));
            }
        }
        return faults.isEmpty() ? Checked.valid(List.copyOf(raw)) : Checked.faulty(faults);
    }

    /** A refusal that does not depend on the zone's content: a type that may not be edited. */
    public Optional<Refusal> refusal() {
        return changes.stream()
                .filter(Change.Forbidden.class::isInstance)
                .findFirst()
                .map(change -> ZoneRules.typeNotEditable(change.type()));
    }

    /** The changes in the form of the API, canonical. They parse back to the same changes. */
    public List<RawChange> raw() {
        return changes.stream().map(Change::raw).toList();
    }
}

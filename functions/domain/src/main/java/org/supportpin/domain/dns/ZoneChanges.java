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
 * The changes of one action: well-formed, inside the zone, no two of one name and type. They are applied all, or none.
 *
 * @param changes 1 to 50
 */
public record ZoneChanges(DomainName zone, List<Change> changes) {

    static final int MOST_CHANGES = 50;
    private static final String HOW_MANY = "Give 1 to " + MOST_CHANGES + " changes.";

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
     * Judges everything that can be judged without the zone's content. Every fault is found, at a pointer relative to the list,
     * such as {@code /0/records/1}.
     *
     * <p>A {@code delete} takes the whole RRset; values that are given with it say what must be there, and a TTL says nothing.
     * A type that may not be edited is no fault: {@link #refusal} tells.
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
                        faults.add(new Fault("", "Change each name and type once: one before has both.").within(i));
                    }
                }
            }
        }
        return faults.isEmpty() ? Checked.valid(new ZoneChanges(zone, changes)) : Checked.faulty(faults);
    }

    /**
     * Judges what can be judged before anybody knows which zone is meant. What passes need not pass {@link #parse}: a name may lie
     * outside the zone, and two names may be one.
     *
     * @return the same list, or every fault at a pointer relative to it
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

    /** What stands against the changes whatever the zone holds: a type that may not be edited. */
    public Optional<Refusal> refusal() {
        return changes.stream()
                .filter(Change.Forbidden.class::isInstance)
                .findFirst()
                .map(change -> ZoneRules.typeNotEditable(change.type()));
    }

    /** The changes in the form of the API, canonical; they parse to the same again. */
    public List<RawChange> raw() {
        return changes.stream().map(Change::raw).toList();
    }
}

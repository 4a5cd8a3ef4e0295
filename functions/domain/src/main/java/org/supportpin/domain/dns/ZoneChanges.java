package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String TWICE = "Change each name and type only once: an earlier change has the same ones.";
    private static final String TWICE_GREEK = "Κάθε όνομα και τύπος αλλάζει μία φορά: υπάρχει ήδη πιο πάνω.";

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
     * <p>A value that may not be requested anew is not a fault by itself: the zone may have it already, and {@link ZoneRules} judges
     * that. But if something else is wrong, everything is reported ({@link #faults}).
     *
     * <p>A {@code delete} removes the whole RRset. Values given with it are what must be there; a TTL is ignored. A type that may
     * not be edited is not a fault: see {@link #refusal}.
     */
    public static Checked<ZoneChanges> parse(DomainName zone, List<RawChange> raw) {
        var changes = new ArrayList<Change>();
        for (var each : isCount(raw) ? raw : List.<RawChange>of()) {
            if (ChangeCheck.check(zone, each) instanceof Checked.Valid<Change>(var change)) {
                changes.add(change);
            }
        }
        return isCount(raw) && changes.size() == raw.size() && repeated(changes).isEmpty()
                ? Checked.valid(new ZoneChanges(zone, changes))
                : Checked.faulty(faults(zone, raw));
    }

    /** Every fault, as if the zone were empty. */
    public static List<Fault> faults(DomainName zone, List<RawChange> raw) {
        if (!isCount(raw)) {
            return List.of(howMany());
        }
        var faults = new ArrayList<Fault>();
        var keys = new HashSet<RecordSet.Key>();
        for (int i = 0; i < raw.size(); i++) {
            for (var fault : ChangeCheck.faults(zone, raw.get(i))) {
                faults.add(fault.within(i));
            }
            if (ChangeCheck.check(zone, raw.get(i)) instanceof Checked.Valid<Change>(var change)
                    && !keys.add(change.key())) {
                faults.add(new Fault("", TWICE, TWICE_GREEK).within(i));
            }
        }
        return faults;
    }

    /**
     * Checks what can be checked before the zone is known. What passes may still fail {@link #parse}: a name may be outside the
     * zone, and two names may turn out to be the same.
     *
     * @return the same list, or every fault, with a pointer relative to the list
     */
    public static Checked<List<RawChange>> judgeAnywhere(List<RawChange> raw) {
        var isRight = isCount(raw)
                && raw.stream()
                        .allMatch(
                                each -> ChangeCheck.faultsAnywhere(each, false).isEmpty());
        return isRight ? Checked.valid(List.copyOf(raw)) : Checked.faulty(faultsAnywhere(raw));
    }

    /** Every fault that does not depend on the zone's name, as if the zone were empty. */
    public static List<Fault> faultsAnywhere(List<RawChange> raw) {
        if (!isCount(raw)) {
            return List.of(howMany());
        }
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < raw.size(); i++) {
            for (var fault : ChangeCheck.faultsAnywhere(raw.get(i), true)) {
                faults.add(fault.within(i));
            }
        }
        return faults;
    }

    private static boolean isCount(List<RawChange> raw) {
        return !raw.isEmpty() && raw.size() <= MOST_CHANGES;
    }

    private static Fault howMany() {
        return new Fault(
                "", "Enter 1 to " + MOST_CHANGES + " changes.", "Δώστε από 1 έως " + MOST_CHANGES + " αλλαγές.");
    }

    private static Set<RecordSet.Key> repeated(List<Change> changes) {
        var keys = new HashSet<RecordSet.Key>();
        return changes.stream().map(Change::key).filter(key -> !keys.add(key)).collect(Collectors.toSet());
    }

    /** A refusal that does not depend on the zone's content: a type that may not be edited. */
    public Optional<Refusal> refusal() {
        return changes.stream().anyMatch(Change.Forbidden.class::isInstance)
                ? Optional.of(ZoneRules.typeNotEditable(changes))
                : Optional.empty();
    }

    /** The changes in the form of the API, canonical. They parse back to the same changes. */
    public List<RawChange> raw() {
        return changes.stream().map(Change::raw).toList();
    }
}

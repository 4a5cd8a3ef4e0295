package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/**
 * Checks the requested values of one RRset, individually and together. Pointers are relative to the change.
 *
 * <p>Some faults are <em>hard</em>: nothing in the zone could excuse them. The others concern values and names that a zone may have all
 * the same, because they are older than our rules. They can be kept, with another TTL or beside new values, so these faults count only
 * once the zone is known.
 */
final class UpsertCheck {

    static final int MOST_RECORDS = 100;

    private UpsertCheck() {}

    /** The faults that do not depend on the zone: the number of values, what cannot be read, and what does not go together. */
    static List<Fault> hardFaults(Editable type, List<String> records) {
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            return List.of(new Fault(
                    "/records",
                    "Enter 1 to " + MOST_RECORDS + " values.",
                    "Δώστε από 1 έως " + MOST_RECORDS + " τιμές."));
        }
        var faults = new ArrayList<Fault>();
        var known = new HashSet<String>();
        for (int i = 0; i < records.size(); i++) {
            if (Rdata.readable(type, records.get(i)) instanceof Checked.Faulty<String>(var found)) {
                faults.addAll(within(i, found));
            } else if (Rdata.check(type, records.get(i)) instanceof Checked.Valid<String>(var value)
                    && !known.add(Rdata.asked(type, value))) {
                faults.add(at(
                        i,
                        "Enter each value only once: this one repeats an earlier one, perhaps in another spelling.",
                        "Δώστε κάθε τιμή μία φορά: αυτή υπάρχει ήδη, ίσως με άλλη γραφή."));
            }
        }
        if (faults.isEmpty()) {
            faults.addAll(togetherFaults(type, records));
        }
        return faults;
    }

    /** The faults that the zone does not excuse. */
    static List<Fault> faults(Zone zone, Change.Upsert upsert) {
        var there = zone.find(upsert.key());
        var faults = new ArrayList<Fault>();
        if (there.isEmpty()) {
            var exists = zone.recordSets().stream().anyMatch(set -> set.name().isWithin(upsert.name()));
            faults.addAll(nameFaults(exists ? null : zone.name(), upsert.name(), upsert.type()));
        }
        faults.addAll(valueFaults(
                upsert.name(),
                upsert.type(),
                upsert.records(),
                value -> there.flatMap(set -> set.find(value)).isPresent()));
        return faults;
    }

    /**
     * Every fault, as if the zone were empty.
     *
     * @param zone null if it is not known
     * @param name null if it is faulty itself or not known
     */
    static List<Fault> allFaults(
            @Nullable DomainName zone, @Nullable DnsName name, Editable type, List<String> records) {
        var faults = new ArrayList<Fault>();
        if (name != null) {
            faults.addAll(nameFaults(zone, name, type));
        }
        faults.addAll(hardFaults(type, records));
        if (records.size() <= MOST_RECORDS) {
            valueFaults(name, type, records, _ -> false).stream()
                    .filter(fault -> !faults.contains(fault))
                    .forEach(faults::add);
        }
        return faults;
    }

    private static List<Fault> nameFaults(@Nullable DomainName zone, DnsName name, Editable type) {
        var faults = new ArrayList<Fault>();
        if (type == Editable.SRV && !isServiceName(name)) {
            faults.add(new Fault(
                    "/name",
                    "Enter a service name that starts with _service._protocol (RFC 2782).",
                    "Δώστε όνομα υπηρεσίας που αρχίζει με _service._protocol."));
        }
        if (zone != null && isDoubled(zone, name)) {
            faults.add(new Fault(
                    "/name",
                    "Enter the domain only once: it is at the end of this name twice.",
                    "Δώστε το όνομα χώρου μία φορά: στο τέλος αυτού του ονόματος υπάρχει δύο φορές."));
        }
        return faults;
    }

    private static List<Fault> valueFaults(
            @Nullable DnsName name, Editable type, List<String> records, Predicate<String> isThere) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < records.size(); i++) {
            if (!isThere.test(records.get(i))) {
                switch (Rdata.check(type, records.get(i))) {
                    case Checked.Faulty<String>(var found) -> faults.addAll(within(i, found));
                    case Checked.Valid<String>(var value) -> {
                        if (type == Editable.CNAME && name != null && value.equals(name.ascii() + ".")) {
                            faults.add(at(
                                    i,
                                    "Enter another target: an alias must not point to itself.",
                                    "Δώστε άλλο όνομα: ένα CNAME δεν δείχνει στον εαυτό του."));
                        }
                    }
                }
            }
        }
        return faults;
    }

    private static List<Fault> togetherFaults(Editable type, List<String> records) {
        if (type == Editable.CNAME && records.size() > 1) {
            return List.of(new Fault(
                    "/records",
                    "Enter one value: a name can be an alias of only one other name (RFC 2181 §10.1).",
                    "Δώστε μία τιμή: ένα CNAME δείχνει σε ένα μόνο όνομα."));
        }
        var saysNowhere = records.stream().anyMatch(value -> value.endsWith(" " + TargetRdata.NOWHERE));
        return saysNowhere && records.size() > 1 && (type == Editable.MX || type == Editable.SRV)
                ? List.of(new Fault(
                        "/records",
                        "Enter the target '.' alone: it means that there is no such service.",
                        "Δώστε το «.» ως μόνη τιμή: σημαίνει ότι δεν υπάρχει τέτοια υπηρεσία."))
                : List.of();
    }

    /** {@code www.nea.gr.nea.gr}: a full name to which the zone's name was added once more. */
    private static boolean isDoubled(DomainName zone, DnsName name) {
        var twice = zone.ascii() + "." + zone.ascii();
        return name.ascii().equals(twice) || name.ascii().endsWith("." + twice);
    }

    private static boolean isServiceName(DnsName name) {
        var labels = name.labels();
        return labels.size() > 2
                && labels.get(0).startsWith("_")
                && labels.get(1).startsWith("_");
    }

    private static Fault at(int index, String english, String greek) {
        return new Fault("", english, greek).within(index).within("records");
    }

    private static List<Fault> within(int index, List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.within(index).within("records"))
                .toList();
    }
}

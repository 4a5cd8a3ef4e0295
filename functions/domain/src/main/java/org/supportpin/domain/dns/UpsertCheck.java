package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;

/** Checks the requested values of one RRset, individually and together. */
final class UpsertCheck {

    static final int MOST_RECORDS = 100;

    private UpsertCheck() {}

    /** Every fault, with pointers relative to the change. */
    static List<Fault> faults(DnsName name, Editable type, List<String> records) {
        var faults = new ArrayList<Fault>();
        if (type == Editable.SRV && !isServiceName(name)) {
            faults.add(new Fault("/name", "Enter a service name that starts with _service._protocol (RFC 2782)."));
        }
        faults.addAll(recordFaults(name, type, records));
        return faults;
    }

    /** The faults of the values alone. A faulty name has already been reported. */
    static List<Fault> valueFaults(Editable type, List<String> records) {
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            return List.of(new Fault("/records", "Enter 1 to " + MOST_RECORDS + " values."));
        }
        var faults = new ArrayList<Fault>();
        var canonical = new HashMap<String, Integer>();
        for (int i = 0; i < records.size(); i++) {
            switch (Rdata.check(type, records.get(i))) {
                case Checked.Faulty<String>(var found) -> faults.addAll(within(i, found));
                case Checked.Valid<String>(var value) -> {
                    if (canonical.putIfAbsent(value, i) != null) {
                        faults.add(
                                at(
                                        i,
                                        "Enter each value only once: this one repeats an earlier one, perhaps in another spelling."));
                    }
                }
            }
        }
        return faults.isEmpty()
                ? togetherFaults(type, canonical.keySet().stream().toList())
                : faults;
    }

    private static List<Fault> recordFaults(DnsName name, Editable type, List<String> records) {
        var faults = valueFaults(type, records);
        if (!faults.isEmpty() || type != Editable.CNAME) {
            return faults;
        }
        return Rdata.canonical(type, records.getFirst()).equals(name.ascii() + ".")
                ? List.of(at(0, "Enter another target: an alias must not point to itself."))
                : List.of();
    }

    private static List<Fault> togetherFaults(Editable type, List<String> records) {
        if (type == Editable.CNAME && records.size() > 1) {
            return List.of(new Fault(
                    "/records", "Enter one value: a name can be an alias of only one other name (RFC 2181 §10.1)."));
        }
        var saysNowhere = records.stream().anyMatch(value -> value.endsWith(" " + TargetRdata.NOWHERE));
        return saysNowhere && records.size() > 1 && (type == Editable.MX || type == Editable.SRV)
                ? List.of(new Fault("/records", "Enter the target '.' alone: it means that there is no such service."))
                : List.of();
    }

    private static boolean isServiceName(DnsName name) {
        var labels = name.labels();
        return labels.size() > 2
                && labels.get(0).startsWith("_")
                && labels.get(1).startsWith("_");
    }

    private static Fault at(int index, String message) {
        return new Fault("", message).within(index).within("records");
    }

    private static List<Fault> within(int index, List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.within(index).within("records"))
                .toList();
    }
}

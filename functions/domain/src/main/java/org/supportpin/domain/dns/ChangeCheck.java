package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.check.Text;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/** Parses one change. Its faults are either all, or only those that no zone excuses ({@link UpsertCheck}). */
final class ChangeCheck {

    static final int LEAST_TTL = 60;
    static final int GREATEST_TTL = 86_400;

    private static final String UPSERT = "upsert";
    private static final String DELETE = "delete";

    private final RawChange raw;
    private final boolean isStrict;
    private final List<Fault> faults = new ArrayList<>();

    private ChangeCheck(RawChange raw, boolean isStrict) {
        this.raw = raw;
        this.isStrict = isStrict;
    }

    /** The change, if it has no fault that the zone could not excuse. */
    static Checked<Change> check(DomainName zone, RawChange raw) {
        return new ChangeCheck(raw, false).run(zone);
    }

    /** Every fault, as if the zone were empty. */
    static List<Fault> faults(DomainName zone, RawChange raw) {
        return new ChangeCheck(raw, true).run(zone) instanceof Checked.Faulty<Change>(var found) ? found : List.of();
    }

    /**
     * The faults that do not depend on the zone's name, that is, all except those about the name's place in it.
     *
     * @param isStrict whether also those that the zone could excuse
     */
    static List<Fault> faultsAnywhere(RawChange raw, boolean isStrict) {
        var check = new ChangeCheck(raw, isStrict);
        var op = check.op();
        check.name(OwnerName::wellFormed);
        check.rest(op.orElse(null), null, null, check.type().orElse(null));
        return check.faults;
    }

    static boolean isTtl(@Nullable Integer ttl) {
        return ttl == null || (ttl >= LEAST_TTL && ttl <= GREATEST_TTL);
    }

    private Checked<Change> run(DomainName zone) {
        var op = op();
        var name = name(text -> OwnerName.parse(zone, text));
        var type = type();
        rest(op.orElse(null), zone, name.orElse(null), type.orElse(null));
        if (!faults.isEmpty()) {
            return Checked.faulty(faults);
        }
        return Checked.valid(change(op.orElseThrow(), name.orElseThrow(), type.orElseThrow()));
    }

    /** The faults of the other members. Each argument is null if it is faulty itself or not known. */
    private void rest(
            @Nullable String op, @Nullable DomainName zone, @Nullable DnsName name, @Nullable RecordType type) {
        if (!isTtl(raw.ttl())) {
            fault("/ttl", "Enter a TTL of 60 to 86400 seconds.", "Δώστε TTL από 60 έως 86400 δευτερόλεπτα.");
        }
        if (op != null && type instanceof Editable editable) {
            faults.addAll(op.equals(UPSERT) ? upsertFaults(zone, name, editable) : expectedFaults());
        }
    }

    private Change change(String op, DnsName name, RecordType type) {
        var records = Objects.requireNonNullElse(raw.records(), List.<String>of());
        return switch (type) {
            case RecordType.Other other -> new Change.Forbidden(name, other, op);
            case Editable editable ->
                op.equals(UPSERT)
                        ? new Change.Upsert(name, editable, raw.ttl(), records)
                        : new Change.Delete(name, editable, records);
        };
    }

    private Optional<String> op() {
        var op = raw.op();
        if (op != null && (op.equals(UPSERT) || op.equals(DELETE))) {
            return Optional.of(op);
        }
        fault("/op", "Enter upsert or delete.", "Δώστε upsert ή delete.");
        return Optional.empty();
    }

    private <T> Optional<T> name(Function<String, Checked<T>> reading) {
        var text = raw.name();
        if (text == null) {
            fault(
                    "/name",
                    "Enter the name whose records are to change, or @ for the zone itself.",
                    "Δώστε το όνομα που αλλάζει, ή @ για το ίδιο το όνομα χώρου.");
            return Optional.empty();
        }
        return switch (reading.apply(text)) {
            case Checked.Valid<T>(var name) -> Optional.of(name);
            case Checked.Faulty<T>(var found) -> {
                found.forEach(fault -> faults.add(fault.within("name")));
                yield Optional.empty();
            }
        };
    }

    private Optional<RecordType> type() {
        var text = raw.type();
        var type = text == null ? Optional.<RecordType>empty() : RecordType.of(text);
        if (type.isEmpty()) {
            fault(
                    "/type",
                    "Enter one of the types A, AAAA, CNAME, MX, TXT, SRV or CAA.",
                    "Δώστε έναν από τους τύπους A, AAAA, CNAME, MX, TXT, SRV ή CAA.");
        }
        return type;
    }

    private List<Fault> upsertFaults(@Nullable DomainName zone, @Nullable DnsName name, Editable type) {
        var records = Objects.requireNonNullElse(raw.records(), List.<String>of());
        return isStrict ? UpsertCheck.allFaults(zone, name, type, records) : UpsertCheck.hardFaults(type, records);
    }

    /** Existing values may be older than our rules, so they need only be parseable. */
    private List<Fault> expectedFaults() {
        var found = new ArrayList<Fault>();
        var records = Objects.requireNonNullElse(raw.records(), List.<String>of());
        if (records.size() > UpsertCheck.MOST_RECORDS) {
            return List.of(new Fault(
                    "/records",
                    "Enter at most " + UpsertCheck.MOST_RECORDS + " values, or none.",
                    "Δώστε έως " + UpsertCheck.MOST_RECORDS + " τιμές, ή καμία."));
        }
        for (int i = 0; i < records.size(); i++) {
            if (Text.line(records.get(i), 1, Rdata.LONGEST_TEXT) instanceof Checked.Faulty<String>(var unreadable)) {
                for (var fault : unreadable) {
                    found.add(fault.within(i).within("records"));
                }
            }
        }
        return found;
    }

    private void fault(String pointer, String english, String greek) {
        faults.add(new Fault(pointer, english, greek));
    }
}

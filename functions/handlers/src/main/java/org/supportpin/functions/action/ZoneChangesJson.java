package org.supportpin.functions.action;

import java.util.List;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.PartialResult;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.RawChange;
import org.supportpin.domain.dns.ZoneChanges;
import org.supportpin.domain.name.DomainName;

/** The {@code changes} of a zone. Faults of the JSON and of the domain are reported together. */
final class ZoneChangesJson {

    private static final int MOST_CHANGES = 50;
    private static final int MOST_VALUES = 1000;

    /** Stands for a change that is not an object. */
    private static final RawChange NO_CHANGE = new RawChange(null, null, null, null, null);

    /** Stands for a value that is not a string; the domain reports it in its place, for every record type. */
    private static final String NO_VALUE = "\u0000";

    private static final Read<PartialResult<List<RawChange>>> RAW =
            PartialResult.list(PartialResult.object(NO_CHANGE, ZoneChangesJson::change), 1, MOST_CHANGES);

    private ZoneChangesJson() {}

    /** The changes of a known zone. If nothing is wrong but what the zone could excuse, they are read. */
    static Read<ZoneChanges> in(DomainName zone) {
        return PartialResult.judged(
                RAW, raw -> ZoneChanges.parse(zone, raw), raw -> strictly(raw, ZoneChanges.faults(zone, raw)));
    }

    /** The same, for a request that has other faults: all of them are reported, also what the zone could excuse. */
    static Read<List<RawChange>> strictlyIn(DomainName zone) {
        return PartialResult.judged(RAW, raw -> strictly(raw, ZoneChanges.faults(zone, raw)));
    }

    /** The raw changes, for a zone that is not known yet; checked as far as possible without it. */
    static Read<List<RawChange>> anywhere() {
        return PartialResult.judged(RAW, ZoneChanges::judgeAnywhere, ZoneChangesJson::strictly);
    }

    /** Like {@link #strictlyIn}, for a zone that is not known yet. */
    static Read<List<RawChange>> strictlyAnywhere() {
        return PartialResult.judged(RAW, ZoneChangesJson::strictly);
    }

    private static Checked<List<RawChange>> strictly(List<RawChange> raw) {
        return strictly(raw, ZoneChanges.faultsAnywhere(raw));
    }

    private static Checked<List<RawChange>> strictly(List<RawChange> raw, List<Fault> faults) {
        return faults.isEmpty() ? Checked.valid(raw) : Checked.faulty(faults);
    }

    private static PartialResult<RawChange> change(Fields fields) {
        var op = fields.optional("op", Read.string());
        var name = fields.optional("name", Read.string());
        var type = fields.optional("type", Read.string());
        var ttl = fields.optional("ttl", Read.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
        var records = fields.optionalPartly(
                "records", PartialResult.list(PartialResult.or(NO_VALUE, Read.string()), 0, MOST_VALUES));
        return fields.partly(
                () -> new RawChange(op.orNull(), name.orNull(), type.orNull(), ttl.orNull(), records.orNull()));
    }
}

package org.supportpin.domain.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;

/** One well-formed change of a zone. {@link ZoneRules} decides whether the zone allows it. */
public sealed interface Change {

    DnsName name();

    RecordType type();

    /** The change in the form of the API, for storage. It parses back to the same change. */
    RawChange raw();

    default RecordSet.Key key() {
        return new RecordSet.Key(name(), type());
    }

    /**
     * Replaces the name's RRset of this type, if any, with this one.
     *
     * @param ttl in seconds, 60 to 86400; null keeps the current TTL; a new RRset then gets the zone's common TTL, or 3600 if the
     *     zone has several
     * @param records 1 to 100 values in the order of the request; canonical, except values that may be requested only if the zone
     *     has them already ({@link UpsertCheck#faults(Zone, Upsert)})
     */
    record Upsert(DnsName name, Editable type, @Nullable Integer ttl, List<String> records) implements Change {

        public Upsert {
            records = records.stream()
                    .map(value -> Rdata.check(type, value).asOptional().orElse(value))
                    .toList();
            if (!UpsertCheck.hardFaults(type, records).isEmpty() || !ChangeCheck.isTtl(ttl)) {
                throw new IllegalArgumentException("not an upsert that could be asked for");
            }
        }

        @Override
        public RawChange raw() {
            return new RawChange("upsert", name.ascii(), type.text(), ttl, records);
        }
    }

    /**
     * Removes the whole RRset.
     *
     * @param expected exactly the values that must be there; empty for any values
     */
    record Delete(DnsName name, Editable type, List<String> expected) implements Change {

        public Delete {
            expected = RecordSet.canonical(type, expected);
        }

        /** Whether it may remove this RRset. */
        boolean expects(RecordSet there) {
            return expected.isEmpty() || there.hasValues(expected);
        }

        @Override
        public RawChange raw() {
            return new RawChange("delete", name.ascii(), type.text(), null, expected.isEmpty() ? null : expected);
        }
    }

    /** A request for a type that may not be edited. It exists only to be refused by its rule. */
    record Forbidden(DnsName name, RecordType.Other type, String op) implements Change {

        @Override
        public RawChange raw() {
            return new RawChange(op, name.ascii(), type.text(), null, null);
        }
    }
}

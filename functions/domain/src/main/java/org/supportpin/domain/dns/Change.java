package org.supportpin.domain.dns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;

/** One change of a zone, well-formed. Whether the zone lets it happen, {@link ZoneRules} decides. */
public sealed interface Change {

    DnsName name();

    RecordType type();

    /** The same change in the form of the API, so that it can be stored; it parses to the same change again. */
    RawChange raw();

    default RecordSet.Key key() {
        return new RecordSet.Key(name(), type());
    }

    /**
     * Puts this RRset in the place of whatever the name has of the type.
     *
     * @param ttl in seconds, 60 to 86400; null keeps the TTL that is there, or gives a new RRset the one that all of the zone have, or else 3600
     * @param records 1 to 100 values, canonical
     */
    record Upsert(DnsName name, Editable type, @Nullable Integer ttl, List<String> records) implements Change {

        public Upsert {
            records = RecordSet.canonical(type, records);
            if (!UpsertCheck.faults(name, type, records).isEmpty() || !ChangeCheck.isTtl(ttl)) {
                throw new IllegalArgumentException("not an upsert that could be asked for");
            }
        }

        @Override
        public RawChange raw() {
            return new RawChange("upsert", name.ascii(), type.text(), ttl, records);
        }
    }

    /**
     * Takes the whole RRset away.
     *
     * @param expected the values that must be there, all of them and no others; empty: whatever is there
     */
    record Delete(DnsName name, Editable type, List<String> expected) implements Change {

        public Delete {
            expected = RecordSet.canonical(type, expected);
        }

        @Override
        public RawChange raw() {
            return new RawChange("delete", name.ascii(), type.text(), null, expected.isEmpty() ? null : expected);
        }
    }

    /** Asks for a type that may not be edited. It cannot be applied: it is here to be refused with the rule's name. */
    record Forbidden(DnsName name, RecordType.Other type, String op) implements Change {

        @Override
        public RawChange raw() {
            return new RawChange(op, name.ascii(), type.text(), null, null);
        }
    }
}

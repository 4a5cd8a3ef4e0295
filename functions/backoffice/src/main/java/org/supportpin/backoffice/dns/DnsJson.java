package org.supportpin.backoffice.dns;

import static org.supportpin.backoffice.json.Texts.CUSTOMER_ID;
import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;

import java.util.List;
import java.util.function.Function;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Members;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.name.DnsName;

public final class DnsJson {

    private static final int MOST_RECORD_SETS = 10_000;

    /** Of records that are there: any name. What is asked for is judged before it becomes one. */
    public static final Codec<DnsName> NAME = Codec.text(DnsName::ascii, DnsName::inZone);

    public static final Codec<RecordType> TYPE =
            Codec.text(RecordType::text, RecordType::inZone, "This is not a record type.");

    private static final Codec<Integer> TTL = Codec.integer(0, Integer.MAX_VALUE);

    private static final Codec<List<String>> RECORDS = Codec.string().list(1, 1000);

    public static final ObjectCodec<RecordSet> RECORD_SET = members -> {
        var name = members.required("name", NAME, RecordSet::name);
        var type = members.required("type", TYPE, RecordSet::type);
        var ttl = members.required("ttl", TTL, RecordSet::ttl);
        var records = members.required("records", RECORDS, RecordSet::records);
        return members.make(() -> new RecordSet(name.get(), type.get(), ttl.get(), records.get()));
    };

    /** Whoever reports a zone may report records outside it too. Nobody can ask for those, so they are left out. */
    public static final ObjectCodec<Zone> ZONE = members -> {
        var name = members.required("name", DOMAIN_NAME, Zone::name);
        var holder = members.required("customerId", CUSTOMER_ID, Zone::holder);
        var sets = members.required("recordSets", RECORD_SET.list(0, MOST_RECORD_SETS), Zone::recordSets);
        return members.then(() -> {
            try {
                var within = sets.get().stream()
                        .filter(set -> set.name().isWithin(name.get()))
                        .toList();
                return Checked.valid(new Zone(name.get(), holder.get(), within));
            } catch (IllegalArgumentException e) {
                return Checked.faulty("These RRsets do not form one zone.");
            }
        });
    };

    /** An RRset before and after; {@code null} if there is none. */
    public static final ObjectCodec<RecordSetEdit> RECORD_SET_EDIT = edit(RecordSet::records);

    /** The same in fewer bytes: text as such, not as escaped octets. */
    public static final ObjectCodec<RecordSetEdit> LEGIBLE_RECORD_SET_EDIT = edit(RecordSet::legible);

    private DnsJson() {}

    private static ObjectCodec<RecordSetEdit> edit(Function<RecordSet, List<String>> records) {
        return members -> edit(members, records);
    }

    private static Checked<RecordSetEdit> edit(
            Members<RecordSetEdit> members, Function<RecordSet, List<String>> records) {
        var name = members.required("name", NAME, RecordSetEdit::name);
        var type = members.required("type", Codec.oneOf(RecordType.Editable.values()), RecordSetEdit::type);
        if (name.orNull() == null || type.orNull() == null) {
            return members.faulty();
        }
        var values = values(name.get(), type.get(), records);
        var before = members.nullable("before", values, RecordSetEdit::before);
        var after = members.nullable("after", values, RecordSetEdit::after);
        return members.make(() -> new RecordSetEdit(name.get(), type.get(), before.orNull(), after.orNull()));
    }

    /** An RRset without its name and type, which are given beside it. */
    private static ObjectCodec<RecordSet> values(
            DnsName name, RecordType type, Function<RecordSet, List<String>> texts) {
        return members -> {
            var ttl = members.required("ttl", TTL, RecordSet::ttl);
            var records = members.required("records", RECORDS, texts);
            return members.make(() -> new RecordSet(name, type, ttl.get(), records.get()));
        };
    }
}

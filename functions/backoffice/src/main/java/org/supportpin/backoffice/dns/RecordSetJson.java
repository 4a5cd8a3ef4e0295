package org.supportpin.backoffice.dns;

import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordType;
import org.supportpin.domain.name.DnsName;

/** An RRset as JSON. */
public final class RecordSetJson {

    private static final int MOST_SECONDS = Integer.MAX_VALUE;

    private RecordSetJson() {}

    /** {@code {name, type, ttl, records}}. */
    public static Json write(RecordSet set) {
        return Json.object()
                .put("name", set.name().ascii())
                .put("type", set.type().text())
                .put("ttl", set.ttl())
                .put("records", Json.array(set.records(), Json::of))
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<RecordSet> READ = Read.object(fields -> {
        var name = fields.required("name", Read.text(DnsName::parse));
        var type = fields.required("type", Read.text(RecordSetJson::type));
        var ttl = fields.required("ttl", Read.integer(0, MOST_SECONDS));
        var records = fields.required("records", Read.list(Read.string(), 1, 1000));
        return fields.make(() -> new RecordSet(name.get(), type.get(), ttl.get(), records.get()));
    });

    /** {@code {ttl, records}}, for where name and type stand beside it. */
    public static Json values(RecordSet set) {
        return Json.object()
                .put("ttl", set.ttl())
                .put("records", Json.array(set.records(), Json::of))
                .build();
    }

    /** What {@link #values} gave. */
    public static Read<RecordSet> values(DnsName name, RecordType type) {
        return Read.object(fields -> {
            var ttl = fields.required("ttl", Read.integer(0, MOST_SECONDS));
            var records = fields.required("records", Read.list(Read.string(), 1, 1000));
            return fields.make(() -> new RecordSet(name, type, ttl.get(), records.get()));
        });
    }

    private static Checked<RecordType> type(String text) {
        try {
            return Checked.valid(RecordType.inZone(text));
        } catch (IllegalArgumentException e) {
            return Checked.faulty("This is no record type.");
        }
    }
}

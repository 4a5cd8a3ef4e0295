package org.supportpin.backoffice.dns.powerdns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.dns.DnsJson;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.RecordSet;
import org.supportpin.domain.dns.RecordSetEdit;
import org.supportpin.domain.dns.Zone;
import org.supportpin.domain.dns.ZoneEdit;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.name.DnsName;
import org.supportpin.domain.name.DomainName;

/**
 * A zone as the server describes it, and the request for an edit of it.
 *
 * @param zone what is served; null if the zone's {@code account} is not a customer
 * @param disabled records that the server keeps but does not serve; a change of their RRset preserves them
 */
record ServedZone(DomainName name, @Nullable Zone zone, Map<RecordSet.Key, List<String>> disabled) {

    private static final int MOST = 100_000;

    private record Value(String content, boolean isDisabled) {}

    private record Set(RecordSet.Key key, int ttl, List<Value> values) {

        List<String> values(boolean disabled) {
            return values.stream()
                    .filter(each -> each.isDisabled() == disabled)
                    .map(Value::content)
                    .toList();
        }

        Optional<RecordSet> served() {
            var served = values(false);
            return served.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RecordSet(key.name(), key.type(), ttl, served));
        }
    }

    private static final Read<Value> VALUE = Read.object(fields -> {
        var content = fields.takingOthers().required("content", Read.string());
        var disabled = fields.optional("disabled", Read.bool());
        return fields.make(() -> new Value(content.get(), disabled.orElse(false)));
    });

    private static final Read<Set> SET = Read.object(fields -> {
        var name = fields.takingOthers().required("name", Read.text(DnsName::parse));
        var type = fields.required("type", DnsJson.TYPE);
        var ttl = fields.required("ttl", Read.integer(0, Integer.MAX_VALUE));
        var records = fields.required("records", Read.list(VALUE, 0, MOST));
        return fields.make(() -> new Set(new RecordSet.Key(name.get(), type.get()), ttl.get(), records.get()));
    });

    /** What {@code GET …/zones/{zone}} answers. */
    static final Read<ServedZone> READ = Read.object(fields -> {
        var name = fields.takingOthers().required("name", Read.text(DomainName::parse));
        var account = fields.required("account", Read.string());
        var sets = fields.required("rrsets", Read.list(SET, 0, MOST));
        return fields.then(() -> of(name.get(), account.get(), sets.get()));
    });

    private static Checked<ServedZone> of(DomainName name, String account, List<Set> sets) {
        var disabled = new LinkedHashMap<RecordSet.Key, List<String>>();
        sets.forEach(set -> {
            if (!set.values(true).isEmpty()) {
                disabled.put(set.key(), set.values(true));
            }
        });
        try {
            var served = sets.stream().flatMap(set -> set.served().stream()).toList();
            var zone = CustomerId.parse(account).asOptional().map(customer -> new Zone(name, customer, served));
            return Checked.valid(new ServedZone(name, zone.orElse(null), disabled));
        } catch (IllegalArgumentException e) {
            return Checked.faulty("These RRsets do not form one zone.");
        }
    }

    /** The {@code PATCH} for an edit, which the server applies in one transaction. */
    Json patch(ZoneEdit edit) {
        return Json.object()
                .put("rrsets", Json.array(edit.differences(), this::change))
                .build();
    }

    private Json change(RecordSetEdit edit) {
        var kept = disabled.getOrDefault(edit.key(), List.of());
        var after = edit.after();
        var change = Json.object()
                .put("name", edit.name().ascii() + ".")
                .put("type", edit.type().text());
        if (after == null && kept.isEmpty()) {
            return change.put("changetype", "DELETE").build();
        }
        var records = new ArrayList<Json>();
        if (after != null) {
            after.records().forEach(value -> records.add(record(value, false)));
        }
        kept.forEach(value -> records.add(record(value, true)));
        return change.put("changetype", "REPLACE")
                .put(
                        "ttl",
                        Objects.requireNonNull(after == null ? edit.before() : after)
                                .ttl())
                .put("records", new Json.Arr(records))
                .build();
    }

    private static Json record(String content, boolean isDisabled) {
        return Json.object().put("content", content).put("disabled", isDisabled).build();
    }
}

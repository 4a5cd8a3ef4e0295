package org.supportpin.backoffice.dns.powerdns;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param zone what is served; null if the zone's {@code account} is not a customer, or another server is its primary
 * @param hasSecondaries whether the server notifies secondaries of this zone
 * @param disabled records that the server keeps but does not serve; a change of their RRset preserves them
 */
record ServedZone(
        DomainName name,
        @Nullable Zone zone,
        boolean hasSecondaries,
        ZoneSerial serial,
        Map<RecordSet.Key, List<String>> disabled) {

    private static final int MOST = 100_000;

    /** The kinds of zones with secondaries, which this server notifies. */
    private static final List<String> PRIMARY = List.of("MASTER", "PRIMARY");

    /** The kind without secondaries. Of every other kind another server is the primary, or it is no domain's zone. */
    private static final String NATIVE = "NATIVE";

    /** RFC 2181 §8: a TTL of 2^31 or more counts as 0. */
    private static final Read<Integer> TTL = json ->
            json instanceof Json.Num(var seconds) && seconds.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                    ? Checked.valid(0)
                    : Read.integer(0, Integer.MAX_VALUE).from(json);

    private record Value(String content, boolean isDisabled) {}

    private record Set(RecordSet.Key key, int ttl, List<Value> values) {

        List<String> values(boolean disabled) {
            return values.stream()
                    .filter(each -> each.isDisabled() == disabled)
                    .map(Value::content)
                    .toList();
        }

        private Set with(Set other) {
            return new Set(
                    key,
                    ttl,
                    Stream.concat(values.stream(), other.values.stream()).toList());
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

    /** Empty if its name is none, such as the root: then it is outside the zone. */
    private static final Read<Optional<Set>> SET = Read.object(fields -> {
        var name = fields.takingOthers().required("name", Read.string());
        var type = fields.required("type", DnsJson.TYPE);
        var ttl = fields.required("ttl", TTL);
        var records = fields.required("records", Read.list(VALUE, 0, MOST));
        return fields.make(() -> DnsName.inZone(name.get())
                .asOptional()
                .map(known -> new Set(new RecordSet.Key(known, type.get()), ttl.get(), records.get())));
    });

    /** What {@code GET …/zones/{zone}} answers. */
    static final Read<ServedZone> READ = Read.object(fields -> {
        var name = fields.takingOthers().required("name", Read.text(DomainName::parse));
        var account = fields.required("account", Read.string());
        var kind = fields.required("kind", Read.string());
        var raisedBy = fields.optional("soa_edit_api", Read.string());
        var editedBy = fields.optional("soa_edit", Read.string());
        var sets = fields.required("rrsets", Read.list(SET, 0, MOST));
        return fields.make(() -> {
            var within = within(name.get(), sets.get());
            var served = within.stream().flatMap(set -> set.served().stream()).toList();
            var zone = Account.of(name.get(), account.get(), kind.get())
                    .holder()
                    .map(holder -> new Zone(name.get(), holder, served));
            return new ServedZone(
                    name.get(),
                    zone.orElse(null),
                    isPrimary(kind.get()),
                    ZoneSerial.of(raisedBy.orElse(""), editedBy.orElse(""), name.get(), served),
                    disabled(within));
        });
    });

    /**
     * Whose a zone is.
     *
     * @param holder empty if the zone is no customer's, or is not changed on this server
     */
    record Account(DomainName zone, Optional<CustomerId> holder) {

        private static Account of(DomainName zone, String account, String kind) {
            return new Account(zone, CustomerId.parse(account).asOptional().filter(_ -> isChangedHere(kind)));
        }
    }

    /** What it answers without RRsets. */
    static final Read<Account> ACCOUNT = Read.object(fields -> {
        var name = fields.takingOthers().required("name", Read.text(DomainName::parse));
        var account = fields.required("account", Read.string());
        var kind = fields.required("kind", Read.string());
        return fields.make(() -> Account.of(name.get(), account.get(), kind.get()));
    });

    private static boolean isPrimary(String kind) {
        return PRIMARY.contains(kind.toUpperCase(Locale.ROOT));
    }

    private static boolean isChangedHere(String kind) {
        return isPrimary(kind) || kind.equalsIgnoreCase(NATIVE);
    }

    /**
     * The RRsets of the zone. The server also keeps records outside it, which nobody can ask for, and names with capitals, which are the
     * same names.
     */
    private static List<Set> within(DomainName zone, List<Optional<Set>> sets) {
        var within = new LinkedHashMap<RecordSet.Key, Set>();
        sets.stream()
                .flatMap(Optional::stream)
                .filter(set -> set.key().name().isWithin(zone))
                .forEach(set -> within.merge(set.key(), set, Set::with));
        return List.copyOf(within.values());
    }

    private static Map<RecordSet.Key, List<String>> disabled(List<Set> sets) {
        var disabled = new LinkedHashMap<RecordSet.Key, List<String>>();
        sets.forEach(set -> {
            if (!set.values(true).isEmpty()) {
                disabled.put(set.key(), set.values(true));
            }
        });
        return disabled;
    }

    /** The {@code PATCH} for an edit, which the server applies in one transaction, in this order. */
    Json patch(ZoneEdit edit) {
        var changes = new ArrayList<Json>();
        edit.removalsFirst().forEach(each -> changes.add(change(each)));
        serial.raised().ifPresent(soa -> changes.add(replacement(soa, List.of())));
        return Json.object().put("rrsets", new Json.Arr(changes)).build();
    }

    private Json change(RecordSetEdit edit) {
        var kept = disabled.getOrDefault(edit.key(), List.of());
        var after = edit.after();
        if (after != null) {
            return replacement(after, kept);
        }
        return kept.isEmpty()
                ? named(edit.key()).put("changetype", "DELETE").build()
                : replacement(edit.key(), Objects.requireNonNull(edit.before()).ttl(), List.of(), kept);
    }

    private static Json replacement(RecordSet after, List<String> kept) {
        return replacement(after.key(), after.ttl(), after.records(), kept);
    }

    private static Json replacement(RecordSet.Key key, int ttl, List<String> served, List<String> kept) {
        var records = new ArrayList<Json>();
        served.forEach(value -> records.add(record(value, false)));
        kept.forEach(value -> records.add(record(value, true)));
        return named(key)
                .put("changetype", "REPLACE")
                .put("ttl", ttl)
                .put("records", new Json.Arr(records))
                .build();
    }

    private static Json.Builder named(RecordSet.Key key) {
        return Json.object()
                .put("name", key.name().ascii() + ".")
                .put("type", key.type().text());
    }

    private static Json record(String content, boolean isDisabled) {
        return Json.object().put("content", content).put("disabled", isDisabled).build();
    }
}

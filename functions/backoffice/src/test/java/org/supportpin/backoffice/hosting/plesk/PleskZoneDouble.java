package org.supportpin.backoffice.hosting.plesk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.w3c.dom.Element;

/** The zones of a Plesk server's sites: records with ids, added and removed one at a time. */
final class PleskZoneDouble {

    /**
     * As in Plesk: the host is absolute, with a trailing dot; that of a PTR is an address.
     *
     * @param ownTtl in seconds since Plesk 18.0.60, which the XML API neither shows nor takes; null for the zone's
     */
    record Held(
            String site,
            String type,
            String host,
            String value,
            String opt,
            @Nullable Integer ownTtl) {}

    /** The zones' names by site. */
    final Map<String, String> zones = new HashMap<>();

    final Map<Integer, Held> records = new TreeMap<>();
    int ttl = 3600;
    String type = "master";
    String status = "enabled";

    /** The error for a site without a zone. */
    String missing = "1015";

    /** The records that Plesk refuses to add, and to remove. */
    Predicate<Held> refuses = _ -> false;

    Predicate<Held> keeps = _ -> false;
    private int next = 1;

    void hold(String site, String recordType, String host, String value, String opt) {
        hold(new Held(site, recordType, host, value, opt, null));
    }

    void hold(Held held) {
        records.put(next++, held);
    }

    /** What Plesk puts into a forward zone by itself. */
    void holdReverse(String site) {
        var zone = zones.get(site) + ".";
        hold(site, "PTR", "203.0.113.5", zone, "24");
        hold(site, "PTR", "2002:5bcc:18fd:000c:0001:0002:0003:0004", zone, "64");
    }

    private static String site(Element operation) {
        return PleskDouble.text(operation, "site-id");
    }

    void soa(XmlBuilder results, Element operation) {
        if (!zones.containsKey(site(operation))) {
            PleskDouble.error(results, missing, "DNS zone does not exist.");
            return;
        }
        PleskDouble.one(
                results,
                true,
                result -> result.text("site-id", site(operation))
                        .element(
                                "soa",
                                soa -> soa.text("ttl", String.valueOf(ttl))
                                        .text("refresh", "10800")
                                        .text("retry", "3600")
                                        .text("expire", "604800")
                                        .text("minimum", "10800"))
                        .text("zone_type", type)
                        .text("zone_status", status));
    }

    /** Whether there are any. */
    boolean records(XmlBuilder results, Element operation) {
        records.forEach((id, held) -> {
            if (held.site().equals(site(operation))) {
                PleskDouble.one(
                        results,
                        true,
                        result -> result.text("id", String.valueOf(id))
                                .element(
                                        "data",
                                        data -> data.text("site-id", held.site())
                                                .text("type", held.type())
                                                .text("host", held.host())
                                                .text("value", held.value())
                                                .text("opt", held.opt())));
            }
        });
        return records.values().stream().anyMatch(held -> held.site().equals(site(operation)));
    }

    void add(XmlBuilder results, Element operation) {
        var zone = Optional.ofNullable(zones.get(site(operation)));
        if (zone.isEmpty()) {
            PleskDouble.error(results, "1013", "Object does not exist.");
            return;
        }
        var below = PleskDouble.text(operation, "host");
        var held = new Held(
                site(operation),
                PleskDouble.text(operation, "type"),
                (below.isEmpty() ? "" : below + ".") + zone.get() + ".",
                PleskDouble.text(operation, "value"),
                PleskDouble.has(operation, "opt") ? PleskDouble.text(operation, "opt") : "",
                null);
        if (refuses.test(held) || conflicts(held)) {
            PleskDouble.error(results, "1007", "Incorrect DNS record values were specified: maria@example.gr");
            return;
        }
        records.put(next, held);
        PleskDouble.one(results, true, result -> result.text("id", String.valueOf(next)));
        next++;
    }

    /** A CNAME allows no other record. */
    private boolean conflicts(Held added) {
        return records.values().stream()
                .filter(held -> held.host().equals(added.host()))
                .anyMatch(held ->
                        (held.type() + held.value() + held.opt()).equals(added.type() + added.value() + added.opt())
                                || held.type().equals("CNAME")
                                || added.type().equals("CNAME"));
    }

    void remove(XmlBuilder results, Element operation) {
        var id = Integer.parseInt(PleskDouble.text(operation, "id"));
        var held = records.get(id);
        if (held == null || keeps.test(held)) {
            PleskDouble.error(results, "1013", "Object does not exist.");
            return;
        }
        records.remove(id);
        PleskDouble.one(results, true, result -> result.text("id", String.valueOf(id)));
    }
}

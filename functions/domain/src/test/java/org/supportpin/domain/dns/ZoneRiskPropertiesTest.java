package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Risk;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.testing.Draw;

/** What changes an answer for a name that matters, or can prove control, is high; what does not is standard. */
class ZoneRiskPropertiesTest {

    private static final List<String> NAMES = List.of(
            "@",
            "www",
            "mail",
            "a",
            "b",
            "c",
            "x.a",
            "y.x.a",
            "x.b",
            "*",
            "*.a",
            "*.b",
            "ns2",
            "out",
            "mta-sts",
            "_dmarc",
            "_acme-challenge",
            "s1._domainkey",
            "s1._domainkey.a",
            "_sip._tcp",
            "_x.b",
            "sub",
            "ns.sub",
            "www.sub",
            "d",
            "x.d");
    private static final List<String> TARGETS =
            List.of("a", "b", "x.a", "x.b", "y.x.a", "mail", "www", "ns2", "x.d", "ns.sub", "z.a", "q");
    private static final Map<Editable, List<String>> VALUES = values();

    private static Map<Editable, List<String>> values() {
        var inside = TARGETS.stream().map(ZoneRiskPropertiesTest::full).toList();
        var values = new HashMap<Editable, List<String>>();
        values.put(Editable.A, List.of("195.251.255.1", "195.251.255.2"));
        values.put(Editable.AAAA, List.of("2a02:587::1", "2a02:587::2"));
        values.put(Editable.CNAME, and(inside, "shop.allo.gr."));
        values.put(Editable.MX, and(inside.stream().map(name -> "10 " + name).toList(), "10 mx.allo.gr."));
        values.put(
                Editable.TXT,
                List.of(
                        "hello",
                        "verification=1",
                        "v=DKIM1; p=MIIB",
                        "v=spf1 -all",
                        "v=spf1 a -all",
                        "v=spf1 a:" + Zones.name("out").ascii() + " ~all"));
        values.put(
                Editable.SRV,
                and(inside.stream().map(name -> "0 5 5060 " + name).toList(), "0 5 5060 pbx.allo.gr."));
        values.put(Editable.CAA, List.of("0 issue \"letsencrypt.org\"", "0 issue \";\""));
        return values;
    }

    private static List<String> and(List<String> some, String more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static String full(String name) {
        return OwnerName.parse(Zones.NAME, name + "." + Zones.NAME.ascii()).orThrow() + ".";
    }

    private static RecordSet of(String name, Editable type, List<String> records) {
        return set(name, type.text(), records.toArray(String[]::new));
    }

    private static RecordSet set(String name, String type, String... records) {
        return Zones.set(name.equals("@") ? name : full(name), type, records);
    }

    private static RecordSet drawn(Draw draw, String name) {
        // Half of all are the types by which people find a host.
        var type = draw.chance(50)
                ? draw.of(List.of(Editable.A, Editable.AAAA, Editable.CNAME))
                : draw.of(List.of(Editable.values()));
        var values = VALUES.getOrDefault(type, List.of());
        return of(name, type, draw.list(1, type == Editable.CNAME ? 1 : 2, () -> draw.of(values)));
    }

    private static Zone zone(Draw draw) {
        var sets = new HashMap<RecordSet.Key, RecordSet>();
        for (var set : draw.list(2, 14, () -> drawn(draw, draw.of(NAMES)))) {
            sets.put(set.key(), set);
        }
        add(sets, set("@", "NS", "ns1.host.gr.", full("ns2")));
        if (draw.chance(30)) {
            add(sets, set("sub", "NS", draw.chance(50) ? full("ns.sub") : "ns.allo.gr."));
        }
        if (draw.chance(20)) {
            add(sets, set("d", "DNAME", draw.chance(70) ? full("a") : "allo.gr."));
        }
        if (draw.chance(20)) {
            add(sets, set("@", "ALIAS", draw.chance(70) ? full("b") : "lb.allo.gr."));
        }
        return new Zone(Zones.NAME, Zones.HOLDER, List.copyOf(sets.values()));
    }

    private static void add(Map<RecordSet.Key, RecordSet> sets, RecordSet set) {
        sets.put(set.key(), set);
    }

    private static RecordSetEdit edit(Draw draw, Zone zone) {
        var there = zone.recordSets().stream()
                .filter(set -> set.type() instanceof Editable)
                .toList();
        if (!there.isEmpty() && draw.chance(40)) {
            var before = draw.of(there);
            return new RecordSetEdit(before.name(), (Editable) before.type(), before, null);
        }
        var after = drawn(draw, draw.of(NAMES));
        return new RecordSetEdit(
                after.name(), (Editable) after.type(), zone.find(after.key()).orElse(null), after);
    }

    private static boolean hasConflict(Zone zone) {
        return ZoneFaults.of(zone, Set.of()).stream()
                .anyMatch(fault -> fault instanceof ZoneFault.AliasAtApex
                        || fault instanceof ZoneFault.BesideAlias
                        || fault instanceof ZoneFault.TargetIsAlias);
    }

    @Test
    void theRiskIsTheEffects() {
        var high = new AtomicInteger();
        var standard = new AtomicInteger();
        Draw.times(6_000, draw -> {
            var before = zone(draw);
            if (hasConflict(before)) {
                return; // what an alias beside other records answers, every server decides for itself
            }
            var edits = new HashMap<RecordSet.Key, RecordSetEdit>();
            for (var edit : draw.list(1, 2, () -> edit(draw, before))) {
                edits.put(edit.key(), edit);
            }
            var after = before.with(List.copyOf(edits.values()));
            if (hasConflict(after)) {
                return;
            }

            var expected = RiskOracle.isHigh(before, after) ? Risk.HIGH : Risk.STANDARD;

            assertThat(ZoneRisk.of(before, after, List.copyOf(edits.values())))
                    .as("%s%n%s", before.recordSets(), edits.values())
                    .isEqualTo(expected);
            (expected == Risk.HIGH ? high : standard).incrementAndGet();
        });
        assertThat(high).hasValueGreaterThan(500);
        assertThat(standard).hasValueGreaterThan(500);
    }
}

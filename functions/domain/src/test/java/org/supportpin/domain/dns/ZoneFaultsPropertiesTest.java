package org.supportpin.domain.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.action.Verdict;
import org.supportpin.domain.testing.Draw;

/**
 * Random zones and changes against a second opinion: a plain walk over lists of records, with none of the service's code. An edit is
 * refused exactly if afterwards some name loops, is unseen, is an alias that must not be one, or a nameserver is lost, that was not
 * before; and never because of the order.
 */
class ZoneFaultsPropertiesTest {

    private static final String APEX = "papadopoulou.gr";
    private static final List<String> NAMES = List.of(
            "a", "b", "c", "x.a", "y.a", "*.a", "*", "sub", "x.sub", "ns.sub", "d", "x.d", "ns2", "q.x.a", "*.x.a");
    private static final List<String> TARGETS =
            List.of("a", "b", "c", "x.a", "z.a", "q.x.a", "x.sub", "x.d", "a.d", "ns2", "nothing", "r.x.a");

    /** One record: owner, type and target or value; names are relative to the zone. */
    private record Entry(String name, String type, String value) {}

    @Test
    void onlyWhatAnEditMakesWorseIsRefusedWhateverTheOrder() {
        var refused = new AtomicInteger();
        var accepted = new AtomicInteger();
        Draw.times(4_000, draw -> {
            var before = zone(draw);
            var changes = changes(draw, before);
            var after = after(before, changes);
            var expected = new HashSet<>(faults(after));
            expected.removeAll(faults(before));
            // Whatever stands at a place where nobody sees it is a fault of its own if it changes.
            for (var change : changes) {
                if (isUpsert(change) && isUnseen(after, entry(change)) && !before.contains(entry(change))) {
                    expected.add("unseen " + change.name());
                }
            }

            var shuffled = new ArrayList<>(changes);
            Collections.rotate(shuffled, 1);
            for (var order : List.of(changes, changes.reversed(), shuffled)) {
                var verdict = Zones.decide(served(before), order.toArray(RawChange[]::new));
                assertThat(verdict instanceof Verdict.Accepted<ZoneEdit>)
                        .as("%s%n%s%n%s%n%s", before, order, expected, verdict)
                        .isEqualTo(expected.isEmpty());
            }
            (expected.isEmpty() ? accepted : refused).incrementAndGet();
        });
        assertThat(refused).hasValueGreaterThan(500);
        assertThat(accepted).hasValueGreaterThan(500);
    }

    private static Set<Entry> zone(Draw draw) {
        var all = new HashMap<String, Entry>();
        for (var each : draw.list(2, 8, () -> drawn(draw))) {
            all.put(each.name() + " " + each.type(), each);
        }
        all.put("@ NS", new Entry("@", "NS", "ns2"));
        if (draw.chance(60)) {
            all.put("ns2 A", new Entry("ns2", "A", "195.251.255.2"));
        }
        if (draw.chance(40)) {
            all.put("sub NS", new Entry("sub", "NS", "ns.sub"));
        }
        if (draw.chance(30)) {
            all.put("d DNAME", new Entry("d", "DNAME", draw.chance(70) ? "a" : "elsewhere"));
        }
        return Set.copyOf(all.values());
    }

    private static Entry drawn(Draw draw) {
        var name = draw.of(NAMES);
        return switch (draw.below(5)) {
            case 0 -> new Entry(name, "A", "195.251.255." + draw.below(3));
            case 1 -> new Entry(name, "TXT", "t" + draw.below(3));
            case 2 -> new Entry(name, "MX", draw.of(TARGETS));
            default -> new Entry(name, "CNAME", otherThan(name, draw));
        };
    }

    /** An alias of itself is a fault of the request, not of the zone. */
    private static String otherThan(String name, Draw draw) {
        var others = TARGETS.stream().filter(target -> !target.equals(name)).toList();
        return draw.of(others);
    }

    private static List<RawChange> changes(Draw draw, Set<Entry> before) {
        var changes = new HashMap<String, RawChange>();
        var there = before.stream()
                .filter(each -> !Set.of("NS", "DNAME").contains(each.type()))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        for (int i = draw.below(3); i >= 0; i--) {
            var isDelete = !there.isEmpty() && draw.chance(40);
            var each = isDelete ? draw.of(there) : drawn(draw);
            changes.put(
                    each.name() + " " + each.type(),
                    isDelete
                            ? new RawChange("delete", full(each.name()), each.type(), null, null)
                            : new RawChange("upsert", full(each.name()), each.type(), null, List.of(value(each))));
        }
        return List.copyOf(changes.values());
    }

    private static String full(String name) {
        return name.equals("@") ? APEX : name + "." + APEX;
    }

    private static String value(Entry entry) {
        var target = entry.value().equals("elsewhere") ? "elsewhere.allo.gr." : full(entry.value()) + ".";
        return switch (entry.type()) {
            case "MX" -> "10 " + target;
            case "CNAME", "NS", "DNAME" -> target;
            default -> entry.value();
        };
    }

    private static Zone served(Set<Entry> entries) {
        return Zones.zone(entries.stream()
                .map(each -> Zones.set(full(each.name()), each.type(), value(each)))
                .toArray(RecordSet[]::new));
    }

    private static boolean isUpsert(RawChange change) {
        return "upsert".equals(change.op());
    }

    private static Entry entry(RawChange change) {
        var name = String.valueOf(change.name());
        var relative = name.substring(0, name.length() - APEX.length() - 1);
        var value = change.records() == null ? "" : change.records().getFirst();
        var plain = value.replace("10 ", "").replace("." + APEX + ".", "");
        return new Entry(relative, String.valueOf(change.type()), plain);
    }

    private static Set<Entry> after(Set<Entry> before, List<RawChange> changes) {
        var after = new HashSet<>(before);
        for (var change : changes) {
            var asked = entry(change);
            after.removeIf(
                    each -> each.name().equals(asked.name()) && each.type().equals(asked.type()));
            if (isUpsert(change)) {
                after.add(asked);
            }
        }
        return after;
    }

    /** Everything wrong, each as one sentence without anything that may change and still be as wrong. */
    private static Set<String> faults(Set<Entry> zone) {
        var faults = new HashSet<String>();
        for (var each : zone) {
            if (each.type().equals("CNAME")) {
                for (var other : zone) {
                    if (other.name().equals(each.name()) && !other.type().equals("CNAME")) {
                        faults.add("beside " + each.name() + " " + other.type());
                    }
                }
                if (loops(zone, each)) {
                    faults.add("loop " + each.name());
                }
            }
            if (Set.of("MX", "NS").contains(each.type()) && alias(zone, each.value()) != null) {
                faults.add("target " + each.name() + " " + each.type() + " " + each.value());
            }
            if (each.type().equals("NS")) {
                var host = each.value();
                var found = isBelow(zone, host) ? at(zone, host) : answering(zone, host);
                if (found.stream().noneMatch(entry -> entry.type().equals("A"))
                        && found.stream().noneMatch(entry -> entry.type().equals("CNAME") && !isBelow(zone, host))) {
                    faults.add("lost " + host);
                }
            }
        }
        return faults;
    }

    private static boolean isUnseen(Set<Entry> zone, Entry entry) {
        var isGlue = entry.type().equals("A")
                && zone.stream()
                        .anyMatch(
                                each -> each.type().equals("NS") && each.value().equals(entry.name()));
        return isBelow(zone, entry.name()) && !isGlue;
    }

    /** At or below a delegation, or below a DNAME. */
    private static boolean isBelow(Set<Entry> zone, String name) {
        return zone.stream()
                .anyMatch(each -> (each.type().equals("NS")
                                && !each.name().equals("@")
                                && (name.equals(each.name()) || name.endsWith("." + each.name())))
                        || (each.type().equals("DNAME") && name.endsWith("." + each.name())));
    }

    private static boolean loops(Set<Entry> zone, Entry start) {
        var seen = new HashSet<Entry>();
        var at = start;
        while (at != null && seen.add(at)) {
            var name = at.value();
            for (int renamings = 0; renamings < 200; renamings++) {
                var from = name;
                var dname = zone.stream()
                        .filter(each -> each.type().equals("DNAME") && from.endsWith("." + each.name()))
                        .findFirst();
                if (dname.isEmpty() || name.equals("elsewhere")) {
                    break;
                }
                name = dname.get().value().equals("elsewhere")
                        ? "elsewhere"
                        : name.substring(0, name.length() - dname.get().name().length())
                                + dname.get().value();
            }
            at = name.equals("elsewhere") ? null : alias(zone, name);
        }
        return at != null;
    }

    /** The CNAME that answers for a name. */
    private static @Nullable Entry alias(Set<Entry> zone, String name) {
        return isBelow(zone, name)
                ? null
                : answering(zone, name).stream()
                        .filter(each -> each.type().equals("CNAME"))
                        .findFirst()
                        .orElse(null);
    }

    private static Set<Entry> at(Set<Entry> zone, String name) {
        return zone.stream().filter(each -> each.name().equals(name)).collect(Collectors.toSet());
    }

    private static boolean exists(Set<Entry> zone, String name) {
        return zone.stream()
                .anyMatch(each -> each.name().equals(name) || each.name().endsWith("." + name));
    }

    /** What stands at the name, or at the wildcard of the nearest name above that exists. */
    private static Set<Entry> answering(Set<Entry> zone, String name) {
        if (exists(zone, name)) {
            return at(zone, name);
        }
        var above = name;
        while (above.indexOf('.') >= 0) {
            above = above.substring(above.indexOf('.') + 1);
            if (exists(zone, above)) {
                return at(zone, "*." + above);
            }
        }
        return at(zone, "*");
    }
}

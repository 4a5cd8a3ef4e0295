package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says without {@link ZoneResolver} and {@link GuardedNames} whether an edit is of high risk. It writes out what every name of a
 * small world answers, before and after, where the service asks only about edited names and what they make appear or vanish; and it
 * looks for names in lists of texts, not in a tree.
 */
final class RiskOracle {

    private static final String Z = Zones.NAME.ascii();

    private final Map<String, Map<String, List<String>>> records = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> direct = new HashMap<>();

    private RiskOracle(Zone zone, Collection<String> world) {
        zone.recordSets()
                .forEach(set -> records.computeIfAbsent(set.name().ascii(), _ -> new TreeMap<>())
                        .put(set.type().text(), set.records()));
        world.forEach(name -> direct.put(name, direct(name)));
    }

    static boolean isHigh(Zone before, Zone after) {
        var world = world(before, after);
        var a = new RiskOracle(before, world);
        var b = new RiskOracle(after, world);
        Set<String> hosts = union(a.hosts(), b.hosts());
        return differ(a, b, hosts, each -> name -> each.answers(name, Set.of("A", "AAAA", "HTTPS", "SVCB")))
                || differ(a, b, hosts, each -> each::authorities)
                || differ(a, b, union(a.targets("NS"), b.targets("NS")), each -> each::inTheZone)
                || differ(a, b, existing(world), each -> each::mailAndCertificates)
                || differ(a, b, List.of(Z), each -> name -> each.direct.getOrDefault(name, Map.of()))
                || differ(a, b, written(a, b), each -> each::withoutAddresses)
                || differ(a, b, written(a, b), each -> name -> each.answers(name, Set.of("TXT", "SRV")))
                || differ(a, b, belowWildcards(a, b), each -> name -> each.answers(name, Set.of("TXT", "SRV")))
                || hosts.stream().anyMatch(host -> !a.proofs(host).containsAll(b.proofs(host)));
    }

    private static boolean differ(
            RiskOracle a, RiskOracle b, Collection<String> names, Function<RiskOracle, Function<String, Object>> what) {
        return names.stream()
                .anyMatch(name ->
                        !Objects.equals(what.apply(a).apply(name), what.apply(b).apply(name)));
    }

    /** Every name of both zones, those above them, and below each of them two that are nowhere. */
    private static Set<String> world(Zone before, Zone after) {
        var names = new TreeSet<>(Set.of(Z, "www." + Z, "autodiscover." + Z, "autoconfig." + Z, "mta-sts." + Z));
        Stream.of(before, after)
                .flatMap(zone -> zone.recordSets().stream())
                .map(set -> set.name().ascii())
                .forEach(names::add);
        Stream.of(before, after)
                .flatMap(zone -> new RiskOracle(zone, List.of()).hosts().stream())
                .forEach(names::add);
        for (var name : List.copyOf(names)) {
            names.addAll(above(name));
        }
        for (var name : List.copyOf(names)) {
            var base = name.startsWith("*.") ? name.substring(2) : name;
            names.add("zz." + base);
            names.add("_zz." + base);
            names.add("zz.zz." + base);
        }
        return names;
    }

    private static Set<String> above(String name) {
        var all = new LinkedHashSet<String>();
        var labels = List.of(name.split("\\."));
        for (int i = 0; i < labels.size(); i++) {
            var tail = String.join(".", labels.subList(i, labels.size()));
            if (tail.equals(Z) || tail.endsWith("." + Z)) {
                all.add(tail);
            }
        }
        return all;
    }

    /** Without those that are nowhere: what a wildcard answers for them, it answers for others too. */
    private static Set<String> existing(Collection<String> world) {
        return world.stream().filter(name -> !name.contains("zz.")).collect(Collectors.toSet());
    }

    private static Set<String> underscored(Collection<String> names) {
        return names.stream()
                .filter(name -> Stream.of(name.split("\\.")).anyMatch(label -> label.startsWith("_")))
                .collect(Collectors.toSet());
    }

    private static Set<String> written(RiskOracle a, RiskOracle b) {
        return underscored(union(a.records.keySet(), b.records.keySet()));
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        var all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Everything else that nobody wrote is answered like these. */
    private static Set<String> belowWildcards(RiskOracle a, RiskOracle b) {
        return union(a.records.keySet(), b.records.keySet()).stream()
                .filter(name -> name.startsWith("*."))
                .map(name -> "_zz." + name.substring(2))
                .collect(Collectors.toSet());
    }

    private boolean exists(String name) {
        return name.equals(Z)
                || records.keySet().stream().anyMatch(each -> each.equals(name) || each.endsWith("." + name));
    }

    private Map<String, List<String>> at(String name) {
        return records.getOrDefault(name, Map.of());
    }

    private static String first(Map<String, List<String>> here, String type) {
        return here.getOrDefault(type, List.of()).getFirst();
    }

    /** Hidden names have only the mark of what hides them. */
    private Map<String, List<String>> direct(String name) {
        var cut = records.keySet().stream()
                .filter(each -> !each.equals(Z)
                        && at(each).containsKey("NS")
                        && (name.equals(each) || name.endsWith("." + each)))
                .findAny();
        if (cut.isPresent()) {
            return Map.of("REF", List.of(name));
        }
        var renamed = records.keySet().stream()
                .filter(each -> at(each).containsKey("DNAME") && name.endsWith("." + each))
                .min((one, other) -> one.length() - other.length());
        if (renamed.isPresent()) {
            var owner = renamed.get();
            var to = plain(first(at(owner), "DNAME"));
            return Map.of("REN", List.of(name.replaceAll("\\Q" + owner + "\\E$", to)));
        }
        if (exists(name)) {
            return records.getOrDefault(name, Map.of());
        }
        var closest = above(name).stream().filter(this::exists).findFirst().orElse(Z);
        return records.getOrDefault("*." + closest, Map.of());
    }

    private static String plain(String target) {
        return target.replaceAll("\\.$", "");
    }

    private Set<String> answers(String name, Set<String> types) {
        var found = new TreeSet<String>();
        collect(name, types, new HashSet<>(), found);
        return found;
    }

    private void collect(String name, Set<String> types, Set<String> seen, Set<String> found) {
        if (!seen.add(name)) {
            return;
        }
        if (!name.equals(Z) && !name.endsWith("." + Z)) {
            found.add("-> " + name);
            return;
        }
        var here = direct.computeIfAbsent(name, this::direct);
        if (here.containsKey("REF")) {
            found.add("-> " + name);
            return;
        }
        here.forEach((type, values) -> {
            if (types.contains(type)) {
                values.forEach(value -> found.add(type + " " + value));
            }
        });
        var on = new ArrayList<>(List.of("REN", "CNAME"));
        if (types.contains("A") || types.contains("AAAA")) {
            on.add("ALIAS");
        }
        on.stream().filter(here::containsKey).forEach(type -> collect(plain(first(here, type)), types, seen, found));
    }

    private Set<String> targets(String type) {
        return records.values().stream()
                .flatMap(node -> node.getOrDefault(type, List.of()).stream())
                .map(value -> plain(value.replaceAll(".* ", "")))
                .filter(name -> name.endsWith("." + Z) || name.equals(Z))
                .collect(Collectors.toSet());
    }

    private Set<String> hosts() {
        var hosts = new TreeSet<>(Set.of(Z, "www." + Z, "autodiscover." + Z, "autoconfig." + Z, "mta-sts." + Z));
        hosts.addAll(targets("MX"));
        hosts.addAll(targets("SRV"));
        hosts.addAll(targets("NS"));
        records.forEach((owner, node) -> node.getOrDefault("TXT", List.of()).stream()
                .filter(text -> text.startsWith("\"v=spf1"))
                .forEach(text -> Stream.of(text.replace("\"", "").split(" ")).forEach(term -> {
                    if (term.equals("a") || term.equals("mx")) {
                        hosts.add(owner);
                    } else if (term.startsWith("a:")) {
                        hosts.add(term.substring(2));
                    }
                })));
        return hosts;
    }

    private Object withoutAddresses(String name) {
        var node = new TreeMap<>(direct.computeIfAbsent(name, this::direct));
        node.remove("A");
        node.remove("AAAA");
        return node;
    }

    private Object inTheZone(String name) {
        var node = records.getOrDefault(name, Map.of());
        return List.of(node.getOrDefault("A", List.of()), node.getOrDefault("AAAA", List.of()));
    }

    private Object mailAndCertificates(String name) {
        var node = direct.computeIfAbsent(name, this::direct);
        return List.of(
                node.getOrDefault("MX", List.of()),
                node.getOrDefault("SRV", List.of()),
                node.getOrDefault("CAA", List.of()),
                node.getOrDefault("TXT", List.of()).stream()
                        .filter(text -> text.startsWith("\"v=spf1"))
                        .toList());
    }

    private Object authorities(String host) {
        return above(host).stream()
                .map(name -> answers(name, Set.of("CAA")))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private Set<String> proofs(String host) {
        return above(host).stream()
                .flatMap(name -> Stream.of(name, "_zz." + name))
                .flatMap(name -> answers(name, Set.of("TXT")).stream())
                .collect(Collectors.toSet());
    }
}

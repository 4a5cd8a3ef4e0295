package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.supportpin.domain.name.DnsName;

/**
 * What a zone answers (RFC 1034 §4.3.2): it follows aliases (CNAME, DNAME, and ALIAS or ANAME for addresses), fills in wildcards
 * (RFC 4592), and stops where a delegation begins or a name leaves the zone. Names are in A-labels without the trailing dot.
 *
 * <p>A question costs in proportion to the labels of the names on its way, whatever the size of the zone.
 */
final class ZoneResolver {

    /** Longer than any resolver follows, so that a chain never costs more and a loop ends. */
    static final int MOST_ALIASES = 16;

    /** In characters (RFC 1035 §2.3.4). */
    private static final int LONGEST_NAME = 253;

    private static final Set<String> FLATTENED = Set.of("ALIAS", "ANAME");
    private static final Set<String> ADDRESSES = Set.of("A", "AAAA");

    private final String apex;

    /** The RRsets of every name that exists, by type; none for a name that only has others below it (RFC 4592 §2.2.2). */
    private final Map<String, Map<String, RecordSet>> nodes = new HashMap<>();

    /** Where another zone begins. */
    private final Set<String> cuts = new HashSet<>();

    /** The owners of DNAMEs. */
    private final Set<String> renamed = new HashSet<>();

    /** The names below the zone's own that are zones of their own, served here. */
    private final Set<String> children;

    ZoneResolver(Zone zone) {
        this(zone, Set.of());
    }

    /** @param children names below the zone's own that are zones of their own, served here: the zone no longer answers for them */
    ZoneResolver(Zone zone, Set<String> children) {
        apex = zone.name().ascii();
        this.children = Set.copyOf(children);
        cuts.addAll(children);
        nodes.put(apex, new HashMap<>());
        for (var set : zone.recordSets()) {
            var owner = set.name().ascii();
            for (var name = owner; nodes.putIfAbsent(name, new HashMap<>()) == null; ) {
                name = parent(name);
            }
            nodes.getOrDefault(owner, Map.of()).put(set.type().text(), set);
            if (set.type().text().equals("NS") && !owner.equals(apex)) {
                cuts.add(owner);
            }
            if (set.type().text().equals("DNAME")) {
                renamed.add(owner);
            }
        }
    }

    /**
     * An answer.
     *
     * @param values each as type and value
     * @param elsewhere the names that another zone answers
     */
    record Answer(Set<String> values, Set<String> elsewhere) {

        Answer {
            values = Set.copyOf(values);
            elsewhere = Set.copyOf(elsewhere);
        }

        static Answer none() {
            return new Answer(Set.of(), Set.of());
        }

        boolean isEmpty() {
            return values.isEmpty() && elsewhere.isEmpty();
        }
    }

    private boolean contains(String name) {
        return name.equals(apex) || name.endsWith("." + apex);
    }

    /** The name and those above it, up to the zone's own: none if it is outside the zone. */
    List<String> upToApex(String name) {
        var names = new ArrayList<String>();
        if (contains(name)) {
            for (var each = name; !each.equals(apex); each = parent(each)) {
                names.add(each);
            }
            names.add(apex);
        }
        return names;
    }

    /** The records of these types at the name, or where its aliases lead. */
    Answer resolve(String question, Set<String> types) {
        var values = new TreeSet<String>();
        var elsewhere = new TreeSet<String>();
        var name = question;
        for (int aliases = 0; aliases <= MOST_ALIASES; aliases++) {
            if (!contains(name) || isDelegated(name)) {
                elsewhere.add(name);
                break;
            }
            var next = renamed(name);
            if (next.isEmpty()) {
                var node = match(name);
                types.forEach(type -> values.addAll(valuesOf(node, type)));
                next = target(node, "CNAME").or(() -> flattened(node, types));
            }
            if (next.isEmpty()) {
                break;
            }
            name = next.get();
        }
        return new Answer(values, elsewhere);
    }

    /** The records of a type that stand at the name itself, or at the wildcard that covers it; aliases are not followed. */
    List<String> own(String name, String type) {
        return isDelegated(name) || renamed(name).isPresent()
                ? List.of()
                : Optional.ofNullable(match(name).get(type))
                        .map(RecordSet::records)
                        .orElse(List.of());
    }

    /** The addresses that a delegation gives beside the name of its server, although another zone answers for it. */
    List<String> glue(String name) {
        var node = nodes.getOrDefault(name, Map.of());
        return ADDRESSES.stream()
                .sorted()
                .flatMap(type -> valuesOf(node, type).stream())
                .toList();
    }

    boolean isWithin(String name) {
        return contains(name);
    }

    /**
     * Why the zone itself does not answer for a name.
     *
     * @param owner the name, or one above it
     */
    record Cover(String owner, Kind kind) {
        enum Kind {
            /** NS records hand it to other nameservers. */
            DELEGATION,
            /** It is a zone of its own, served here. */
            CHILD,
            /** A DNAME above it sends its questions elsewhere (RFC 6672). */
            DNAME
        }
    }

    /** What comes first on the way down from the zone to the name; empty if the zone answers for it. */
    Optional<Cover> cover(String name) {
        if (cuts.isEmpty() && renamed.isEmpty()) {
            return Optional.empty();
        }
        for (var above : upToApex(name).reversed()) {
            if (children.contains(above)) {
                return Optional.of(new Cover(above, Cover.Kind.CHILD));
            }
            if (cuts.contains(above)) {
                return Optional.of(new Cover(above, Cover.Kind.DELEGATION));
            }
            if (renamed.contains(above) && !above.equals(name)) {
                return Optional.of(new Cover(above, Cover.Kind.DNAME));
            }
        }
        return Optional.empty();
    }

    /** The RRsets at exactly this name, by type. */
    Map<String, RecordSet> at(String name) {
        return nodes.getOrDefault(name, Map.of());
    }

    /** The owner of the CNAME that answers for the name, which may be a wildcard; empty if none does. */
    Optional<String> alias(String name) {
        if (!contains(name) || cover(name).isPresent()) {
            return Optional.empty();
        }
        var owner = matching(name);
        return at(owner).containsKey("CNAME") ? Optional.of(owner) : Optional.empty();
    }

    /** The owner of the next CNAME after this one, also through DNAMEs; itself if DNAMEs lead in a circle. */
    Optional<String> next(String alias) {
        var seen = new HashSet<String>();
        var name = target(at(alias), "CNAME").orElse(alias);
        while (contains(name)
                && cover(name).filter(cover -> cover.kind() == Cover.Kind.DNAME).isPresent()) {
            if (!seen.add(name) || name.length() > LONGEST_NAME) {
                return Optional.of(alias);
            }
            name = renamed(name).orElse(name);
        }
        return alias(name);
    }

    /** The types of what gives a host its addresses: glue below a delegation, else what answers for it. */
    Set<String> addressed(String host) {
        return cover(host).isPresent() ? at(host).keySet() : match(host).keySet();
    }

    /** What stands at the name itself, or at the wildcard below its closest encloser (RFC 4592 §3.3.1). */
    private Map<String, RecordSet> match(String name) {
        return at(matching(name));
    }

    private String matching(String name) {
        if (nodes.containsKey(name)) {
            return name;
        }
        var encloser = parent(name);
        while (!nodes.containsKey(encloser)) {
            encloser = parent(encloser);
        }
        return "*." + encloser;
    }

    /** Whether a delegation stands at the name or above it. */
    private boolean isDelegated(String name) {
        return !cuts.isEmpty() && upToApex(name).stream().anyMatch(cuts::contains);
    }

    /** Where a DNAME above the name leads (RFC 6672 §2.2). */
    private Optional<String> renamed(String name) {
        return renamed.isEmpty()
                ? Optional.empty()
                : upToApex(name).reversed().stream()
                        .filter(above -> renamed.contains(above) && !above.equals(name))
                        .flatMap(above -> target(nodes.getOrDefault(above, Map.of()), "DNAME").stream()
                                .map(target -> name.substring(0, name.length() - above.length()) + target))
                        .findFirst();
    }

    private static Optional<String> flattened(Map<String, RecordSet> node, Set<String> types) {
        return types.stream().anyMatch(ADDRESSES::contains)
                ? FLATTENED.stream()
                        .sorted()
                        .flatMap(type -> target(node, type).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> target(Map<String, RecordSet> node, String type) {
        return Optional.ofNullable(node.get(type)).map(set -> name(set.records().getFirst()));
    }

    private static List<String> valuesOf(Map<String, RecordSet> node, String type) {
        var set = node.get(type);
        return set == null
                ? List.of()
                : set.records().stream().map(value -> type + " " + value).toList();
    }

    /** A target as a name, with octets spelled as in the owners of records (RFC 1035 §5.1). */
    static String name(String target) {
        return DnsName.inZone(target).map(DnsName::ascii).asOptional().orElseGet(() -> plain(target));
    }

    private static String plain(String target) {
        var lower = target.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}

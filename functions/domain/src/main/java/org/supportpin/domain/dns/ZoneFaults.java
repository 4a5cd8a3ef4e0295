package org.supportpin.domain.dns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.dns.ZoneFault.AliasAtApex;
import org.supportpin.domain.dns.ZoneFault.BesideAlias;
import org.supportpin.domain.dns.ZoneFault.BesideFlattened;
import org.supportpin.domain.dns.ZoneFault.Circle;
import org.supportpin.domain.dns.ZoneFault.Occluded;
import org.supportpin.domain.dns.ZoneFault.Several;
import org.supportpin.domain.dns.ZoneFault.TargetIsAlias;
import org.supportpin.domain.dns.ZoneFault.Unreachable;

/**
 * Finds everything that is wrong with a zone as a whole. It costs in proportion to the size of the zone and the labels of its names.
 * An edit may be refused for what {@link #worse} finds: a fault that was there before blocks nobody.
 */
final class ZoneFaults {

    /** DNSSEC's own records may coexist with an alias (RFC 4034 §4, RFC 2181 §10.1). */
    private static final Set<String> ALLOWED_BESIDE_CNAME = Set.of("CNAME", "RRSIG", "NSEC");

    /** What belongs to the parent where another zone begins (RFC 4035 §2.4, RFC 2181 §6.1). */
    private static final Set<String> AT_CUT = Set.of("NS", "DS", "RRSIG", "NSEC");

    private static final Set<String> TARGETS = Set.of("MX", "NS", "SRV");
    private static final Set<String> ADDRESSES = Set.of("A", "AAAA");
    private static final Set<String> FLATTENED = Set.of("ALIAS", "ANAME");

    private final String apex;
    private final ZoneResolver answers;

    /** The hosts that the zone's NS records name. */
    private final Set<String> nameservers = new HashSet<>();

    /** The circle into which an alias leads, by its owner; empty if none. */
    private final Map<String, List<String>> circles = new HashMap<>();

    private final Set<ZoneFault> found = new LinkedHashSet<>();

    private ZoneFaults(Zone zone, Set<String> children) {
        this.apex = zone.name().ascii();
        this.answers = new ZoneResolver(zone, children);
        for (var set : zone.recordSets()) {
            if (set.type().text().equals("NS") && isVisible(set)) {
                set.targets().forEach(nameservers::add);
            }
        }
    }

    /**
     * The faults of a zone.
     *
     * @param children the names below its own that are zones of their own, served here
     */
    static Set<ZoneFault> of(Zone zone, Set<String> children) {
        var faults = new ZoneFaults(zone, children);
        zone.recordSets().forEach(faults::judge);
        faults.nameservers.stream()
                .filter(faults::isUnreachable)
                .map(Unreachable::new)
                .forEach(faults.found::add);
        return faults.found;
    }

    /** What is wrong after an edit and was not wrong before, or less so. */
    static List<ZoneFault> worse(Zone before, Zone after, Set<String> children) {
        var known = of(before, children);
        return of(after, children).stream()
                .filter(fault -> !known.contains(fault))
                .filter(fault -> !(fault instanceof Several several) || isMore(several, known))
                .toList();
    }

    private static boolean isMore(Several now, Set<ZoneFault> known) {
        return known.stream()
                .noneMatch(fault -> fault instanceof Several(var name, var kind, var texts)
                        && name.equals(now.name())
                        && kind == now.kind()
                        && texts.size() >= now.texts().size());
    }

    private boolean isVisible(RecordSet set) {
        return answers.cover(set.name().ascii())
                .map(cover -> cover.owner().equals(set.name().ascii())
                        && AT_CUT.contains(set.type().text()))
                .orElse(true);
    }

    private void judge(RecordSet set) {
        var owner = set.name().ascii();
        var type = set.type().text();
        var isGlue = ADDRESSES.contains(type) && nameservers.contains(owner);
        if (!isVisible(set) && !isGlue) {
            answers.cover(owner).ifPresent(cover -> found.add(new Occluded(owner, type, set.records(), cover)));
        }
        var here = answers.at(owner);
        if (type.equals("CNAME")) {
            judgeAlias(owner);
        } else if (here.containsKey("CNAME") && !ALLOWED_BESIDE_CNAME.contains(type)) {
            found.add(new BesideAlias(owner, type));
        }
        if (ADDRESSES.contains(type)) {
            FLATTENED.stream()
                    .filter(here::containsKey)
                    .sorted()
                    .forEach(flattened -> found.add(new BesideFlattened(owner, type, flattened)));
        }
        if (TARGETS.contains(type)) {
            set.targets().stream()
                    .filter(target -> answers.alias(target).isPresent())
                    .forEach(target -> found.add(new TargetIsAlias(owner, type, target)));
        }
        if (set.type() == Editable.TXT) {
            judgeTexts(owner, set.records());
        }
    }

    private void judgeAlias(String owner) {
        if (owner.equals(apex)) {
            found.add(new AliasAtApex(owner));
        }
        var path = new LinkedHashSet<String>();
        var at = owner;
        while (at != null && !circles.containsKey(at) && path.add(at)) {
            at = answers.next(at).orElse(null);
        }
        // It ends nowhere, at an alias that is known, or at one of this path: then those from there on are the circle.
        var circle = at == null ? List.<String>of() : circles.containsKey(at) ? circles.get(at) : from(at, path);
        path.forEach(name -> circles.put(name, circle));
        if (!circles.getOrDefault(owner, List.of()).isEmpty()) {
            found.add(new Circle(owner, circles.getOrDefault(owner, List.of())));
        }
    }

    private static List<String> from(String first, Set<String> path) {
        return path.stream().dropWhile(name -> !name.equals(first)).toList();
    }

    private void judgeTexts(String owner, List<String> records) {
        if (records.size() > 1) {
            for (var kind : OneText.values()) {
                var texts = kind.among(owner, records);
                if (texts.size() > 1) {
                    found.add(new Several(owner, kind, texts));
                }
            }
        }
    }

    private boolean isUnreachable(String nameserver) {
        return answers.isWithin(nameserver)
                && answers.addressed(nameserver).stream()
                        .noneMatch(type -> ADDRESSES.contains(type) || FLATTENED.contains(type))
                && answers.alias(nameserver).isEmpty();
    }
}

package org.supportpin.domain.dns;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.supportpin.domain.dns.RecordType.Editable;

/**
 * Finds where a zone breaks the rules about aliases: a CNAME at the apex or beside other types (RFC 1034 §3.6.2), and an MX or
 * SRV record whose target is an alias (RFC 2181 §10.3, RFC 2782). Each conflict is a sentence that names the records involved.
 */
final class ZoneConflicts {

    /** DNSSEC's own records may coexist with an alias (RFC 4034 §4, RFC 2181 §10.1). */
    private static final Set<String> ALLOWED_BESIDE_CNAME = Set.of("RRSIG", "NSEC");

    private final Zone zone;

    /** Every existing name, including empty ones between a record and the apex (RFC 4592 §2.2.2), and whether it is an alias. */
    private final Map<String, Boolean> names = new HashMap<>();

    private final Set<String> found = new LinkedHashSet<>();

    private ZoneConflicts(Zone zone) {
        this.zone = zone;
        for (var set : zone.recordSets()) {
            for (var name = set.name().ascii(); !name.equals(zone.name().ascii()); name = parent(name)) {
                names.putIfAbsent(name, false);
            }
            names.merge(set.name().ascii(), set.type() == Editable.CNAME, Boolean::logicalOr);
        }
        names.putIfAbsent(zone.name().ascii(), false);
    }

    static Set<String> of(Zone zone) {
        var conflicts = new ZoneConflicts(zone);
        zone.recordSets().forEach(conflicts::judge);
        return conflicts.found;
    }

    private void judge(RecordSet set) {
        var owner = set.name().ascii();
        if (set.type() == Editable.CNAME && owner.equals(zone.name().ascii())) {
            found.add(owner + " is the zone itself and cannot be an alias (CNAME).");
        }
        if (set.type() != Editable.CNAME
                && isAliasOwner(owner)
                && !ALLOWED_BESIDE_CNAME.contains(set.type().text())) {
            found.add(
                    owner + " cannot be an alias (CNAME) and have " + set.type().text() + " records as well.");
        }
        if (set.type() == Editable.MX || set.type() == Editable.SRV) {
            set.targets().stream()
                    .filter(this::isAlias)
                    .forEach(target -> found.add(set.type().text() + " records of " + owner + " cannot point to "
                            + target + ", which is an alias (CNAME)."));
        }
    }

    private boolean isAliasOwner(String name) {
        return names.getOrDefault(name, false);
    }

    /** What a resolver would find: the name itself, or else the wildcard below its closest encloser (RFC 4592 §3.3.1). */
    private boolean isAlias(String target) {
        if (!target.endsWith("." + zone.name().ascii())) {
            return false; // the apex is not an alias, and other zones are not ours to check
        }
        if (names.containsKey(target)) {
            return isAliasOwner(target);
        }
        var encloser = parent(target);
        while (!names.containsKey(encloser)) {
            encloser = parent(encloser);
        }
        return isAliasOwner("*." + encloser);
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}

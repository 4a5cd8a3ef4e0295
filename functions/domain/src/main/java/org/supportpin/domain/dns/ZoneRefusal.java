package org.supportpin.domain.dns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.check.Fault;
import org.supportpin.domain.dns.ZoneFault.AliasAtApex;
import org.supportpin.domain.dns.ZoneFault.BesideAlias;
import org.supportpin.domain.dns.ZoneFault.BesideFlattened;
import org.supportpin.domain.dns.ZoneFault.Circle;
import org.supportpin.domain.dns.ZoneFault.Occluded;
import org.supportpin.domain.dns.ZoneFault.Several;
import org.supportpin.domain.dns.ZoneFault.TargetIsAlias;
import org.supportpin.domain.dns.ZoneFault.Unreachable;

/** All that changes would break, in one refusal: each thing once for every change that has to do with it, whatever their order. */
final class ZoneRefusal {

    private static final List<String> RULES = List.of(
            ZoneRules.TYPE_NOT_EDITABLE,
            ZoneRules.RECORD_NOT_FOUND,
            ZoneRules.CNAME_CONFLICT,
            ZoneRules.CNAME_LOOP,
            ZoneRules.NAME_OCCLUDED,
            ZoneRules.NAMESERVER_WITHOUT_ADDRESS,
            ZoneRules.SPF_CONFLICT,
            ZoneRules.DMARC_CONFLICT,
            ZoneRules.TEXT_CONFLICT);

    private record Told(String rule, Fault fault) {}

    private final List<Change> changes;
    private final List<Told> told = new ArrayList<>();

    ZoneRefusal(List<Change> changes) {
        this.changes = changes;
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** One change that is forbidden for itself. */
    void add(int change, String rule, Fault words) {
        told.add(new Told(rule, words.within(change)));
    }

    void add(List<ZoneFault> faults) {
        var atApex = faults.stream().anyMatch(AliasAtApex.class::isInstance);
        var groups = new LinkedHashMap<Object, List<ZoneFault>>();
        for (var fault : faults) {
            // At the apex, the apex is the reason: no other way to have an alias there leads anywhere.
            if (!(atApex && fault instanceof BesideAlias(var name, var _) && isAliasAtApex(faults, name))) {
                groups.computeIfAbsent(alike(fault), _ -> new ArrayList<>()).add(fault);
            }
        }
        groups.values().stream()
                .sorted(Comparator.comparing(group -> names(group).toString()))
                .forEach(group -> {
                    var words = ZoneWords.of(group);
                    for (int change : concerned(group)) {
                        told.add(new Told(group.getFirst().rule(), change < 0 ? words : words.within(change)));
                    }
                });
    }

    /** Pointers are relative to the list of changes. */
    Refusal refusal() {
        told.sort(Comparator.comparingInt(each -> RULES.indexOf(each.rule())));
        return Refusal.of(told.getFirst().rule(), told.stream().map(Told::fault).toList());
    }

    private static boolean isAliasAtApex(List<ZoneFault> faults, String name) {
        return faults.contains(new AliasAtApex(name));
    }

    /** What is told in one sentence. */
    private static Object alike(ZoneFault fault) {
        return switch (fault) {
            case BesideAlias(var name, var _) -> List.of(BesideAlias.class, name);
            case Circle(var _, var circle) -> List.of(Circle.class, circle);
            default -> fault;
        };
    }

    private static Set<String> names(List<ZoneFault> group) {
        var names = new TreeSet<String>();
        for (var fault : group) {
            switch (fault) {
                case AliasAtApex(var name) -> names.add(name);
                case BesideAlias(var name, var _) -> names.add(name);
                case BesideFlattened(var name, var _, var _) -> names.add(name);
                case TargetIsAlias(var owner, var _, var target) -> names.addAll(List.of(owner, target));
                case Circle(var alias, var _) -> names.add(alias);
                case Occluded(var name, var _, var _, var _) -> names.add(name);
                case Unreachable(var host) -> names.add(host);
                case Several(var name, var _, var _) -> names.add(name);
            }
        }
        return names;
    }

    private static boolean concerns(ZoneFault fault, Change change) {
        var name = change.name().ascii();
        var type = change.type().text();
        return switch (fault) {
            case AliasAtApex(var apex) -> name.equals(apex) && type.equals("CNAME");
            case BesideAlias(var owner, var other) ->
                name.equals(owner) && (type.equals("CNAME") || type.equals(other));
            case BesideFlattened(var owner, var other, var _) -> name.equals(owner) && type.equals(other);
            case TargetIsAlias(var owner, var other, var target) ->
                (name.equals(owner) && type.equals(other)) || (name.equals(target) && type.equals("CNAME"));
            case Circle(var alias, var _) -> name.equals(alias) && type.equals("CNAME");
            case Occluded(var owner, var other, var _, var _) -> name.equals(owner) && type.equals(other);
            case Unreachable(var host) -> name.equals(host);
            case Several(var owner, var _, var _) -> name.equals(owner) && type.equals("TXT");
        };
    }

    /** The changes that bring it about; -1, for all of them, if none has to do with it by its name. */
    private List<Integer> concerned(List<ZoneFault> group) {
        var found = indices(change -> group.stream().anyMatch(fault -> concerns(fault, change)));
        if (found.isEmpty()) {
            // A wildcard begins or ceases to answer because a name beside or below it changes.
            var names = names(group);
            found = indices(change ->
                    names.stream().anyMatch(name -> isRelated(change.name().ascii(), name)));
        }
        return found.isEmpty() ? List.of(-1) : found;
    }

    private List<Integer> indices(Predicate<Change> isOne) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < changes.size(); i++) {
            if (isOne.test(changes.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean isRelated(String changed, String name) {
        var below = withoutWildcard(changed);
        var above = withoutWildcard(name);
        return above.equals(below) || above.endsWith("." + below) || below.endsWith("." + above);
    }

    private static String withoutWildcard(String name) {
        return name.startsWith("*.") ? name.substring(2) : name;
    }
}

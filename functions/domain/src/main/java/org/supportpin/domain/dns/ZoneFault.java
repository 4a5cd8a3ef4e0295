package org.supportpin.domain.dns;

import java.util.List;
import org.supportpin.domain.dns.ZoneResolver.Cover;

/** One thing that is wrong with a zone as a whole. Names are in A-labels without the trailing dot. */
sealed interface ZoneFault {

    /** The rule's name in the API. */
    default String rule() {
        return switch (this) {
            case AliasAtApex _, BesideAlias _, BesideFlattened _, TargetIsAlias _ -> ZoneRules.CNAME_CONFLICT;
            case Circle _ -> ZoneRules.CNAME_LOOP;
            case Occluded _ -> ZoneRules.NAME_OCCLUDED;
            case Unreachable _ -> ZoneRules.NAMESERVER_WITHOUT_ADDRESS;
            case Several several -> several.kind().rule();
        };
    }

    /** The zone itself is an alias (RFC 1034 §3.6.2). */
    record AliasAtApex(String name) implements ZoneFault {}

    /** Records of another type beside a CNAME (RFC 1034 §3.6.2, RFC 6672 §2.4). */
    record BesideAlias(String name, String type) implements ZoneFault {}

    /**
     * Addresses beside an {@code ALIAS} or {@code ANAME}, which gives addresses too.
     *
     * @param type {@code A} or {@code AAAA}
     */
    record BesideFlattened(String name, String type, String flattened) implements ZoneFault {}

    /** An MX, NS or SRV record that names an alias (RFC 2181 §10.3, RFC 2782). */
    record TargetIsAlias(String owner, String type, String target) implements ZoneFault {}

    /**
     * An alias that never leads to anything (RFC 1034 §3.6.2).
     *
     * @param circle the owners of the CNAMEs that lead to each other, in this order; the alias is one of them or leads there
     */
    record Circle(String alias, List<String> circle) implements ZoneFault {

        /** Whatever the circle, it was as useless before. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Circle(var same, var _) && same.equals(alias);
        }

        @Override
        public int hashCode() {
            return alias.hashCode();
        }
    }

    /**
     * Records that nobody will ever see: another zone answers for the name, or a DNAME sends every question for it elsewhere.
     *
     * @param records part of it, so that other values that nobody will see are another fault
     */
    record Occluded(String name, String type, List<String> records, Cover cover) implements ZoneFault {}

    /** A nameserver within the zone that has no address (RFC 1034 §4.2.2). */
    record Unreachable(String nameserver) implements ZoneFault {}

    /** Several texts at one name of a kind of which there may be one. */
    record Several(String name, OneText kind, List<String> texts) implements ZoneFault {}
}

package org.supportpin.domain.dns;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.dns.RecordType.Editable;
import org.supportpin.domain.name.DnsName;

/**
 * One RRset before and after an edit.
 *
 * @param before null if there was none
 * @param after null to remove it
 */
public record RecordSetEdit(
        DnsName name,
        Editable type,
        @Nullable RecordSet before,
        @Nullable RecordSet after) {

    public RecordSetEdit {
        if (!isOf(name, type, before) || !isOf(name, type, after) || (before == null && after == null)) {
            throw new IllegalArgumentException("not an edit of one RRset");
        }
    }

    public RecordSet.Key key() {
        return new RecordSet.Key(name, type);
    }

    /** Whether anything changes. It may already be as requested. */
    public boolean changes() {
        return !Objects.equals(before, after);
    }

    /** Whether existing values are removed or added to. A new RRset or another TTL alone affects no existing values. */
    boolean replaces() {
        return before != null && (after == null || !before.records().equals(after.records()));
    }

    Difference difference() {
        return new Difference(key().toString(), shown(before), shown(after));
    }

    /** The edit that undoes this one, in a zone that is as it left it. */
    RecordSetEdit reversed(Zone zone) {
        return new RecordSetEdit(name, type, zone.find(key()).orElse(null), before);
    }

    /** What this edit left, and what is there now. */
    Difference since(Zone zone) {
        return new Difference(
                key().toString(), shown(after), shown(zone.find(key()).orElse(null)));
    }

    private static @Nullable String shown(@Nullable RecordSet set) {
        return set == null ? null : String.join(", ", set.legible()) + " (TTL " + set.ttl() + ")";
    }

    boolean isPresentIn(Zone zone) {
        return isThere(zone, after);
    }

    boolean isAbsentFrom(Zone zone) {
        return isThere(zone, before);
    }

    private boolean isThere(Zone zone, @Nullable RecordSet wanted) {
        var there = zone.find(key());
        return wanted == null ? there.isEmpty() : there.filter(wanted::isSameAs).isPresent();
    }

    private static boolean isOf(DnsName name, Editable type, @Nullable RecordSet set) {
        return set == null || (set.name().equals(name) && set.type() == type);
    }
}

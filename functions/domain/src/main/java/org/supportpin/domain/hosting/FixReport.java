package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Difference;

/** A completed fix. */
public record FixReport(PackageId packageId, Fix fix, FixState before, FixState after) {

    /** What the customer sees. */
    public Difference change() {
        var shown = after.shown();
        return new Difference(fix.of(packageId), before.shown(), shown == null ? Fix.DONE : shown);
    }
}

package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.name.DomainName;

/**
 * A completed fix.
 *
 * @param mainDomain what people call the package
 */
public record FixReport(PackageId packageId, DomainName mainDomain, Fix fix, FixState before, FixState after) {

    /** What the customer sees. Until when a new certificate is valid is known only now, and so is its note. */
    public Difference change() {
        var what = fix.of(mainDomain);
        var shown = after.shown();
        return after instanceof FixState.Certified
                ? new Difference(what, before.shown(), fix.shownAfter(), shown)
                : new Difference(what, before.shown(), shown == null ? Fix.DONE : shown);
    }
}

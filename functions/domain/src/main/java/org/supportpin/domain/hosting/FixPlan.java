package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Difference;

/**
 * A fix that nothing stands against.
 *
 * @param fix with everything in it that was left open
 * @param before what it changes, as it was when that was checked
 */
public record FixPlan(Fix fix, FixState before) {

    /** As the customer is shown it before it is done. */
    Difference change(PackageId id) {
        return new Difference(fix.of(id), before.shown(), fix.shownAfter());
    }
}

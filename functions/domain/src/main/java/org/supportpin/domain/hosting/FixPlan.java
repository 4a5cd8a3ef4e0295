package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Difference;

/**
 * A fix that may be applied.
 *
 * @param fix with all its arguments, including those that the request left out
 * @param before the state that it changes, as it was at the check
 */
public record FixPlan(Fix fix, FixState before) {

    /** What the customer sees before it is done. */
    Difference change(PackageId id) {
        return new Difference(fix.of(id), before.shown(), fix.shownAfter());
    }
}

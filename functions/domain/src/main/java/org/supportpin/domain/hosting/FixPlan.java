package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Difference;
import org.supportpin.domain.name.DomainName;

/**
 * A fix that may be applied.
 *
 * @param mainDomain what people call the package
 * @param fix with all its arguments, including those that the request left out
 * @param before the state that it changes, as it was at the check
 */
public record FixPlan(DomainName mainDomain, Fix fix, FixState before) {

    /** What the customer sees before it is done. */
    Difference change() {
        return new Difference(fix.of(mainDomain), before.shown(), fix.shownAfter());
    }
}

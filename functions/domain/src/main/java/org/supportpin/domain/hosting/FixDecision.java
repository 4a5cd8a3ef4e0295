package org.supportpin.domain.hosting;

import org.supportpin.domain.action.Refusal;

/** What the rules say to a fix. */
public sealed interface FixDecision {

    /** Nothing stands against it. */
    record Accepted(FixPlan plan) implements FixDecision {}

    /** A rule stands against it. */
    record Refused(Refusal refusal) implements FixDecision {}
}

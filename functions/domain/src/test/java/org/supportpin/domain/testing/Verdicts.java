package org.supportpin.domain.testing;

import org.supportpin.domain.action.Proposal;
import org.supportpin.domain.action.Verdict;

/** Assertions on verdicts. */
public final class Verdicts {

    private Verdicts() {}

    /** The accepted value. */
    public static <T> T accepted(Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Accepted<T>(var value) -> value;
            case Verdict.Refused<T>(var refusal) -> throw new AssertionError(refusal.toString());
            case Verdict.Faulty<T>(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    /** The plan of an accepted proposal. */
    public static <P> P plan(Verdict<Proposal<P>> verdict) {
        return accepted(verdict).plan();
    }

    /** The rule that refused it. */
    public static String rule(Verdict<?> verdict) {
        return switch (verdict) {
            case Verdict.Accepted<?>(var value) -> throw new AssertionError("accepted: " + value);
            case Verdict.Refused<?>(var refusal) -> refusal.rule();
            case Verdict.Faulty<?>(var faults) -> throw new AssertionError(faults.toString());
        };
    }
}

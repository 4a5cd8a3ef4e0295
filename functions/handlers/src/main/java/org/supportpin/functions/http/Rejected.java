package org.supportpin.functions.http;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. Only checks of the request throw it; use cases return outcomes. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final @Nullable String claims;

    public Rejected(Problem problem) {
        this(problem, null);
    }

    /** @param claims what the token's claims lack, for the log; names of claims, never a value */
    Rejected(Problem problem, @Nullable String claims) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
        this.claims = claims;
    }

    public Problem problem() {
        return problem;
    }

    @Nullable String claims() {
        return claims;
    }
}

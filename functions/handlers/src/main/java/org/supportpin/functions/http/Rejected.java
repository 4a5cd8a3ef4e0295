package org.supportpin.functions.http;

/** Ends a request with a problem. Only checks of the request throw it; use cases return outcomes. */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public Rejected(Problem problem) {
        super(problem.slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}

package org.supportpin.functions.http;

/** A request that ends here, with a problem. It is thrown by the edge's own checks alone; use cases have outcomes. */
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

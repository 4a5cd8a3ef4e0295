package org.supportpin.domain.testing;

import org.supportpin.domain.audit.Violations;

class InMemoryViolationsTest extends ViolationsContract {

    private final InMemoryViolations violations = new InMemoryViolations();

    @Override
    protected Violations violations() {
        return violations;
    }
}

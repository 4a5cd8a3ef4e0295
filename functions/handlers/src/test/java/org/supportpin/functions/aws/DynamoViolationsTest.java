package org.supportpin.functions.aws;

import org.supportpin.domain.audit.Violations;
import org.supportpin.domain.testing.ViolationsContract;

class DynamoViolationsTest extends ViolationsContract {

    @Override
    protected Violations violations() {
        return new DynamoViolations(DynamoDbForTests.client(), DynamoDbForTests.TABLE);
    }
}

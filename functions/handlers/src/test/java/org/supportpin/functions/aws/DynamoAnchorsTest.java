package org.supportpin.functions.aws;

import org.supportpin.domain.audit.Anchors;
import org.supportpin.domain.testing.AnchorsContract;

class DynamoAnchorsTest extends AnchorsContract {

    @Override
    protected Anchors anchors() {
        return new DynamoAnchors(DynamoDbForTests.client(), DynamoDbForTests.TABLE);
    }
}

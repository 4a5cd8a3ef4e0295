package org.supportpin.domain.testing;

import org.supportpin.domain.audit.Anchors;

class InMemoryAnchorsTest extends AnchorsContract {

    private final InMemoryAnchors anchors = new InMemoryAnchors();

    @Override
    protected Anchors anchors() {
        return anchors;
    }
}

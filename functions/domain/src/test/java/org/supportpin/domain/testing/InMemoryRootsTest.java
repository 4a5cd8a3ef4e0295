package org.supportpin.domain.testing;

import org.supportpin.domain.audit.Roots;

class InMemoryRootsTest extends RootsContract {

    private final Roots roots = new InMemoryRoots();

    @Override
    protected Roots roots() {
        return roots;
    }
}

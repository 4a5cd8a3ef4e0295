package org.supportpin.functions.token;

import org.supportpin.domain.testing.TokenUsesContract;
import org.supportpin.domain.token.TokenUses;

class FakesTest extends TokenUsesContract {

    private final Fakes.Uses uses = new Fakes.Uses();

    @Override
    protected TokenUses uses() {
        return uses;
    }
}

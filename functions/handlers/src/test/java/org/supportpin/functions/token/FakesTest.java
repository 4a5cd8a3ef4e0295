package org.supportpin.functions.token;

import java.security.KeyPair;
import org.junit.jupiter.api.Nested;
import org.supportpin.domain.testing.TokenSignerContract;
import org.supportpin.domain.testing.TokenUsesContract;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.domain.token.TokenUses;

class FakesTest {

    @Nested
    class Used extends TokenUsesContract {
        private final Fakes.Uses uses = new Fakes.Uses();

        @Override
        protected TokenUses uses() {
            return uses;
        }
    }

    @Nested
    class Signed extends TokenSignerContract {
        private final KeyPair key = Signing.pair("RSA");
        private final KeyPair newKey = Signing.pair("RSA");

        @Override
        protected TokenSigner signer() {
            return Fakes.Keys.of(key);
        }

        @Override
        protected TokenSigner withNewKey() {
            return Fakes.Keys.of(newKey, key);
        }
    }
}

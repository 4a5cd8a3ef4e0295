package org.supportpin.domain.testing;

import org.supportpin.domain.signing.Signer;

class InMemorySignerTest extends SignerContract {

    private final InMemorySigner signer = new InMemorySigner();

    @Override
    protected Signer signer() {
        return signer;
    }

    @Override
    protected Signer withNewKey() {
        signer.renew();
        return signer;
    }
}

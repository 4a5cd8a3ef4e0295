package org.supportpin.local.kms;

import org.supportpin.domain.check.WireName;

/** What a key is for, by its name in KMS. */
public enum KeySpec implements WireName {
    SYMMETRIC_DEFAULT,
    HMAC_256,
    ECC_NIST_P256,
    RSA_2048;

    /** Whether it is a pair, which signs. */
    boolean isPair() {
        return this == ECC_NIST_P256 || this == RSA_2048;
    }

    @Override
    public String text() {
        return name();
    }
}

package org.supportpin.local.kms;

import org.supportpin.domain.check.WireName;

/** What a key is for, by its name in KMS. */
public enum KeySpec implements WireName {
    SYMMETRIC_DEFAULT,
    HMAC_256,
    ECC_NIST_P256;

    @Override
    public String text() {
        return name();
    }
}

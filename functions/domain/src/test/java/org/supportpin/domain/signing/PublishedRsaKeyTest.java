package org.supportpin.domain.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PublishedRsaKeyTest {

    /** The key and the thumbprint of RFC 7638 §3.1. */
    private static final String N =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZC"
                    + "iFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgn"
                    + "Yb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw"
                    + "0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

    private static PublishedRsaKey key(BigInteger modulus) throws GeneralSecurityException {
        return new PublishedRsaKey((RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537))));
    }

    @Test
    void itsIdIsTheThumbprintOfItsJwk() throws GeneralSecurityException {
        var key = key(new BigInteger(1, Base64.getUrlDecoder().decode(N)));

        assertThat(key.n()).isEqualTo(N);
        assertThat(key.e()).isEqualTo("AQAB");
        assertThat(key.id()).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(BigInteger.ONE.shiftLeft(1024).subtract(BigInteger.ONE)));
    }
}

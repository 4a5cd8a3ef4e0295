package org.supportpin.domain.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PublishedKeyTest {

    /** The key of RFC 7517, appendix A.1; its thumbprint was computed by Python's hashlib. */
    @Test
    void itsIdIsTheThumbprintOfItsJwk() throws GeneralSecurityException {
        var key = key("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM");

        assertThat(key.id()).isEqualTo("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
    }

    /** About one key in 256 has a coordinate that begins with a zero. */
    @Test
    void aShortCoordinateKeepsItsZeros() throws GeneralSecurityException {
        for (int made = 0; made < 2000; made++) {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var key = new PublishedKey((ECPublicKey) generator.generateKeyPair().getPublic());

            assertThat(key.x()).hasSize(43);
            assertThat(key.y()).hasSize(43);
            assertThat(key(key.x(), key.y())).isEqualTo(key);
        }
    }

    @Test
    void anotherCurveIsRefused() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        var other = (ECPublicKey) generator.generateKeyPair().getPublic();

        assertThatIllegalArgumentException().isThrownBy(() -> new PublishedKey(other));
    }

    private static PublishedKey key(String x, String y) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var spec = new ECPublicKeySpec(
                new ECPoint(number(x), number(y)), parameters.getParameterSpec(ECParameterSpec.class));
        return new PublishedKey((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec));
    }

    private static BigInteger number(String coordinate) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
    }
}

package org.supportpin.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.signing.Signer;
import org.supportpin.domain.testing.SignerContract;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Over a KMS of the JDK, which answers as the real one does: signatures in DER, keys as SubjectPublicKeyInfo. */
class KmsSignerTest extends SignerContract {

    private static final Hash HASH = Hash.of("what was said".getBytes(UTF_8));

    private final Kms kms = new Kms();

    private static final class Kms implements KmsClient {

        private final Map<String, KeyPair> keys = new LinkedHashMap<>();
        private final List<String> calls = new ArrayList<>();
        private @Nullable RuntimeException failure;
        private byte @Nullable [] signature;

        Kms() {
            try {
                for (var id : List.of("old", "new")) {
                    var generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new ECGenParameterSpec("secp256r1"));
                    keys.put(id, generator.generateKeyPair());
                }
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private KeyPair answer(String call, String keyId) {
            calls.add(call + " " + keyId);
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(keys.get(keyId));
        }

        @Override
        public SignResponse sign(SignRequest request) {
            var key = answer("Sign", request.keyId());
            assertThat(request.messageType()).isEqualTo(MessageType.DIGEST);
            assertThat(request.signingAlgorithm()).isEqualTo(SigningAlgorithmSpec.ECDSA_SHA_256);
            try {
                var signing = Signature.getInstance("NONEwithECDSA");
                signing.initSign(key.getPrivate());
                signing.update(request.message().asByteArray());
                var made = signature == null ? signing.sign() : signature;
                return SignResponse.builder()
                        .signature(SdkBytes.fromByteArray(made))
                        .build();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest request) {
            var key = answer("GetPublicKey", request.keyId());
            return GetPublicKeyResponse.builder()
                    .publicKey(SdkBytes.fromByteArray(key.getPublic().getEncoded()))
                    .build();
        }

        @Override
        public String serviceName() {
            return "kms";
        }

        @Override
        public void close() {}
    }

    private final Signer signer = new KmsSigner(() -> kms, "old", List.of());

    @Override
    protected Signer signer() {
        return signer;
    }

    @Override
    protected Signer withNewKey() {
        return new KmsSigner(() -> kms, "new", List.of("old", "new"));
    }

    @Test
    void aPublicKeyIsAskedForOnceAndNotBeforeItIsNeeded() {
        var now = withNewKey();
        assertThat(kms.calls).isEmpty();

        now.current();
        now.current();
        now.published();
        now.published();

        assertThat(kms.calls).containsExactly("GetPublicKey new", "GetPublicKey old");
    }

    @Test
    void aTimeOutIsNoSignature() {
        kms.failure = ApiCallTimeoutException.create(2000);

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> signer.sign(HASH));
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(signer::current);
    }

    @Test
    void aFailureIsNotRemembered() {
        kms.failure = DisabledException.builder().build();
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(signer::published);
        kms.failure = null;

        assertThat(signer.published()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 72})
    void anAnswerThatIsNoSignatureIsNone(int length) {
        kms.signature = new byte[length];

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> signer.sign(HASH));
    }
}

package org.supportpin.local.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.sample.AwsClients;
import org.supportpin.local.store.DataFolder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.DryRunOperationException;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Spoken to by the real SDK. */
class KmsEndpointTest {

    private static final String ARN = "arn:aws:kms:eu-central-1:000000000000:";
    private static final Map<String, String> ONE = Map.of("tenant", "t", "customer", "1001");
    private static final Map<String, String> OTHER = Map.of("tenant", "t", "customer", "1002");

    @TempDir
    Path folder;

    private DataFolder data;
    private KeyRing ring;
    private LoopbackServer server;
    private KmsClient kms;

    @BeforeEach
    void start() {
        data = DataFolder.open(folder);
        serve();
    }

    private void serve() {
        ring = KeyRing.open(data, ARN, Clock.systemUTC());
        server = LoopbackServer.bind(0, 1 << 20).serve(new KmsEndpoint(ring));
        kms = AwsClients.configure(
                        KmsClient.builder(),
                        Map.of(
                                "AWS_REGION", "eu-central-1",
                                "AWS_ACCESS_KEY_ID", "local",
                                "AWS_SECRET_ACCESS_KEY", "local",
                                "AWS_ENDPOINT_URL_KMS", server.uri().toString()),
                        "KMS")
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        data.close();
    }

    private GenerateDataKeyResponse dataKey(String keyId) {
        return kms.generateDataKey(
                make -> make.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(ONE));
    }

    private SdkBytes open(SdkBytes blob, Map<String, String> context) {
        return kms.decrypt(open -> open.ciphertextBlob(blob).encryptionContext(context))
                .plaintext();
    }

    @Test
    void aDataKeyOpensInItsOwnContextAlone() {
        var made = dataKey(ring.idOf("Key"));
        assertThat(made.plaintext().asByteArray()).hasSize(32);
        assertThat(open(made.ciphertextBlob(), ONE)).isEqualTo(made.plaintext());
        assertThatThrownBy(() -> open(made.ciphertextBlob(), OTHER)).isInstanceOf(InvalidCiphertextException.class);
        assertThatThrownBy(() -> open(made.ciphertextBlob(), Map.of())).isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void contextsThatReadTheSameInARowAreDifferent() {
        var made = kms.generateDataKey(make ->
                make.keyId(ring.idOf("Key")).keySpec(DataKeySpec.AES_128).encryptionContext(Map.of("a", "bc")));
        assertThat(made.plaintext().asByteArray()).hasSize(16);
        assertThatThrownBy(() -> open(made.ciphertextBlob(), Map.of("ab", "c")))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void eachAlteredByteOfABlobIsSeen() {
        var made = dataKey(ring.idOf("Key"));
        var blob = made.ciphertextBlob().asByteArray();
        for (int i = 0; i < blob.length; i++) {
            var altered = blob.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> open(SdkBytes.fromByteArray(altered), ONE))
                    .as("byte %d", i)
                    .isInstanceOfSatisfying(
                            KmsException.class,
                            e -> assertThat(e.awsErrorDetails().errorCode())
                                    .isIn("InvalidCiphertextException", "AccessDeniedException"));
        }
        assertThatThrownBy(() -> open(SdkBytes.fromByteArray(new byte[] {1}), ONE))
                .isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void aKeyIsFoundByIdArnAndAlias() {
        var id = ring.idOf("Key");
        ring.alias("alias/support-pin", id);
        for (var name : new String[] {id, ring.arnOf(id), "alias/support-pin", ARN + "alias/support-pin"}) {
            assertThat(dataKey(name).keyId()).isEqualTo(ring.arnOf(id));
        }
        var described = kms.describeKey(key -> key.keyId("alias/support-pin")).keyMetadata();
        assertThat(described.keyId()).isEqualTo(id);
        assertThat(described.arn()).isEqualTo(ring.arnOf(id));
        assertThat(described.keyState()).isEqualTo(KeyState.ENABLED);
    }

    @Test
    void anUnknownKeyIsNotFound() {
        for (var name : new String[] {"nobody", "alias/nobody", ARN + "key/nobody"}) {
            assertThatThrownBy(() -> dataKey(name)).as(name).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aBlobOfOneKeyIsNotOpenedByAnother() {
        var blob = dataKey(ring.idOf("Key")).ciphertextBlob();
        var other = ring.idOf("OtherKey");
        assertThat(other).isNotEqualTo(ring.idOf("Key"));
        assertThatThrownBy(() -> kms.decrypt(
                        open -> open.ciphertextBlob(blob).keyId(other).encryptionContext(ONE)))
                .isInstanceOf(IncorrectKeyException.class);
    }

    @Test
    void aBlobIsSealedAgainByAnotherKeyAndInAnotherContext() {
        var made = dataKey(ring.idOf("Key"));
        var other = ring.arnOf(ring.idOf("OtherKey"));
        var again = kms.reEncrypt(request -> request.ciphertextBlob(made.ciphertextBlob())
                .sourceKeyId(ring.idOf("Key"))
                .sourceEncryptionContext(ONE)
                .destinationKeyId(other)
                .destinationEncryptionContext(OTHER));

        assertThat(again.keyId()).isEqualTo(other);
        assertThat(again.sourceKeyId()).isEqualTo(ring.arnOf(ring.idOf("Key")));
        assertThat(open(again.ciphertextBlob(), OTHER)).isEqualTo(made.plaintext());
        assertThatThrownBy(() -> open(again.ciphertextBlob(), ONE)).isInstanceOf(InvalidCiphertextException.class);
    }

    @Test
    void whatDoesNotOpenIsNotSealedAgain() {
        var made = dataKey(ring.idOf("Key"));
        var other = ring.idOf("OtherKey");

        assertThatThrownBy(() -> kms.reEncrypt(request -> request.ciphertextBlob(made.ciphertextBlob())
                        .sourceEncryptionContext(OTHER)
                        .destinationKeyId(other)
                        .destinationEncryptionContext(OTHER)))
                .isInstanceOf(InvalidCiphertextException.class);
        assertThatThrownBy(() -> kms.reEncrypt(request -> request.ciphertextBlob(made.ciphertextBlob())
                        .sourceKeyId(other)
                        .sourceEncryptionContext(ONE)
                        .destinationKeyId(other)
                        .destinationEncryptionContext(ONE)))
                .isInstanceOf(IncorrectKeyException.class);
        kms.disableKey(key -> key.keyId(other));
        assertThatThrownBy(() -> kms.reEncrypt(request -> request.ciphertextBlob(made.ciphertextBlob())
                        .sourceEncryptionContext(ONE)
                        .destinationKeyId(other)
                        .destinationEncryptionContext(ONE)))
                .isInstanceOf(DisabledException.class);
    }

    @Test
    void aKeyThatIsCreatedIsAnother() {
        var made = kms.createKey(request -> request.description("a test")).keyMetadata();

        assertThat(made.arn()).startsWith(ARN + "key/");
        assertThat(made.keyId()).isNotEqualTo(ring.idOf("Key"));
        assertThat(dataKey(made.arn()).keyId()).isEqualTo(made.arn());
    }

    @Test
    void aKeyForHmacMakesCodesAndNothingElse() {
        var id = ring.idOf("DestinationKey", KeySpec.HMAC_256);
        var one = mac(id, "+306912345678");
        assertThat(one.asByteArray()).hasSize(32);
        assertThat(mac(id, "+306912345678")).isEqualTo(one);
        assertThat(mac(id, "+306912345679")).isNotEqualTo(one);
        assertThat(mac(ring.idOf("Another", KeySpec.HMAC_256), "+306912345678")).isNotEqualTo(one);
        assertThatThrownBy(() -> dataKey(id)).isInstanceOf(InvalidKeyUsageException.class);
        assertThatThrownBy(() -> mac(ring.idOf("Key"), "+306912345678")).isInstanceOf(InvalidKeyUsageException.class);
        var described = kms.describeKey(key -> key.keyId(id)).keyMetadata();
        assertThat(described.keyUsage()).isEqualTo(KeyUsageType.GENERATE_VERIFY_MAC);
        assertThat(described.macAlgorithms()).containsExactly(MacAlgorithmSpec.HMAC_SHA_256);
    }

    private SdkBytes mac(String keyId, String message) {
        return kms.generateMac(make -> make.keyId(keyId)
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                        .message(SdkBytes.fromUtf8String(message)))
                .mac();
    }

    @Test
    void aPairSignsDigestsAndNothingElseAndOutlivesARestart() throws Exception {
        var id = ring.idOf("SigningKey", KeySpec.ECC_NIST_P256);
        var published = kms.getPublicKey(key -> key.keyId(id));
        var message = "what was said".getBytes(UTF_8);
        var digest = SdkBytes.fromByteArray(MessageDigest.getInstance("SHA-256").digest(message));
        assertThat(published.keyUsage()).isEqualTo(KeyUsageType.SIGN_VERIFY);
        assertThat(published.signingAlgorithms()).containsExactly(SigningAlgorithmSpec.ECDSA_SHA_256);

        var check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(published.publicKey().asByteArray())));
        check.update(message);
        assertThat(check.verify(signature(id, digest).asByteArray())).isTrue();

        assertThatThrownBy(() -> signature(id, SdkBytes.fromByteArray(message)))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
        assertThatThrownBy(() -> signature(ring.idOf("Key"), digest)).isInstanceOf(InvalidKeyUsageException.class);
        assertThatThrownBy(() -> kms.getPublicKey(key -> key.keyId(ring.idOf("Key"))))
                .isInstanceOf(InvalidKeyUsageException.class);
        assertThatThrownBy(() -> dataKey(id)).isInstanceOf(InvalidKeyUsageException.class);

        server.close();
        serve();
        assertThat(kms.getPublicKey(key -> key.keyId(id)).publicKey()).isEqualTo(published.publicKey());
        check.update(message);
        assertThat(check.verify(signature(id, digest).asByteArray())).isTrue();
    }

    private SdkBytes signature(String keyId, SdkBytes digest) {
        return kms.sign(sign -> sign.keyId(keyId)
                        .messageType(MessageType.DIGEST)
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)
                        .message(digest))
                .signature();
    }

    @Test
    void aDisabledKeyNeitherSealsNorOpensUntilItIsEnabled() {
        var id = ring.idOf("Key");
        var made = dataKey(id);
        kms.disableKey(key -> key.keyId(id));
        assertThatThrownBy(() -> dataKey(id)).isInstanceOf(DisabledException.class);
        assertThatThrownBy(() -> open(made.ciphertextBlob(), ONE)).isInstanceOf(DisabledException.class);
        kms.enableKey(key -> key.keyId(id));
        assertThat(open(made.ciphertextBlob(), ONE)).isEqualTo(made.plaintext());
    }

    @Test
    void invalidRequestsGetTheServicesErrorCodes() {
        var id = ring.idOf("Key");
        assertThatThrownBy(() -> kms.generateDataKey(make -> make.keyId(id)))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
        assertThatThrownBy(() -> kms.generateDataKey(make -> make.keyId(id).numberOfBytes(1025)))
                .hasMessageContaining("numberOfBytes");
        assertThatThrownBy(() -> kms.generateDataKey(make -> make.keyId(id).keySpec("AES_512")))
                .hasMessageContaining("keySpec");
        assertThatThrownBy(() -> kms.generateDataKey(
                        make -> make.keyId(id).numberOfBytes(64).dryRun(true)))
                .isInstanceOf(DryRunOperationException.class);
        assertThatThrownBy(() -> kms.listKeys())
                .isInstanceOfSatisfying(
                        KmsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
    }

    @Test
    void aRestartOpensWhatWasSealedBefore() throws IOException {
        var made = dataKey(ring.idOf("Key"));
        var id = ring.idOf("Key");
        stop();
        data = DataFolder.open(folder);
        serve();
        assertThat(ring.idOf("Key")).isEqualTo(id);
        assertThat(open(made.ciphertextBlob(), ONE)).isEqualTo(made.plaintext());
    }

    @Test
    void theKeysCanBeReadByTheirOwnerOnly() throws IOException {
        ring.idOf("Key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("kms-keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyFileIsNamedInPlainWords() throws IOException {
        for (var text :
                new String[] {"{", "[{}]", "[{\"name\":\"a\",\"id\":\"b\",\"material\":\"AAAA\",\"enabled\":true}]"}) {
            Files.writeString(folder.resolve("kms-keys.json"), text);
            assertThatThrownBy(() -> KeyRing.open(data, ARN, Clock.systemUTC()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("kms-keys.json is damaged");
        }
    }
}

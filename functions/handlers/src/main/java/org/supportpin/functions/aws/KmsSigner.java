package org.supportpin.functions.aws;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.signing.EcdsaSignature;
import org.supportpin.domain.signing.PublishedKey;
import org.supportpin.domain.signing.Signer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** {@link Signer} by AWS KMS. */
public final class KmsSigner implements Signer {

    private final Supplier<KmsClient> kms;
    private final String currentKeyId;
    private final List<String> keyIds;
    private final KmsPublicKeys<PublishedKey> keys;

    /**
     * Creates the adapter.
     *
     * @param currentKeyId the ARN of the key that signs
     * @param earlierKeyIds the ARNs of the keys that it replaced
     */
    public KmsSigner(Supplier<KmsClient> kms, String currentKeyId, List<String> earlierKeyIds) {
        this.kms = kms;
        this.currentKeyId = currentKeyId;
        this.keyIds = Stream.concat(Stream.of(currentKeyId), earlierKeyIds.stream())
                .distinct()
                .toList();
        this.keys = new KmsPublicKeys<>(kms, KmsSigner::read);
    }

    @Override
    public PublishedKey current() {
        return keys.of(currentKeyId);
    }

    @Override
    public List<PublishedKey> published() {
        return keyIds.stream().map(keys::of).toList();
    }

    @Override
    public EcdsaSignature sign(Hash message) {
        return KmsPublicKeys.ask(
                "Sign",
                () -> DerSignature.read(kms.get()
                        .sign(request -> request.keyId(currentKeyId)
                                .messageType(MessageType.DIGEST)
                                .message(SdkBytes.fromByteArrayUnsafe(message.bytes()))
                                .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                        .signature()
                        .asByteArrayUnsafe()));
    }

    private static PublishedKey read(byte[] subjectPublicKeyInfo) {
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            return new PublishedKey((ECPublicKey) key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key on P-256", e);
        }
    }
}

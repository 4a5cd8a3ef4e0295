package org.supportpin.functions.aws;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.function.Supplier;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.signing.PublishedRsaKey;
import org.supportpin.domain.token.TokenSigner;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** {@link TokenSigner} by AWS KMS. */
public final class KmsTokenSigner implements TokenSigner {

    private final Supplier<KmsClient> kms;
    private final List<String> keyIds;
    private final KmsPublicKeys<PublishedRsaKey> keys;

    /**
     * @param kms opened at the first call
     * @param keyIds the ARN of the key that signs, then those of keys that are only published
     */
    public KmsTokenSigner(Supplier<KmsClient> kms, List<String> keyIds) {
        this.kms = kms;
        this.keyIds = List.copyOf(keyIds);
        this.keys = new KmsPublicKeys<>(kms, KmsTokenSigner::read);
    }

    @Override
    public PublishedRsaKey current() {
        return keys.of(keyIds.getFirst());
    }

    @Override
    public List<PublishedRsaKey> published() {
        return keyIds.stream().map(keys::of).toList();
    }

    @Override
    public byte[] sign(Hash message) {
        return KmsPublicKeys.ask(
                "Sign",
                () -> kms.get()
                        .sign(request -> request.keyId(keyIds.getFirst())
                                .messageType(MessageType.DIGEST)
                                .message(SdkBytes.fromByteArrayUnsafe(message.bytes()))
                                .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256))
                        .signature()
                        .asByteArray());
    }

    private static PublishedRsaKey read(byte[] subjectPublicKeyInfo) {
        try {
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            return new PublishedRsaKey((RSAPublicKey) key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public RSA key", e);
        }
    }
}

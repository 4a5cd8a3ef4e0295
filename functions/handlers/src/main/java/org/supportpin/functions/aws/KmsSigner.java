package org.supportpin.functions.aws;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.signing.EcdsaSignature;
import org.supportpin.domain.signing.PublishedKey;
import org.supportpin.domain.signing.Signer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/**
 * {@link Signer} by AWS KMS. The public part of a key never changes, so each is asked for once in the life of a function; not before
 * it is needed, and so never before a snapshot.
 */
public final class KmsSigner implements Signer {

    private final Supplier<KmsClient> kms;
    private final String currentKeyId;
    private final List<String> keyIds;
    private final Map<String, PublishedKey> known = new ConcurrentHashMap<>();

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
    }

    @Override
    public PublishedKey current() {
        return key(currentKeyId);
    }

    @Override
    public List<PublishedKey> published() {
        return keyIds.stream().map(this::key).toList();
    }

    @Override
    public EcdsaSignature sign(Hash message) {
        return ask(
                "Sign",
                () -> DerSignature.read(kms.get()
                        .sign(request -> request.keyId(currentKeyId)
                                .messageType(MessageType.DIGEST)
                                .message(SdkBytes.fromByteArrayUnsafe(message.bytes()))
                                .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                        .signature()
                        .asByteArrayUnsafe()));
    }

    private PublishedKey key(String keyId) {
        var found = known.get(keyId);
        if (found == null) {
            found = ask(
                    "GetPublicKey",
                    () -> read(kms.get()
                            .getPublicKey(request -> request.keyId(keyId))
                            .publicKey()
                            .asByteArrayUnsafe()));
            known.put(keyId, found);
        }
        return found;
    }

    /** An answer that cannot be read is as good as none. */
    private static <T> T ask(String call, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (SdkException | IllegalArgumentException e) {
            throw new KeysUnavailable(call + " failed", e);
        }
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

package org.supportpin.functions.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * The public parts of KMS keys. One never changes, so each is asked for once in the life of a function; not before it is needed, and so
 * never before a snapshot.
 *
 * @param <K> what a key is read as
 */
final class KmsPublicKeys<K> {

    private final Supplier<KmsClient> kms;
    private final Function<byte[], K> read;
    private final Map<String, K> known = new ConcurrentHashMap<>();

    /** @param read from the SubjectPublicKeyInfo in DER; may throw {@link IllegalArgumentException} */
    KmsPublicKeys(Supplier<KmsClient> kms, Function<byte[], K> read) {
        this.kms = kms;
        this.read = read;
    }

    /** @throws KeysUnavailable if KMS does not answer or refuses */
    K of(String keyId) {
        var found = known.get(keyId);
        if (found == null) {
            found = ask(
                    "GetPublicKey",
                    () -> read.apply(kms.get()
                            .getPublicKey(request -> request.keyId(keyId))
                            .publicKey()
                            .asByteArrayUnsafe()));
            known.put(keyId, found);
        }
        return found;
    }

    /** An answer that cannot be read is as good as none. */
    static <T> T ask(String call, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (SdkException | IllegalArgumentException e) {
            throw new KeysUnavailable(call + " failed", e);
        }
    }
}

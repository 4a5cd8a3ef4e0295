package org.supportpin.functions.aws;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import org.supportpin.domain.pin.SecretContext.Purpose;
import org.supportpin.domain.pin.WrappedKey;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;

/** {@link DataKeys} by AWS KMS. Its audit trail contains the encryption context, and so each customer. */
public final class KmsDataKeys implements DataKeys {

    /**
     * How KMS denies access if a ciphertext names a key that there is not, or not for us. moto then says nothing. If the caller's
     * permission is missing, which concerns all customers alike, KMS names the caller.
     */
    private static final String KEY_OF_CIPHERTEXT = "The ciphertext refers to";

    private final KmsClient kms;
    private final String currentKeyId;
    private final Set<String> earlierKeyIds;

    /**
     * Creates the adapter.
     *
     * @param currentKeyId the ARN of the key that wraps
     * @param earlierKeyIds the ARNs of other keys, which may still open what they wrapped
     */
    public KmsDataKeys(KmsClient kms, String currentKeyId, Set<String> earlierKeyIds) {
        this.kms = kms;
        this.currentKeyId = currentKeyId;
        this.earlierKeyIds = Set.copyOf(earlierKeyIds);
    }

    @Override
    public String currentKeyId() {
        return currentKeyId;
    }

    @Override
    public DataKey generate(SecretContext context) {
        try {
            var made = kms.generateDataKey(request ->
                    request.keyId(currentKeyId).keySpec(DataKeySpec.AES_256).encryptionContext(context.pairs()));
            return new DataKey(
                    new SecretBytes(made.plaintext().asByteArrayUnsafe()),
                    new WrappedKey(new Ciphertext(made.ciphertextBlob().asByteArray()), made.keyId()));
        } catch (SdkException e) {
            throw new KeysUnavailable("GenerateDataKey failed", e);
        }
    }

    @Override
    public SecretBytes open(WrappedKey wrapped, SecretContext context) {
        return ask(
                "Decrypt",
                wrapped,
                context.purpose(),
                () -> new SecretBytes(kms.decrypt(request -> request.keyId(wrapped.keyId())
                                .ciphertextBlob(SdkBytes.fromByteArrayUnsafe(
                                        wrapped.bytes().bytes()))
                                .encryptionContext(context.pairs()))
                        .plaintext()
                        .asByteArrayUnsafe()));
    }

    @Override
    public WrappedKey rewrap(WrappedKey wrapped, SecretContext context) {
        return ask("ReEncrypt", wrapped, context.purpose(), () -> {
            var again = kms.reEncrypt(request -> request.sourceKeyId(wrapped.keyId())
                    .sourceEncryptionContext(context.pairs())
                    .destinationKeyId(currentKeyId)
                    .destinationEncryptionContext(context.pairs())
                    .ciphertextBlob(SdkBytes.fromByteArrayUnsafe(wrapped.bytes().bytes())));
            return new WrappedKey(new Ciphertext(again.ciphertextBlob().asByteArray()), again.keyId());
        });
    }

    /**
     * Whatever KMS says of one ciphertext concerns one customer. Everything else, such as a key that is disabled or a permission that
     * is missing, concerns all of them.
     */
    private <T> T ask(String call, WrappedKey wrapped, Purpose purpose, Supplier<T> answer) {
        if (!isAllowed(wrapped.keyId())) {
            throw new SecretDoesNotOpen(purpose, "a key that is not allowed wrapped it", null);
        }
        try {
            return answer.get();
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            throw new SecretDoesNotOpen(purpose, call + " refused the wrapped key", e);
        } catch (KmsException e) {
            if (isOfCiphertext(e)) {
                throw new SecretDoesNotOpen(purpose, call + " does not know what wrapped the key", e);
            }
            throw new KeysUnavailable(call + " failed", e);
        } catch (SdkException e) {
            throw new KeysUnavailable(call + " failed", e);
        }
    }

    private boolean isAllowed(String keyId) {
        return keyId.equals(currentKeyId) || earlierKeyIds.contains(keyId);
    }

    private static boolean isOfCiphertext(KmsException e) {
        var details = e.awsErrorDetails();
        if (details == null || !"AccessDeniedException".equals(details.errorCode())) {
            return false;
        }
        var message = Objects.requireNonNullElse(details.errorMessage(), "");
        return message.isEmpty() || message.startsWith(KEY_OF_CIPHERTEXT);
    }
}

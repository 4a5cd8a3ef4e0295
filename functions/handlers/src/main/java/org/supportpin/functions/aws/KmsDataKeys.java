package org.supportpin.functions.aws;

import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.DataKeys;
import org.supportpin.domain.pin.SecretBytes;
import org.supportpin.domain.pin.SecretContext;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** {@link DataKeys} by AWS KMS. Its audit trail contains the encryption context, and so each customer. */
public final class KmsDataKeys implements DataKeys {

    private final KmsClient kms;
    private final String keyId;

    public KmsDataKeys(KmsClient kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    @Override
    public DataKey generate(SecretContext context) {
        try {
            var made = kms.generateDataKey(
                    request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(context.pairs()));
            return new DataKey(
                    new SecretBytes(made.plaintext().asByteArrayUnsafe()),
                    new Ciphertext(made.ciphertextBlob().asByteArray()),
                    made.keyId());
        } catch (SdkException e) {
            throw new KeysUnavailable("GenerateDataKey failed", e);
        }
    }

    @Override
    public SecretBytes open(Ciphertext wrapped, SecretContext context) {
        try {
            var opened = kms.decrypt(request -> request.keyId(keyId)
                    .ciphertextBlob(SdkBytes.fromByteArrayUnsafe(wrapped.bytes()))
                    .encryptionContext(context.pairs()));
            return new SecretBytes(opened.plaintext().asByteArrayUnsafe());
        } catch (InvalidCiphertextException | IncorrectKeyException e) {
            throw new SecretDoesNotOpen("Decrypt refused the wrapped secret", e);
        } catch (SdkException e) {
            throw new KeysUnavailable("Decrypt failed", e);
        }
    }
}

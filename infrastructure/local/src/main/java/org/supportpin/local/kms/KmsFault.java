package org.supportpin.local.kms;

import org.jspecify.annotations.Nullable;

/** An error of AWS KMS. */
final class KmsFault extends RuntimeException {

    private final String code;

    private KmsFault(String code, @Nullable String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }

    static KmsFault validation(String message) {
        return new KmsFault("ValidationException", message);
    }

    static KmsFault notFound(String message) {
        return new KmsFault("NotFoundException", message);
    }

    /** Like KMS, does not say whether the ciphertext or the context is wrong. */
    static KmsFault invalidCiphertext() {
        return new KmsFault("InvalidCiphertextException", null);
    }

    /** KMS does not say whether there is such a key. */
    static KmsFault unknownToCiphertext() {
        return new KmsFault(
                "AccessDeniedException",
                "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you"
                        + " are not allowed to access.");
    }

    static KmsFault incorrectKey() {
        return new KmsFault(
                "IncorrectKeyException",
                "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    static KmsFault disabled(String arn) {
        return new KmsFault("DisabledException", arn + " is disabled.");
    }

    static KmsFault invalidUsage(String arn) {
        return new KmsFault("InvalidKeyUsageException", arn + " key usage does not fit the operation.");
    }

    static KmsFault dryRun() {
        return new KmsFault(
                "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.");
    }

    static KmsFault unknownOperation() {
        return new KmsFault("UnknownOperationException", null);
    }

    static KmsFault serialization() {
        return new KmsFault("SerializationException", "The request body is not a JSON object.");
    }

    static KmsFault unsigned() {
        return new KmsFault("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
}

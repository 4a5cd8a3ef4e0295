package org.supportpin.functions.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GenerateMacRequest;
import software.amazon.awssdk.services.kms.model.GenerateMacResponse;

/** KMS with keys for HMAC alone, each made from its name. */
final class HmacKms implements KmsClient {

    @Override
    public GenerateMacResponse generateMac(GenerateMacRequest request) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(request.keyId().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return GenerateMacResponse.builder()
                    .mac(SdkBytes.fromByteArray(mac.doFinal(request.message().asByteArray())))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}

package org.supportpin.functions.settings;

import java.util.List;
import org.supportpin.functions.settings.Environment.Given;

/**
 * The keys of the service's signatures.
 *
 * @param keyId the ARN of the KMS key that signs
 * @param earlierKeyIds the ARNs of the keys that it replaced, which stay published
 */
public record Signing(String keyId, List<String> earlierKeyIds) {

    static boolean isNeeded(Environment environment) {
        return environment.has(Variable.SIGNING_KEY_ID) || environment.has(Variable.EARLIER_SIGNING_KEY_IDS);
    }

    static Given<Signing> read(Environment environment) {
        return environment.group(() -> {
            var keyId = environment.value(Variable.SIGNING_KEY_ID, Storage::arn);
            var earlier = environment.optional(Variable.EARLIER_SIGNING_KEY_IDS, Storage::arns, List.<String>of());
            return () -> new Signing(keyId.get(), earlier.get());
        });
    }
}

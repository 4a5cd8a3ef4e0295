package org.supportpin.functions.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/** {@link SecretStore} by SSM Parameter Store. It reads a secret again after five minutes, so that changes take effect. */
public final class SsmSecrets implements SecretStore {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Opened(Secret secret, Instant until) {}

    private final SsmClient ssm;
    private final Clock clock;
    private final Map<SecretReference, Opened> opened = new ConcurrentHashMap<>();

    public SsmSecrets(SsmClient ssm, Clock clock) {
        this.ssm = ssm;
        this.clock = clock;
    }

    @Override
    public Secret open(SecretReference reference) {
        var now = clock.instant();
        var known = opened.get(reference);
        if (known != null && now.isBefore(known.until())) {
            return known.secret();
        }
        var secret = fetch(reference);
        opened.put(reference, new Opened(secret, now.plus(KEPT)));
        return secret;
    }

    private Secret fetch(SecretReference reference) {
        try {
            var answer =
                    ssm.getParameter(request -> request.name(reference.name()).withDecryption(true));
            return new Secret(answer.parameter().value());
        } catch (SdkException e) {
            throw new SecretUnavailable(reference + " cannot be read", e);
        }
    }
}

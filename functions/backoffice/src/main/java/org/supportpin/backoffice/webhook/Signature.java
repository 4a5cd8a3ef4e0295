package org.supportpin.backoffice.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.secret.Secret;
import org.supportpin.backoffice.secret.SecretUnavailable;

/** The symmetric signature of Standard Webhooks: {@code v1,} and base64 of HMAC-SHA-256 over id, time stamp and body. */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private Signature() {}

    /**
     * The value of {@code webhook-signature}: one signature for each secret, separated by spaces.
     *
     * @param secrets each {@code whsec_} and base64 of 24 to 64 bytes
     * @throws SecretUnavailable if one has another form
     */
    static String of(String id, Instant at, Content body, List<Secret> secrets) {
        return secrets.stream()
                .map(secret -> "v1," + one(id, at, body, key(secret)))
                .collect(Collectors.joining(" "));
    }

    private static String one(String id, Instant at, Content body, byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.bytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static byte[] key(Secret secret) {
        var text = secret.reveal();
        try {
            var key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "");
            if (key.length >= LEAST_BYTES && key.length <= MOST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Handled below; the exception would quote what it could not decode.
        }
        throw new SecretUnavailable("a webhook secret must be whsec_ and the base64 of 24 to 64 bytes");
    }
}

package org.supportpin.functions.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Base64;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.audit.DailyRoot;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.signing.Signer;

/**
 * Signed statements of the service: JWS in compact form (RFC 7515 §7.1), by ES256.
 *
 * @param tenant who states it
 */
public record Statements(Signer signer, String tenant, Clock clock) {

    /** What a statement is about, so that none passes for one of another kind (RFC 8725 §3.11). */
    public enum Type {
        RECEIPT("support-pin-receipt+jwt"),
        ROOT("support-pin-root+jwt");

        private final String text;

        Type(String text) {
            this.text = text;
        }
    }

    /**
     * Signs a statement, with its issuer and the time.
     *
     * @throws KeysUnavailable if it cannot be signed now
     */
    public String sign(Type type, Json.Obj said) {
        var header = Json.object()
                .put("alg", "ES256")
                .put("kid", signer.current().id())
                .put("typ", type.text)
                .build();
        var payload = Json.object()
                .put("iss", "urn:support-pin:issuer:" + tenant)
                .put("iat", clock.instant().getEpochSecond())
                .putAll(said)
                .build();
        var signed = encoded(header) + "." + encoded(payload);
        return signed + "." + signer.sign(Hash.of(signed.getBytes(UTF_8))).text();
    }

    /** Signs a day's root. */
    public String sign(DailyRoot root) {
        return sign(
                Type.ROOT,
                Json.object()
                        .put("day", root.day().toString())
                        .put("ledgers", root.ledgers())
                        .put("root", root.root().hex())
                        .build());
    }

    private static String encoded(Json json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonText.write(json).getBytes(UTF_8));
    }
}

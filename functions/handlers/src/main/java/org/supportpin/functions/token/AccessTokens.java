package org.supportpin.functions.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.pin.DataKeys.KeysUnavailable;
import org.supportpin.domain.token.TokenClient;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.functions.http.Callers.Realm;

/** Makes access tokens (RFC 9068), which API Gateway's JWT authorizer takes. */
record AccessTokens(TokenSigner signer) {

    static final Duration LIFE = Duration.ofMinutes(5);

    /**
     * What a token says.
     *
     * @param id of the assertion that it is exchanged for, so that a log of either leads to the other
     */
    record Content(
            TokenClient client, Hash id, String subject, Set<String> scopes, Map<String, Json> claims, Instant now) {
        Content {
            scopes = Set.copyOf(scopes);
            claims = Map.copyOf(claims);
        }

        String scope() {
            return String.join(" ", scopes.stream().sorted().toList());
        }
    }

    /** @throws KeysUnavailable if it cannot be signed now */
    String sign(Realm realm, Content content) {
        var header = Json.object()
                .put("alg", "RS256")
                .put("kid", signer.current().id())
                .put("typ", "at+jwt")
                .build();
        long now = content.now().getEpochSecond();
        var payload = Json.object()
                .put("iss", realm.issuer())
                .put("aud", realm.audience())
                .put("sub", content.subject())
                .put("client_id", content.client().id())
                .put("iat", now)
                .put("exp", now + LIFE.toSeconds())
                .put("jti", content.id().hex())
                .put("scope", content.scope());
        content.claims().forEach(payload::put);
        var signed = encoded(header) + "." + encoded(payload.build());
        return signed + "." + encoded(signer.sign(Hash.of(signed.getBytes(UTF_8))));
    }

    private static String encoded(Json json) {
        return encoded(JsonText.write(json).getBytes(UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

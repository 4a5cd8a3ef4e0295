package org.supportpin.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.supportpin.local.json.Json;
import org.supportpin.local.template.Authorizer;

/** Judges a token as API Gateway's JWT authorizer does: signature by a published RSA key, issuer, audience, times. */
final class TokenCheck {

    private final Authorizer authorizer;
    private final JWKSet keys;
    private final Clock real;

    /**
     * A check for one authorizer.
     *
     * @param keys those that the issuer publishes
     * @param real real time
     */
    TokenCheck(Authorizer authorizer, JWKSet keys, Clock real) {
        this.authorizer = authorizer;
        this.keys = keys;
        this.real = real;
    }

    /** The claims of a good token. */
    JsonNode check(String token) throws TokenRefused {
        var signed = parse(token);
        checkSignature(signed);
        var claims = claims(signed);
        checkParties(claims);
        checkTimes(claims);
        return claims;
    }

    private static JWSObject parse(String token) throws TokenRefused {
        try {
            // A token without signature ("alg": "none") is no JWS, and ends here.
            return JWSObject.parse(token);
        } catch (ParseException e) {
            throw new TokenRefused("the token is not a signed JWT", e);
        }
    }

    private void checkSignature(JWSObject signed) throws TokenRefused {
        var header = signed.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
            throw new TokenRefused("the signing method is invalid");
        }
        var key = header.getKeyID() == null ? null : keys.getKeyByKeyId(header.getKeyID());
        if (key == null) {
            throw new TokenRefused("unable to find a matching key");
        }
        try {
            if (!signed.verify(new RSASSAVerifier(key.toRSAKey()))) {
                throw new TokenRefused("the signature is invalid");
            }
        } catch (JOSEException e) {
            throw new TokenRefused("the signature is invalid", e);
        }
    }

    private static JsonNode claims(JWSObject signed) throws TokenRefused {
        try {
            var claims = Json.read(signed.getPayload().toString());
            if (claims.isObject()) {
                return claims;
            }
        } catch (Json.NotJson e) {
            throw new TokenRefused("the claims are not JSON", e);
        }
        throw new TokenRefused("the claims are no object");
    }

    private void checkParties(JsonNode claims) throws TokenRefused {
        if (!claims.path("iss").isTextual() || !claims.path("iss").textValue().equals(authorizer.issuer())) {
            throw new TokenRefused("the issuer is invalid");
        }
        // As API Gateway does: client_id counts only where there is no aud.
        var audience = claims.hasNonNull("aud") ? claims.path("aud") : claims.path("client_id");
        if (texts(audience).stream().noneMatch(authorizer.audiences()::contains)) {
            throw new TokenRefused("the audience is invalid");
        }
    }

    private void checkTimes(JsonNode claims) throws TokenRefused {
        var now = BigDecimal.valueOf(real.millis(), 3);
        if (!claims.has("exp") || number(claims, "exp").compareTo(now) <= 0) {
            throw new TokenRefused("the token has expired");
        }
        if (claims.has("nbf") && number(claims, "nbf").compareTo(now) > 0) {
            throw new TokenRefused("the token is not valid yet");
        }
        if (claims.has("iat") && number(claims, "iat").compareTo(now) > 0) {
            throw new TokenRefused("the token was issued in the future");
        }
    }

    private static BigDecimal number(JsonNode claims, String name) throws TokenRefused {
        var value = claims.path(name);
        if (!value.isNumber()) {
            throw new TokenRefused("the claim " + name + " is no number");
        }
        return value.decimalValue();
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .toList()
                : node.isTextual() ? List.of(node.textValue()) : List.of();
    }
}

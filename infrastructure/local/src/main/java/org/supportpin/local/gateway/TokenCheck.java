package org.supportpin.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.local.template.Authorizer;

/**
 * Checks a token as API Gateway's JWT authorizer does: signature by a published RSA key, issuer, audience, times.
 *
 * @param keys finds the issuer's public key by its id
 * @param real real time
 */
record TokenCheck(Authorizer authorizer, SigningKeys keys, Clock real) {

    /** The claims of a valid token. */
    Json check(String token) throws TokenRefused {
        var signed = parse(token);
        checkSignature(signed);
        var claims = claims(signed);
        checkParties(claims);
        checkTimes(claims);
        return claims;
    }

    private static JWSObject parse(String token) throws TokenRefused {
        try {
            // A token without a signature ("alg": "none") is not a JWS, and fails here.
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
        var key = Optional.ofNullable(header.getKeyID())
                .flatMap(keys::find)
                .orElseThrow(() -> new TokenRefused("unable to find a matching key"));
        try {
            if (!signed.verify(new RSASSAVerifier(key.toRSAKey()))) {
                throw new TokenRefused("the signature is invalid");
            }
        } catch (JOSEException e) {
            throw new TokenRefused("the signature is invalid", e);
        }
    }

    private static Json claims(JWSObject signed) throws TokenRefused {
        try {
            var claims = JsonText.read(signed.getPayload().toString());
            if (claims instanceof Json.Obj) {
                return claims;
            }
        } catch (MalformedJson e) {
            throw new TokenRefused("the claims are not JSON", e);
        }
        throw new TokenRefused("the claims are not an object");
    }

    private void checkParties(Json claims) throws TokenRefused {
        if (!claims.path("iss").equals(Json.of(authorizer.issuer()))) {
            throw new TokenRefused("the issuer is invalid");
        }
        // As in API Gateway, client_id counts only if there is no aud.
        var audience = claims.path(claims.path("aud").isNull() ? "client_id" : "aud");
        if (texts(audience).stream().noneMatch(authorizer.audiences()::contains)) {
            throw new TokenRefused("the audience is invalid");
        }
    }

    private void checkTimes(Json claims) throws TokenRefused {
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

    private static BigDecimal number(Json claims, String name) throws TokenRefused {
        if (claims.path(name) instanceof Json.Num(var value)) {
            return value;
        }
        throw new TokenRefused("the claim " + name + " is not a number");
    }

    /** One text, or a list of texts. */
    private static List<String> texts(Json value) {
        return Stream.concat(Stream.of(value), value.items().stream())
                .flatMap(each -> each instanceof Json.Str(var text) ? Stream.of(text) : Stream.of())
                .toList();
    }
}

package org.supportpin.local.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import org.supportpin.local.testing.Trees;

/** A JWS as whoever received it checks it: with the published keys, and with the JDK alone. */
record SignedStatement(String text) {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

    JsonNode header() {
        return part(0);
    }

    JsonNode payload() {
        return part(1);
    }

    private JsonNode part(int index) {
        return Trees.read(new String(BASE64.decode(text.split("\\.", -1)[index]), UTF_8));
    }

    /** Whether one of these keys (a JWK Set) made the signature. */
    boolean verifies(JsonNode keys) {
        return keys.path("keys")
                .valueStream()
                .filter(key -> key.path("kid").equals(header().path("kid")))
                .anyMatch(this::verifiesBy);
    }

    private boolean verifiesBy(JsonNode key) {
        int dot = text.lastIndexOf('.');
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(publicKey(key));
            check.update(text.substring(0, dot).getBytes(US_ASCII));
            return header().path("alg").asText().equals("ES256")
                    && key.path("kid").asText().equals(thumbprint(key))
                    && check.verify(BASE64.decode(text.substring(dot + 1)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(number(key, "x"), number(key, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, BASE64.decode(key.path(name).asText()));
    }

    /** RFC 7638 §3. */
    private static String thumbprint(JsonNode key) throws GeneralSecurityException {
        var members = "{\"crv\":%s,\"kty\":%s,\"x\":%s,\"y\":%s}"
                .formatted(key.path("crv"), key.path("kty"), key.path("x"), key.path("y"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(members.getBytes(UTF_8)));
    }

    /** With one character of a part replaced by another. */
    SignedStatement altered(int part) {
        var parts = text.split("\\.", -1);
        int place = parts[part].length() / 2;
        char other = parts[part].charAt(place) == 'A' ? 'B' : 'A';
        parts[part] = parts[part].substring(0, place) + other + parts[part].substring(place + 1);
        return new SignedStatement(String.join(".", parts));
    }
}

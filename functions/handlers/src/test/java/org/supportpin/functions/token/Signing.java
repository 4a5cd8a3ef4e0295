package org.supportpin.functions.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.signing.PublishedKey;
import org.supportpin.domain.signing.PublishedRsaKey;

/** What a client does: JWTs by the JDK alone. */
final class Signing {

    private Signing() {}

    static KeyPair pair(String family) {
        try {
            var generator = KeyPairGenerator.getInstance(family);
            if (family.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a client's settings have it. */
    static Obj jwk(KeyPair pair, String kid) {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            var key = new PublishedRsaKey(rsa);
            return Json.object()
                    .put("kty", "RSA")
                    .put("n", key.n())
                    .put("e", key.e())
                    .put("kid", kid)
                    .build();
        }
        var key = new PublishedKey((ECPublicKey) pair.getPublic());
        return Json.object()
                .put("kty", "EC")
                .put("crv", "P-256")
                .put("x", key.x())
                .put("y", key.y())
                .put("kid", kid)
                .build();
    }

    @FunctionalInterface
    interface Signer {
        byte[] sign(byte[] what) throws GeneralSecurityException;
    }

    static Signer by(KeyPair pair) {
        return what -> {
            var signature = Signature.getInstance(
                    pair.getPublic() instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(what);
            return signature.sign();
        };
    }

    static Signer by(byte[] secret) {
        return what -> {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(what);
        };
    }

    static String jwt(Obj header, Obj claims, Signer signer) {
        var signed = encoded(JsonText.write(header).getBytes(UTF_8)) + "."
                + encoded(JsonText.write(claims).getBytes(UTF_8));
        try {
            return signed + "." + encoded(signer.sign(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Obj header(String alg, String kid) {
        return Json.object().put("alg", alg).put("kid", kid).build();
    }

    /** With other members in place of its own; {@link Json.Null} takes one out. */
    static Obj with(Obj object, Map<String, Json> others) {
        var members = new LinkedHashMap<>(object.members());
        members.putAll(others);
        members.values().removeIf(Json::isNull);
        return new Obj(members);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

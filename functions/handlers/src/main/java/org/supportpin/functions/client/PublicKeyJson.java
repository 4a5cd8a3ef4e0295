package org.supportpin.functions.client;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;

/** A client's public key as a JWK (RFC 7517 §4): RSA of at least 2,048 bits, or P-256. */
final class PublicKeyJson {

    static final Read<ClientKey> READ = PublicKeyJson::read;

    private static final int LEAST_BITS = 2048;
    private static final String FAULT =
            "Enter a public key as a JWK: RSA of at least 2,048 bits, or the curve P-256; never a private key.";

    private static final Read<BigInteger> NUMBER = Read.text(text -> {
        try {
            return Checked.valid(new BigInteger(1, Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException notBase64) {
            return Checked.faulty(FAULT);
        }
    });

    private PublicKeyJson() {}

    private static Checked<ClientKey> read(Json json) {
        return switch (json.path("kty").asText()) {
            case "RSA" -> Read.object(PublicKeyJson::rsa).from(json);
            case "EC" -> Read.object(PublicKeyJson::ec).from(json);
            default -> Checked.faulty(FAULT);
        };
    }

    private static Checked<ClientKey> rsa(Fields fields) {
        var n = fields.required("n", NUMBER);
        var e = fields.required("e", NUMBER);
        return key(
                fields,
                "RS256",
                () -> KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(longEnough(n.get()), e.get())));
    }

    private static Checked<ClientKey> ec(Fields fields) {
        fields.required("crv", Read.matching("P-256", FAULT));
        var x = fields.required("x", NUMBER);
        var y = fields.required("y", NUMBER);
        return key(fields, "ES256", () -> {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(x.get(), y.get()), parameters.getParameterSpec(ECParameterSpec.class)));
        });
    }

    @FunctionalInterface
    private interface Making {
        PublicKey make() throws GeneralSecurityException;
    }

    private static Checked<ClientKey> key(Fields fields, String algorithm, Making making) {
        fields.required("kty", Read.string());
        fields.optional("use", Read.matching("sig", FAULT));
        fields.optional("alg", Read.matching(algorithm, FAULT));
        var kid = fields.optional("kid", Read.matching("[!-~]{1,128}", "Enter 1 to 128 visible characters."));
        return fields.then(() -> {
            try {
                return Checked.valid(new ClientKey.Published(kid.orNull(), algorithm, making.make()));
            } catch (GeneralSecurityException notAKey) {
                return Checked.faulty(FAULT);
            }
        });
    }

    private static BigInteger longEnough(BigInteger modulus) throws GeneralSecurityException {
        if (modulus.bitLength() < LEAST_BITS) {
            throw new GeneralSecurityException("too short");
        }
        return modulus;
    }
}

package org.supportpin.local.kms;

import static org.supportpin.local.kms.KmsEndpoint.decoded;
import static org.supportpin.local.kms.KmsEndpoint.encode;
import static org.supportpin.local.kms.KmsEndpoint.invalid;
import static org.supportpin.local.kms.KmsEndpoint.keyId;
import static org.supportpin.local.kms.KmsEndpoint.refuseDryRun;

import java.util.List;
import org.supportpin.backoffice.json.Json;

/** The calls of keys that sign. */
record SigningCalls(KeyRing ring) {

    private static final String ECDSA = "ECDSA_SHA_256";
    private static final String RSA = "RSASSA_PKCS1_V1_5_SHA_256";

    private static final int DIGEST_BYTES = 32;

    Json.Builder sign(Json in) {
        var digest = decoded(in, "Message");
        if (!in.path("MessageType").asText().equals("DIGEST")) {
            throw invalid("messageType", "Member must satisfy enum value set that is offered here: [DIGEST]");
        }
        var key = ring.signing(keyId(in));
        var algorithm = algorithm(key.spec());
        if (!in.path("SigningAlgorithm").asText().equals(algorithm)) {
            throw invalid("signingAlgorithm", "Member must be that of the key: [" + algorithm + "]");
        }
        if (digest.length != DIGEST_BYTES) {
            throw KmsFault.validation("Digest is invalid length for algorithm " + algorithm + ".");
        }
        refuseDryRun(in);
        return Json.object()
                .put("KeyId", key.arn())
                .put("Signature", encode(key.sign(digest)))
                .put("SigningAlgorithm", algorithm);
    }

    /** The one that is offered here for a kind of key. */
    static String algorithm(KeySpec spec) {
        return spec == KeySpec.RSA_2048 ? RSA : ECDSA;
    }

    Json.Builder publicKey(Json in) {
        var key = ring.signing(keyId(in));
        return Json.object()
                .put("KeyId", key.arn())
                .put("KeySpec", key.spec().text())
                .put("KeyUsage", "SIGN_VERIFY")
                .put("PublicKey", encode(key.publicKey()))
                .put("SigningAlgorithms", Json.array(List.of(algorithm(key.spec())), Json::of));
    }
}

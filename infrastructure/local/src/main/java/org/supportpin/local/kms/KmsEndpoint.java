package org.supportpin.local.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;
import org.supportpin.local.json.Json;

/** KMS over AWS JSON 1.1. The caller's signature is not checked: only this machine can reach the endpoint. */
public final class KmsEndpoint implements Service {

    private static final String TARGET = "TrentService.";
    private static final int MAX_BLOB = 6144;
    private static final int MAX_DATA_KEY = 1024;

    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    public KmsEndpoint(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public Reply answer(Request request) {
        try {
            if (request.header("authorization").isEmpty()) {
                throw KmsFault.unsigned();
            }
            var target = request.header("x-amz-target").orElse("");
            if (!target.startsWith(TARGET)) {
                throw KmsFault.unknownOperation();
            }
            return reply(200, perform(target.substring(TARGET.length()), body(request)));
        } catch (KmsFault fault) {
            var error = Json.object().put("__type", fault.code());
            if (fault.getMessage() != null) {
                error.put("message", fault.getMessage());
            }
            return reply(400, error);
        }
    }

    private static Reply reply(int status, ObjectNode body) {
        return Reply.text(status, "application/x-amz-json-1.1", body.toString())
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }

    private static JsonNode body(Request request) {
        try {
            var body = Json.read(request.body().text());
            if (body.isObject()) {
                return body;
            }
        } catch (Json.NotJson e) {
            // Answered below, like every other thing that is no object.
        }
        throw KmsFault.serialization();
    }

    private ObjectNode perform(String operation, JsonNode in) {
        return switch (operation) {
            case "GenerateDataKey" -> generateDataKey(in);
            case "Decrypt" -> decrypt(in);
            case "DescribeKey" -> describeKey(in);
            case "DisableKey" -> enable(in, false);
            case "EnableKey" -> enable(in, true);
            default -> throw KmsFault.unknownOperation();
        };
    }

    private ObjectNode generateDataKey(JsonNode in) {
        var plain = new byte[dataKeyBytes(in)];
        var context = context(in);
        var key = ring.usable(keyId(in));
        refuseDryRun(in);
        random.nextBytes(plain);
        return Json.object()
                .put("CiphertextBlob", encode(key.seal(plain, context, random)))
                .put("KeyId", key.arn())
                .put("Plaintext", encode(plain));
    }

    private static int dataKeyBytes(JsonNode in) {
        if (in.hasNonNull("KeySpec") == in.hasNonNull("NumberOfBytes")) {
            throw KmsFault.validation("Please specify either number of bytes or key spec.");
        }
        if (in.hasNonNull("NumberOfBytes")) {
            int bytes = in.get("NumberOfBytes").asInt();
            if (bytes < 1 || bytes > MAX_DATA_KEY) {
                throw invalid("numberOfBytes", "Member must have value between 1 and " + MAX_DATA_KEY);
            }
            return bytes;
        }
        return switch (in.get("KeySpec").asText()) {
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default -> throw invalid("keySpec", "Member must satisfy enum value set: [AES_256, AES_128]");
        };
    }

    private ObjectNode decrypt(JsonNode in) {
        var blob = blob(in);
        var context = context(in);
        if (!in.path("EncryptionAlgorithm").asText("SYMMETRIC_DEFAULT").equals("SYMMETRIC_DEFAULT")) {
            throw KmsFault.validation("The encryption algorithm does not fit a symmetric key.");
        }
        var key = ring.usable(KmsKey.keyIdIn(blob));
        if (in.hasNonNull("KeyId") && !ring.find(keyId(in)).id().equals(key.id())) {
            throw KmsFault.incorrectKey();
        }
        var plain = key.open(blob, context);
        refuseDryRun(in);
        return Json.object()
                .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")
                .put("KeyId", key.arn())
                .put("Plaintext", encode(plain));
    }

    private ObjectNode describeKey(JsonNode in) {
        var key = ring.find(keyId(in));
        var answer = Json.object();
        answer.putObject("KeyMetadata")
                .put("AWSAccountId", key.arn().split(":", -1)[4])
                .put("Arn", key.arn())
                .put("CreationDate", BigDecimal.valueOf(key.createdAt().toEpochMilli(), 3))
                .put("Description", key.name())
                .put("Enabled", key.enabled())
                .put("KeyId", key.id())
                .put("KeyManager", "CUSTOMER")
                .put("KeySpec", "SYMMETRIC_DEFAULT")
                .put("KeyState", key.enabled() ? "Enabled" : "Disabled")
                .put("KeyUsage", "ENCRYPT_DECRYPT")
                .put("MultiRegion", false)
                .put("Origin", "AWS_KMS")
                .putArray("EncryptionAlgorithms")
                .add("SYMMETRIC_DEFAULT");
        return answer;
    }

    private ObjectNode enable(JsonNode in, boolean on) {
        ring.enable(keyId(in), on);
        return Json.object();
    }

    private static String keyId(JsonNode in) {
        var keyId = in.path("KeyId").asText("");
        if (keyId.isEmpty()) {
            throw invalid("keyId", "Member must not be null");
        }
        return keyId;
    }

    private static byte[] blob(JsonNode in) {
        try {
            var blob = Base64.getDecoder().decode(in.path("CiphertextBlob").asText(""));
            if (blob.length >= 1 && blob.length <= MAX_BLOB) {
                return blob;
            }
        } catch (IllegalArgumentException e) {
            throw KmsFault.serialization();
        }
        throw invalid("ciphertextBlob", "Member must have length between 1 and " + MAX_BLOB);
    }

    private static Map<String, String> context(JsonNode in) {
        var context = new HashMap<String, String>();
        in.path("EncryptionContext").properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw KmsFault.serialization();
            }
            context.put(entry.getKey(), entry.getValue().asText());
        });
        return context;
    }

    private static void refuseDryRun(JsonNode in) {
        if (in.path("DryRun").asBoolean(false)) {
            throw KmsFault.dryRun();
        }
    }

    private static KmsFault invalid(String member, String constraint) {
        return KmsFault.validation(
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

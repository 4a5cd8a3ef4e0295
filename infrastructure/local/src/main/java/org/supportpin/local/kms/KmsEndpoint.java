package org.supportpin.local.kms;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;
import org.supportpin.domain.check.WireName;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;
import org.supportpin.local.http.Service;

/** KMS over AWS JSON 1.1. Signatures are not checked: only this machine can reach the endpoint. */
public final class KmsEndpoint implements Service {

    private static final String TARGET = "TrentService.";
    private static final int MAX_BLOB = 6144;
    private static final int MAX_DATA_KEY = 1024;
    private static final int MAX_MESSAGE = 4096;
    private static final String HMAC = "HMAC_SHA_256";

    private final KeyRing ring;
    private final SigningCalls signing;
    private final SecureRandom random = new SecureRandom();

    public KmsEndpoint(KeyRing ring) {
        this.ring = ring;
        this.signing = new SigningCalls(ring);
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

    private static Reply reply(int status, Json.Builder body) {
        return Reply.text(status, "application/x-amz-json-1.1", JsonText.write(body.build()))
                .with("x-amzn-requestid", UUID.randomUUID().toString());
    }

    private static Json body(Request request) {
        try {
            var body = JsonText.read(request.body().text());
            if (body instanceof Json.Obj) {
                return body;
            }
        } catch (MalformedJson e) {
            // Answered below, like any other value that is not an object.
        }
        throw KmsFault.serialization();
    }

    private Json.Builder perform(String operation, Json in) {
        return switch (operation) {
            case "GenerateDataKey" -> generateDataKey(in);
            case "Decrypt" -> decrypt(in);
            case "ReEncrypt" -> reEncrypt(in);
            case "GenerateMac" -> generateMac(in);
            case "Sign" -> signing.sign(in);
            case "GetPublicKey" -> signing.publicKey(in);
            case "CreateKey" -> createKey(in);
            case "DescribeKey" -> metadata(ring.find(keyId(in)));
            case "DisableKey" -> enable(in, false);
            case "EnableKey" -> enable(in, true);
            default -> throw KmsFault.unknownOperation();
        };
    }

    private Json.Builder generateDataKey(Json in) {
        var plain = new byte[dataKeyBytes(in)];
        var context = context(in, "EncryptionContext");
        var key = ring.usable(keyId(in), KeySpec.SYMMETRIC_DEFAULT);
        refuseDryRun(in);
        random.nextBytes(plain);
        return Json.object()
                .put("CiphertextBlob", encode(key.seal(plain, context, random)))
                .put("KeyId", key.arn())
                .put("Plaintext", encode(plain));
    }

    private static int dataKeyBytes(Json in) {
        if (in.path("KeySpec").isNull() == in.path("NumberOfBytes").isNull()) {
            throw KmsFault.validation("Please specify either number of bytes or key spec.");
        }
        if (!in.path("NumberOfBytes").isNull()) {
            int bytes = in.path("NumberOfBytes") instanceof Num(var number) ? number.intValue() : 0;
            if (bytes < 1 || bytes > MAX_DATA_KEY) {
                throw invalid("numberOfBytes", "Member must have value between 1 and " + MAX_DATA_KEY);
            }
            return bytes;
        }
        return switch (in.path("KeySpec").asText()) {
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default -> throw invalid("keySpec", "Member must satisfy enum value set: [AES_256, AES_128]");
        };
    }

    private Json.Builder decrypt(Json in) {
        var blob = blob(in);
        refuseOtherAlgorithms(in, "EncryptionAlgorithm");
        var key = opening(in, blob, "KeyId");
        var plain = key.open(blob, context(in, "EncryptionContext"));
        refuseDryRun(in);
        return Json.object()
                .put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")
                .put("KeyId", key.arn())
                .put("Plaintext", encode(plain));
    }

    private Json.Builder reEncrypt(Json in) {
        var blob = blob(in);
        refuseOtherAlgorithms(in, "SourceEncryptionAlgorithm");
        refuseOtherAlgorithms(in, "DestinationEncryptionAlgorithm");
        var source = opening(in, blob, "SourceKeyId");
        var destination = ring.usable(keyId(in, "DestinationKeyId"), KeySpec.SYMMETRIC_DEFAULT);
        var plain = source.open(blob, context(in, "SourceEncryptionContext"));
        refuseDryRun(in);
        return Json.object()
                .put(
                        "CiphertextBlob",
                        encode(destination.seal(plain, context(in, "DestinationEncryptionContext"), random)))
                .put("SourceKeyId", source.arn())
                .put("KeyId", destination.arn())
                .put("SourceEncryptionAlgorithm", "SYMMETRIC_DEFAULT")
                .put("DestinationEncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    }

    private static void refuseOtherAlgorithms(Json in, String member) {
        if (!List.of("", "SYMMETRIC_DEFAULT").contains(in.path(member).asText())) {
            throw KmsFault.validation("The encryption algorithm does not fit a symmetric key.");
        }
    }

    /** The key that encrypted the blob. If the request names another one, it is refused. */
    private KmsKey opening(Json in, byte[] blob, String member) {
        var key = ring.usable(
                ring.findById(KmsKey.keyIdIn(blob))
                        .orElseThrow(KmsFault::unknownToCiphertext)
                        .id(),
                KeySpec.SYMMETRIC_DEFAULT);
        if (!in.path(member).isNull() && !ring.find(keyId(in, member)).id().equals(key.id())) {
            throw KmsFault.incorrectKey();
        }
        return key;
    }

    private Json.Builder generateMac(Json in) {
        var message = decoded(in, "Message");
        if (message.length < 1 || message.length > MAX_MESSAGE) {
            throw invalid("message", "Member must have length between 1 and " + MAX_MESSAGE);
        }
        if (!in.path("MacAlgorithm").asText().equals(HMAC)) {
            throw invalid("macAlgorithm", "Member must be that of the key: [" + HMAC + "]");
        }
        var key = ring.usable(keyId(in), KeySpec.HMAC_256);
        refuseDryRun(in);
        return Json.object()
                .put("KeyId", key.arn())
                .put("Mac", encode(key.mac(message)))
                .put("MacAlgorithm", HMAC);
    }

    private Json.Builder createKey(Json in) {
        var name = in.path("KeySpec").asText();
        var spec = name.isEmpty()
                ? KeySpec.SYMMETRIC_DEFAULT
                : WireName.find(KeySpec.values(), name)
                        .orElseThrow(() -> invalid("keySpec", "Member must be one that is offered here"));
        return metadata(ring.find(ring.idOf(UUID.randomUUID().toString(), spec)));
    }

    private static Json.Builder metadata(KmsKey key) {
        var metadata = Json.object()
                .put("AWSAccountId", key.arn().split(":", -1)[4])
                .put("Arn", key.arn())
                .put("CreationDate", new Num(BigDecimal.valueOf(key.createdAt().toEpochMilli(), 3)))
                .put("Description", key.name())
                .put("Enabled", key.enabled())
                .put("KeyId", key.id())
                .put("KeyManager", "CUSTOMER")
                .put("KeySpec", key.spec().text())
                .put("KeyState", key.enabled() ? "Enabled" : "Disabled")
                .put("MultiRegion", false)
                .put("Origin", "AWS_KMS");
        switch (key.spec()) {
            case SYMMETRIC_DEFAULT ->
                metadata.put("KeyUsage", "ENCRYPT_DECRYPT")
                        .put("EncryptionAlgorithms", Json.array(List.of("SYMMETRIC_DEFAULT"), Json::of));
            case ECC_NIST_P256, RSA_2048 ->
                metadata.put("KeyUsage", "SIGN_VERIFY")
                        .put("SigningAlgorithms", Json.array(List.of(SigningCalls.algorithm(key.spec())), Json::of));
            case HMAC_256 ->
                metadata.put("KeyUsage", "GENERATE_VERIFY_MAC")
                        .put("MacAlgorithms", Json.array(List.of(HMAC), Json::of));
        }
        return Json.object().put("KeyMetadata", metadata.build());
    }

    private Json.Builder enable(Json in, boolean on) {
        ring.enable(keyId(in), on);
        return Json.object();
    }

    static String keyId(Json in) {
        return keyId(in, "KeyId");
    }

    private static String keyId(Json in, String member) {
        var keyId = in.path(member).asText();
        if (keyId.isEmpty()) {
            throw invalid(
                    member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1), "Member must not be null");
        }
        return keyId;
    }

    private static byte[] blob(Json in) {
        var blob = decoded(in, "CiphertextBlob");
        if (blob.length < 1 || blob.length > MAX_BLOB) {
            throw invalid("ciphertextBlob", "Member must have length between 1 and " + MAX_BLOB);
        }
        return blob;
    }

    static byte[] decoded(Json in, String member) {
        try {
            return Base64.getDecoder().decode(in.path(member).asText());
        } catch (IllegalArgumentException e) {
            throw KmsFault.serialization();
        }
    }

    private static Map<String, String> context(Json in, String member) {
        var context = new HashMap<String, String>();
        in.path(member).members().forEach((name, value) -> {
            if (!(value instanceof Json.Str(var text))) {
                throw KmsFault.serialization();
            }
            context.put(name, text);
        });
        return context;
    }

    static void refuseDryRun(Json in) {
        if (in.path("DryRun").equals(Json.of(true))) {
            throw KmsFault.dryRun();
        }
    }

    static KmsFault invalid(String member, String constraint) {
        return KmsFault.validation(
                "1 validation error detected: Value at '" + member + "' failed to satisfy constraint: " + constraint);
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

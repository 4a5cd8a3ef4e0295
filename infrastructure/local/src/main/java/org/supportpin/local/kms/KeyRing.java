package org.supportpin.local.kms;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.json.Json;
import org.supportpin.local.store.DataFolder;

/** The keys, one for each key resource of the template, kept beside the tables: a restart opens what was stored. */
public final class KeyRing {

    private static final String FILE = "kms-keys.json";
    private static final int KEY_BYTES = 32;

    private final DataFolder data;
    private final String arnPrefix;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, KmsKey> byId = new LinkedHashMap<>();
    private final Map<String, String> idByAlias = new HashMap<>();

    private KeyRing(DataFolder data, String arnPrefix, Clock clock) {
        this.data = data;
        this.arnPrefix = arnPrefix;
        this.clock = clock;
    }

    /**
     * The keys that the folder holds.
     *
     * @param arnPrefix such as {@code arn:aws:kms:eu-central-1:000000000000:}
     */
    public static KeyRing open(DataFolder data, String arnPrefix, Clock clock) {
        var ring = new KeyRing(data, arnPrefix, clock);
        try {
            data.read(FILE).map(Json::read).ifPresent(keys -> keys.forEach(key -> ring.put(ring.stored(key))));
        } catch (Json.NotJson | IllegalArgumentException e) {
            throw new CannotStart(
                    "The file " + data.path().resolve(FILE)
                            + " is damaged; restore it, or start with an empty data folder.",
                    e);
        }
        return ring;
    }

    private KmsKey stored(JsonNode key) {
        var id = key.required("id").asText();
        var material = Base64.getDecoder().decode(key.required("material").asText());
        if (material.length != KEY_BYTES) {
            throw new IllegalArgumentException("not a key of 256 bits");
        }
        return new KmsKey(
                key.required("name").asText(),
                id,
                arnPrefix + "key/" + id,
                new SecretKeySpec(material, "AES"),
                key.required("enabled").asBoolean(),
                Instant.ofEpochMilli(key.required("createdAt").asLong()));
    }

    /** The id of the key with this name; the key is made if it is not there. */
    public synchronized String idOf(String name) {
        return byId.values().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseGet(() -> make(name))
                .id();
    }

    /**
     * Lets a key be found by an alias too.
     *
     * @param alias with its prefix, such as {@code alias/support-pin}
     */
    public synchronized void alias(String alias, String keyId) {
        idByAlias.put(alias, keyId);
    }

    public String arnOf(String keyId) {
        return arnPrefix + "key/" + keyId;
    }

    private KmsKey make(String name) {
        var material = new byte[KEY_BYTES];
        random.nextBytes(material);
        var id = UUID.randomUUID().toString();
        var key = new KmsKey(name, id, arnOf(id), new SecretKeySpec(material, "AES"), true, clock.instant());
        put(key);
        save();
        return key;
    }

    /** The key by its id, an alias, or the ARN of either. */
    synchronized KmsKey find(String keyId) {
        var local = keyId.startsWith(arnPrefix) ? keyId.substring(arnPrefix.length()) : keyId;
        var id = local.startsWith("alias/") ? idByAlias.get(local) : local.replaceFirst("^key/", "");
        var key = id == null ? null : byId.get(id);
        if (key != null) {
            return key;
        }
        throw KmsFault.notFound(
                local.startsWith("alias/")
                        ? "Alias " + arnPrefix + local + " is not found."
                        : "Key '" + arnPrefix + "key/" + id + "' does not exist");
    }

    /** The key, able to seal and open. */
    KmsKey usable(String keyId) {
        var key = find(keyId);
        if (!key.enabled()) {
            throw KmsFault.disabled(key.arn());
        }
        return key;
    }

    synchronized void enable(String keyId, boolean on) {
        put(find(keyId).enabled(on));
        save();
    }

    private void put(KmsKey key) {
        byId.put(key.id(), key);
    }

    private void save() {
        var keys = Json.array();
        byId.values()
                .forEach(key -> keys.addObject()
                        .put("name", key.name())
                        .put("id", key.id())
                        .put(
                                "material",
                                Base64.getEncoder()
                                        .encodeToString(key.material().getEncoded()))
                        .put("enabled", key.enabled())
                        .put("createdAt", key.createdAt().toEpochMilli()));
        data.write(FILE, keys.toPrettyString());
    }
}

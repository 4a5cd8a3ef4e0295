package org.supportpin.local.kms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Num;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.WireName;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.store.DataFolder;

/** A key for each key resource of the template, stored in the data folder like the tables. */
public final class KeyRing {

    private static final String FILE = "kms-keys.json";

    private static final Codec<KeyMaterial> MATERIAL =
            Codec.text(KeyMaterial::text, KeyMaterial::read, "Use a key of 256 bits, or a pair.");

    private static final Codec<KeySpec> SPEC = Codec.text(
            KeySpec::text,
            text -> WireName.find(KeySpec.values(), text).orElseThrow(IllegalArgumentException::new),
            "Use a key spec.");
    private static final Codec<Instant> MILLISECONDS = Codec.of(
            instant -> Json.of(instant.toEpochMilli()),
            json -> json instanceof Num(var number)
                    ? Checked.valid(Instant.ofEpochMilli(number.longValue()))
                    : Checked.faulty("Use milliseconds since the epoch."));

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
     * Reads the keys in the folder.
     *
     * @param arnPrefix for example {@code arn:aws:kms:eu-central-1:000000000000:}
     */
    public static KeyRing open(DataFolder data, String arnPrefix, Clock clock) {
        var ring = new KeyRing(data, arnPrefix, clock);
        try {
            data.read(FILE)
                    .map(JsonText::readOwn)
                    .ifPresent(keys -> keys.items().forEach(key -> ring.put(ring.stored(key))));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new CannotStart(
                    "The file " + data.path().resolve(FILE)
                            + " is damaged; restore it, or start with an empty data folder.",
                    e);
        }
        return ring;
    }

    private KmsKey stored(Json json) {
        var key = keyJson().from(json).orThrow();
        if (key.spec().isPair() && !key.material().isLater()) {
            key.material().pair(key.spec());
        }
        return key;
    }

    private ObjectCodec<KmsKey> keyJson() {
        return members -> {
            var name = members.required("name", Codec.string(), KmsKey::name);
            var id = members.required("id", Codec.string(), KmsKey::id);
            var spec = members.required("spec", SPEC, KmsKey::spec);
            var material = members.required("material", MATERIAL, KmsKey::material);
            var enabled = members.required("enabled", Codec.bool(), KmsKey::enabled);
            var createdAt = members.required("createdAt", MILLISECONDS, KmsKey::createdAt);
            return members.make(() -> new KmsKey(
                    name.get(), id.get(), arnOf(id.get()), spec.get(), material.get(), enabled.get(), createdAt.get()));
        };
    }

    /** The id of the key for encryption with this name, which is created if it does not exist. */
    public String idOf(String name) {
        return idOf(name, KeySpec.SYMMETRIC_DEFAULT);
    }

    /** The id of the key with this name, which is created if it does not exist. */
    public synchronized String idOf(String name, KeySpec spec) {
        return byId.values().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseGet(() -> make(name, spec))
                .id();
    }

    /** Adds an alias, for example {@code alias/support-pin}. */
    public synchronized void alias(String alias, String keyId) {
        idByAlias.put(alias, keyId);
    }

    public String arnOf(String keyId) {
        return arnPrefix + "key/" + keyId;
    }

    private KmsKey make(String name, KeySpec spec) {
        var id = UUID.randomUUID().toString();
        var key = new KmsKey(name, id, arnOf(id), spec, KeyMaterial.make(spec, random), true, clock.instant());
        put(key);
        save();
        return key;
    }

    synchronized Optional<KmsKey> findById(String id) {
        return Optional.ofNullable(byId.get(id));
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

    /** The key, if it is enabled and for this use. */
    KmsKey usable(String keyId, KeySpec spec) {
        var key = find(keyId);
        if (key.spec() != spec) {
            throw KmsFault.invalidUsage(key.arn());
        }
        return enabled(key);
    }

    /** The key, if it is enabled and signs. */
    KmsKey signing(String keyId) {
        var key = find(keyId);
        if (!key.spec().isPair()) {
            throw KmsFault.invalidUsage(key.arn());
        }
        return made(enabled(key));
    }

    private static KmsKey enabled(KmsKey key) {
        if (!key.enabled()) {
            throw KmsFault.disabled(key.arn());
        }
        return key;
    }

    /** With the pair that has not been needed so far: that of a file, if somebody has put one there, or a new one. */
    private synchronized KmsKey made(KmsKey key) {
        var now = find(key.id());
        if (!now.material().isLater()) {
            return now;
        }
        var made = now.with(data.read("kms-" + now.name() + ".pair")
                .map(KeyMaterial::read)
                .orElseGet(() -> KeyMaterial.pair(now.spec(), random)));
        put(made);
        save();
        return made;
    }

    synchronized void enable(String keyId, boolean on) {
        put(find(keyId).enabled(on));
        save();
    }

    private void put(KmsKey key) {
        byId.put(key.id(), key);
    }

    private void save() {
        data.write(FILE, JsonText.write(Json.array(byId.values(), keyJson()::write)));
    }
}

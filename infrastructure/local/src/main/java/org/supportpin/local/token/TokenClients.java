package org.supportpin.local.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.store.DataFolder;

/**
 * The clients of the local stack's token service, as a hosting company would set them up: {@code panel} and {@code desk} with a key of
 * their own each, and {@code panel-by-secret} with a shared secret. Their keys and the secret lie in the data folder, for whoever tries it:
 * {@code client-panel.pem}, {@code client-desk.pem} and {@code client-panel-by-secret.txt}.
 */
record TokenClients(String settings, Map<String, String> secrets) {

    private static final String SECRET = "/support-pin-clients/panel-by-secret";
    private static final int SECRET_BYTES = 32;

    TokenClients {
        secrets = Map.copyOf(secrets);
    }

    static TokenClients open(DataFolder data) {
        var clients = Json.object()
                .put("panel", panel().put("keys", keys(data, "panel")).build())
                .put("panel-by-secret", panel().put("secret", "ssm:" + SECRET).build())
                .put(
                        "desk",
                        client(
                                        "agent",
                                        List.of("pin:verify", "action:execute", "action:approve", "audit:read"),
                                        List.of("auth_time", "name"))
                                .put("keys", keys(data, "desk"))
                                .build())
                .build();
        return new TokenClients(JsonText.write(clients), Map.of(SECRET, secret(data)));
    }

    private static Json.Builder panel() {
        return client(
                "panel", List.of("pin:self"), List.of("auth_time", "locale", "phone_number", "phone_number_verified"));
    }

    private static Json.Builder client(String realm, List<String> scopes, List<String> claims) {
        return Json.object()
                .put("realm", realm)
                .put("scopes", Json.array(scopes, Json::of))
                .put("claims", Json.array(claims, Json::of))
                .put("addresses", Json.array(List.of("127.0.0.1", "::1"), Json::of));
    }

    private static Json keys(DataFolder data, String client) {
        var file = "client-" + client + ".json";
        try {
            var stored = data.read(file);
            var key = stored.isPresent()
                    ? ECKey.parse(stored.get())
                    : new ECKeyGenerator(Curve.P_256).keyID(client + "-1").generate();
            if (stored.isEmpty()) {
                data.write(file, key.toJSONString());
                data.write("client-" + client + ".pem", pem(key));
            }
            return Json.array(List.of(key.toPublicJWK().toJSONString()), JsonText::readOwn);
        } catch (ParseException | JOSEException e) {
            throw new CannotStart("The file " + data.path().resolve(file) + " is damaged; delete it.", e);
        }
    }

    private static String pem(ECKey key) throws JOSEException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.toECPrivateKey().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    private static String secret(DataFolder data) {
        var file = "client-panel-by-secret.txt";
        return data.read(file).orElseGet(() -> {
            var bytes = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(bytes);
            var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            data.write(file, made);
            return made;
        });
    }

    @Override
    public String toString() {
        return "TokenClients";
    }
}

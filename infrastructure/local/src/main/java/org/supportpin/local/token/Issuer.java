package org.supportpin.local.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.store.DataFolder;

/** Signs tokens with its RSA key, which is stored in the data folder, and publishes the public key. */
public final class Issuer {

    private static final int KEY_BITS = 2048;

    private final IssuerName name;
    private final URI uri;
    private final RSAKey key;

    private Issuer(IssuerName name, URI uri, RSAKey key) {
        this.name = name;
        this.uri = uri;
        this.key = key;
    }

    /**
     * The issuer, with its stored key or a new one.
     *
     * @param uri the {@code iss} of its tokens
     */
    public static Issuer open(DataFolder data, IssuerName name, URI uri) {
        var file = "issuer-" + name.text() + ".json";
        try {
            var stored = data.read(file);
            var key = stored.isPresent() ? RSAKey.parse(stored.get()) : make();
            if (stored.isEmpty()) {
                data.write(file, key.toJSONString());
            }
            return new Issuer(name, uri, key);
        } catch (ParseException e) {
            throw new CannotStart("The file " + data.path().resolve(file) + " is damaged; delete it.", e);
        }
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    public IssuerName name() {
        return name;
    }

    /** The {@code iss} of its tokens. */
    public URI uri() {
        return uri;
    }

    public JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    /** An RS256 token with any claims. */
    public String sign(Json claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new JWSObject(header, new Payload(JsonText.write(claims)));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK signs with RSA", e);
        }
        return token.serialize();
    }

    /** OpenID Connect Discovery and the public keys. */
    public void addTo(LocalRoutes routes) {
        routes.add("GET", name.path() + "/.well-known/openid-configuration", call -> Answer.ok(discovery()));
        routes.add(
                "GET",
                name.path() + "/.well-known/jwks.json",
                call -> Answer.ok(JsonText.readOwn(publicKeys().toString(true))));
    }

    private Json discovery() {
        return Json.object()
                .put("issuer", uri.toString())
                .put("jwks_uri", uri + "/.well-known/jwks.json")
                .put("token_endpoint", uri.resolve("/local/tokens").toString())
                .put("response_types_supported", Json.array(List.of("token"), Json::of))
                .put("subject_types_supported", Json.array(List.of("public"), Json::of))
                .put("id_token_signing_alg_values_supported", Json.array(List.of("RS256"), Json::of))
                .build();
    }
}

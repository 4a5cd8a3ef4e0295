package org.supportpin.local.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.backoffice.json.JsonText.MalformedJson;

/**
 * The keys that an issuer publishes, read over HTTP by its discovery document as API Gateway reads them. A key that was seen stays
 * known, as in API Gateway's cache.
 */
public final class PublishedKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI issuer;
    private final Map<String, JWK> known = new ConcurrentHashMap<>();

    public PublishedKeys(URI issuer) {
        this.issuer = issuer;
    }

    /** The key with this {@code kid}; empty if the issuer has none of that name, or does not answer. */
    public Optional<JWK> find(String kid) {
        if (!known.containsKey(kid)) {
            try {
                var jwks = get(URI.create(JsonText.read(get(URI.create(issuer + "/.well-known/openid-configuration")))
                        .path("jwks_uri")
                        .asText()));
                JWKSet.parse(jwks).getKeys().forEach(key -> known.put(key.getKeyID(), key));
            } catch (IOException | MalformedJson | ParseException | IllegalArgumentException e) {
                System.err.println("The keys of " + issuer + " cannot be read: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Optional.ofNullable(known.get(kid));
    }

    private String get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
                .body();
    }
}

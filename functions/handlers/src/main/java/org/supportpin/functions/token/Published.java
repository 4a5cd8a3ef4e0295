package org.supportpin.functions.token;

import java.time.Duration;
import java.util.List;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.signing.PublishedRsaKey;
import org.supportpin.domain.token.TokenClient;
import org.supportpin.domain.token.TokenRealm;
import org.supportpin.domain.token.TokenSigner;
import org.supportpin.functions.client.Client;
import org.supportpin.functions.client.ClientKey;
import org.supportpin.functions.client.Clients;
import org.supportpin.functions.http.Problem;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** What anybody may know of an issuer: how to ask for its tokens and by which keys to check them (RFC 8414, OpenID Connect Discovery). */
record Published(Clients clients, TokenSigner signer, Endpoints endpoints) {

    /** A key is published for hours before it signs (docs/identity.md). */
    private static final Duration CACHED = Duration.ofMinutes(5);

    Response configuration(Request request) {
        return WireName.find(TokenRealm.values(), request.path("issuer"))
                .map(realm -> Response.json(200, configuration(realm, endpoints.of(request)))
                        .cacheable(CACHED))
                .orElseGet(Published::unknown);
    }

    private Json configuration(TokenRealm realm, Endpoints at) {
        var issuer = at.realm(realm).issuer();
        var rules = clients.byId().values().stream()
                .map(Client::rules)
                .filter(client -> client.realm() == realm)
                .toList();
        return Json.object()
                .put("issuer", issuer)
                .put("token_endpoint", at.token())
                .put("jwks_uri", issuer + "/.well-known/jwks.json")
                .put("grant_types_supported", texts(List.of(TokenHandler.GRANT_TYPE)))
                .put("token_endpoint_auth_methods_supported", texts(List.of("private_key_jwt", "client_secret_jwt")))
                .put("token_endpoint_auth_signing_alg_values_supported", texts(algorithms(realm)))
                .put(
                        "scopes_supported",
                        texts(rules.stream()
                                .map(TokenClient::scopes)
                                .flatMap(scopes -> scopes.stream())
                                .sorted()
                                .distinct()
                                .toList()))
                // None: nobody signs in here.
                .put("response_types_supported", texts(List.of()))
                .put("subject_types_supported", texts(List.of("public")))
                .put("id_token_signing_alg_values_supported", texts(List.of("RS256")))
                .build();
    }

    private List<String> algorithms(TokenRealm realm) {
        return clients.byId().values().stream()
                .filter(client -> client.rules().realm() == realm)
                .flatMap(client -> client.keys().stream())
                .map(ClientKey::algorithm)
                .sorted()
                .distinct()
                .toList();
    }

    Response keys(Request request) {
        return WireName.find(TokenRealm.values(), request.path("issuer"))
                .map(_ -> Response.json(
                                200,
                                Json.object()
                                        .put("keys", Json.array(signer.published(), Published::key))
                                        .build())
                        .cacheable(CACHED))
                .orElseGet(Published::unknown);
    }

    private static Json key(PublishedRsaKey key) {
        return Json.object()
                .put("kty", "RSA")
                .put("n", key.n())
                .put("e", key.e())
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", key.id())
                .build();
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts, Json::of);
    }

    private static Response unknown() {
        return Problem.of(404, "not-found", "No such issuer")
                .detail("There are the issuers panel and agent.")
                .response();
    }
}

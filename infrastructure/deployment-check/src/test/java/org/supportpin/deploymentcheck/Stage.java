package org.supportpin.deploymentcheck;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A service with its two issuers, on one port, in which one thing at a time is wrong. */
final class Stage implements AutoCloseable {

    static final String ORIGIN = "https://panel.example.gr";

    /** To make one takes longer than a test. */
    private static final RSAKey KEY = newKey();

    /** The connection is closed instead. */
    static final int NO_ANSWER = 0;

    final Set<String> wrong = new HashSet<>();

    /** Another status for a call, such as {@code GET /v1/agent/actions with a token}. */
    final Map<String, Integer> instead = new ConcurrentHashMap<>();

    /** Of every answer with a body. {@code Date} is the server's own unless it is here. */
    final Map<String, List<String>> headers = new ConcurrentHashMap<>();

    private final HttpServer server;

    Stage() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String issuer(Realm realm) {
        return address() + "/v1/issuers/" + realm.tokenServiceName();
    }

    /** A good token, or with another claim. */
    String token(Realm realm, UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer(realm))
                .audience(realm.usualAudience())
                .subject("1001")
                .claim("scope", String.join(" ", realm.scopes()))
                .claim("auth_time", now.getEpochSecond())
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        return signed(KEY, change.apply(claims).build());
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            var other = instead.get(exchange.getRequestMethod() + " " + path
                    + (exchange.getRequestHeaders().containsKey("Authorization") ? " with a token" : ""));
            if (other != null) {
                instead(exchange, other);
            } else if (path.startsWith("/v1/issuers/")) {
                issuer(exchange, path.substring("/v1/issuers/".length()));
            } else if (exchange.getRequestMethod().equals("OPTIONS")) {
                preflight(exchange);
            } else if (path.equals("/v1/keys")) {
                send(exchange, 200, wrong.contains("keys") ? "{\"keys\":[]}" : "{\"keys\":[{\"kty\":\"EC\"}]}");
            } else {
                protectedRoute(exchange, path);
            }
        }
    }

    /** Closed without an answer, or a redirect or a fault. */
    private void instead(HttpExchange exchange, int status) throws IOException {
        if (status == NO_ANSWER) {
            return;
        }
        exchange.getResponseHeaders().set("Location", address() + "/v1/keys");
        send(exchange, status, "");
    }

    private void issuer(HttpExchange exchange, String rest) throws IOException {
        var name = rest.split("/", 2)[0];
        if (wrong.contains("discovery")) {
            send(exchange, 302, "");
        } else if (rest.endsWith("openid-configuration")) {
            var own = address() + "/v1/issuers/" + name;
            send(
                    exchange,
                    200,
                    "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\"}"
                            .formatted(wrong.contains("issuer") ? own + "/" : own, own));
        } else {
            var published = new JWKSet(KEY.toPublicJWK()).toString();
            send(exchange, 200, wrong.contains("jwks") ? published.replace("RSA", "EC") : published);
        }
    }

    private void preflight(HttpExchange exchange) throws IOException {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (wrong.contains("any origin") || (origin.equals(ORIGIN) && !wrong.contains("origin"))) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void protectedRoute(HttpExchange exchange, String path) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null) {
            send(exchange, wrong.contains("open") ? 200 : 401, "{}");
        } else {
            var own = payload(token).contains(path.startsWith("/v1/panel") ? "/panel" : "/agent");
            send(exchange, wrong.contains("scope") ? 403 : own || wrong.contains("realm") ? 200 : 401, "{}");
        }
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8)
                .replace("\\/", "/");
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().putAll(headers);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    List<String> options() {
        return List.of(
                "--api=" + address(),
                "--origins=" + ORIGIN,
                "--panelIssuer=" + issuer(Realm.PANEL),
                "--agentIssuer=" + issuer(Realm.AGENTS),
                "--stack=");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

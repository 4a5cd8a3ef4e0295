package org.supportpin.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.supportpin.local.testing.Trees;

/** A caller of the gateway. */
public final class Caller {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;

    public Caller(URI gateway) {
        this.gateway = gateway;
    }

    /** Calls with headers given as names and values in turn. */
    public HttpResponse<String> call(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    public JsonNode json(HttpResponse<String> response) {
        return Trees.read(response.body());
    }

    /** A token from the stack's own route; claims as a JSON object. */
    public String token(String role, String subject, String claims) {
        var body = "{\"role\":\"%s\",\"subject\":\"%s\",\"claims\":%s}".formatted(role, subject, claims);
        return json(post("/local/tokens", body)).path("token").asText();
    }

    public String token(String role, String subject) {
        return token(role, subject, "{}");
    }
}

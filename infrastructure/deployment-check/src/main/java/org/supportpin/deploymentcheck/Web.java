package org.supportpin.deploymentcheck;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** HTTP, without redirects: an API and an issuer answer where they are. */
final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** An https address, without the slash at its end; http only to this machine. Empty for any other text. */
    static Optional<URI> address(String text) {
        try {
            var uri = URI.create(text.replaceFirst("/$", ""));
            var own = "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
            return ("https".equals(uri.getScheme()) || own)
                            && uri.getHost() != null
                            && uri.getQuery() == null
                            && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The answer; empty if there is none. */
    Optional<HttpResponse<byte[]>> call(String method, String address, String... headers) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Optional.of(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The object that is answered with {@code 200}; empty for anything else. */
    Optional<Json.Obj> object(String address) throws InterruptedException {
        return call("GET", address)
                .filter(answer -> answer.statusCode() == 200)
                .flatMap(answer -> JsonText.readObject(answer.body()));
    }
}

package org.supportpin.deploymentcheck;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** HTTP, without redirects: an API and an issuer answer where they are. */
final class Web {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LAST_PORT = 65_535;

    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;

    /** @param patience for each call */
    Web(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /** An https address, without the slash at its end; http only to this machine. Empty for any other text. */
    static Optional<URI> address(String text) {
        return link(text.replaceFirst("/$", "")).filter(uri -> uri.getQuery() == null);
    }

    /** The same as it is written, perhaps with a query. */
    static Optional<URI> link(String text) {
        try {
            var uri = URI.create(text);
            var own = "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost());
            return ("https".equals(uri.getScheme()) || own)
                            && uri.getHost() != null
                            && uri.getPort() <= LAST_PORT
                            && uri.getUserInfo() == null
                            && uri.getFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no URI is no address, and whoever asks says so
        }
    }

    /** Calls once. */
    Reply call(String method, URI address, String... headers) throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(patience).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply.Answered(response, clock.instant());
        } catch (IOException e) {
            return new Reply.NoAnswer(why(e));
        }
    }

    private String why(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "none within " + patience.toSeconds() + " s";
        }
        if (isBecauseOf(e, UnresolvedAddressException.class)) {
            return "the host name does not resolve";
        }
        if (isBecauseOf(e, SSLException.class)) {
            return "the TLS handshake failed";
        }
        return isBecauseOf(e, ConnectException.class) ? "no connection" : "the connection broke off";
    }

    private static boolean isBecauseOf(IOException e, Class<? extends Exception> cause) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause::isInstance);
    }
}

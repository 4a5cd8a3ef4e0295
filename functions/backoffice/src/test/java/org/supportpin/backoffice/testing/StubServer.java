package org.supportpin.backoffice.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.domain.testing.SelfSigned;

/** An HTTP server on this machine that records requests, and answers or fails as the test says. */
public final class StubServer implements AutoCloseable {

    /** A received request. */
    public record Asked(String method, String path, Map<String, List<String>> headers, Content body) {

        public String text() {
            return new String(body.bytes(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return String.join("\n", headers.getOrDefault(name, List.of()));
        }
    }

    /** What the server does with a request. */
    public sealed interface Behaviour {

        /** Answers. */
        record Says(int status, Map<String, String> headers, Content body) implements Behaviour {}

        /** Keeps the caller waiting until the server closes. */
        record Hangs() implements Behaviour {}

        /** Closes the connection without an answer. */
        record Drops() implements Behaviour {}

        /** Announces more than it sends, and closes the connection. */
        record BreaksOff() implements Behaviour {}

        static Behaviour says(int status, String body) {
            return new Says(status, Map.of(), Content.of(body));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Behaviour> behaviour = _ -> Behaviour.says(500, "");

    private StubServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static StubServer start() {
        answerAtOnce();
        try {
            return new StubServer(HttpServer.create(new InetSocketAddress(loopback(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a self-signed certificate. */
    public static StubServer startWithTls() {
        answerAtOnce();
        try {
            var server = HttpsServer.create(new InetSocketAddress(loopback(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context()));
            return new StubServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StubServer does(Function<Asked, Behaviour> next) {
        behaviour = next;
        return this;
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public Endpoint endpoint() {
        var scheme = server instanceof HttpsServer ? "https" : "http";
        return new Endpoint(
                URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort()), Network.LOOPBACK);
    }

    /** An address at which nothing listens. */
    public static Endpoint nowhere() {
        return new Endpoint(URI.create("http://127.0.0.1:1"), Network.LOOPBACK);
    }

    /** Otherwise each small answer waits 40 ms for the caller's acknowledgement. Read once, when the server's classes load. */
    private static void answerAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                Content.of(exchange.getRequestBody().readAllBytes()));
        asked.add(request);
        switch (behaviour.apply(request)) {
            case Behaviour.Says(var status, var headers, var body) -> {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, body.bytes().length == 0 ? -1 : body.bytes().length);
                exchange.getResponseBody().write(body.bytes());
                exchange.close();
            }
            case Behaviour.Hangs() -> {
                try {
                    Thread.sleep(java.time.Duration.ofMinutes(1));
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            }
            case Behaviour.Drops() -> exchange.close();
            case Behaviour.BreaksOff() -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                exchange.close();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}

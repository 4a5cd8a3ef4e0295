package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A token endpoint that answers whatever it is told, and counts who asks. */
final class TokenEndpoint implements AutoCloseable {

    /** What is answered, whatever the request. */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }

        static Answer token(String token) {
            return of(200, "{\"access_token\":\"%s\"}".formatted(token));
        }

        @Override
        public String toString() {
            return "%d %.40s".formatted(status, body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CompletableFuture<Answer> answer;

    TokenEndpoint(Answer answer) {
        this.answer = CompletableFuture.completedFuture(answer);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var next = this.answer;
            asked.incrementAndGet();
            var said = next.join();
            said.headers().forEach(exchange.getResponseHeaders()::set);
            var body = said.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** From now on; what waits already still waits. */
    void answers(Answer next) {
        answer = CompletableFuture.completedFuture(next);
    }

    /** From now on whoever asks waits, until this is completed. */
    CompletableFuture<Answer> hangs() {
        var later = new CompletableFuture<Answer>();
        answer = later;
        return later;
    }

    /** How many requests there were. */
    int asked() {
        return asked.get();
    }

    String address() {
        return "http://127.0.0.1:%d/v1/token".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.supportpin.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.supportpin.local.fault.CannotStart;

/** An HTTP server that only this machine can reach, with a virtual thread per request. */
public final class LoopbackServer implements AutoCloseable {

    /** A body larger than this many times the limit is not read to its end: the connection closes. */
    private static final int MOST_DRAINED = 4;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int maxBody;

    private LoopbackServer(HttpServer server, int maxBody) {
        this.server = server;
        this.maxBody = maxBody;
    }

    /**
     * Binds the port; callers wait for {@link #serve}.
     *
     * @param port 0 for any free one
     * @param maxBody in bytes; larger bodies are answered with 413
     * @throws CannotStart if the port is in use
     */
    public static LoopbackServer bind(int port, int maxBody) {
        // Otherwise each small answer waits 40 ms for the caller's acknowledgement. Read once, when the classes load.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            var loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), maxBody);
        } catch (BindException e) {
            throw new CannotStart(
                    "Port " + port
                            + " is in use or not allowed; stop what listens there, or set another in SUPPORT_PIN_PORT.",
                    e);
        } catch (IOException e) {
            throw new CannotStart("The local stack cannot listen on 127.0.0.1:" + port + ".", e);
        }
    }

    /** Starts answering. */
    public LoopbackServer serve(Service service) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                send(exchange, reply(exchange, service));
            }
        });
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    private Reply reply(HttpExchange exchange, Service service) throws IOException {
        var body = exchange.getRequestBody().readNBytes(maxBody + 1);
        if (body.length > maxBody) {
            drain(exchange.getRequestBody());
            return Reply.message(413, "Request Entity Too Large").with("connection", "close");
        }
        var target = exchange.getRequestURI();
        if (target.getRawPath() == null || !target.getRawPath().startsWith("/") || isMistakenForHost(target)) {
            return Reply.message(404, "Not Found");
        }
        try {
            return service.answer(new Request(
                    exchange.getRequestMethod(),
                    target.getRawPath(),
                    target.getRawQuery() == null ? "" : target.getRawQuery(),
                    exchange.getProtocol(),
                    headers(exchange),
                    Body.of(body),
                    exchange.getRemoteAddress().getAddress()));
        } catch (RuntimeException e) {
            e.printStackTrace();
            return Reply.message(500, "Internal Server Error");
        }
    }

    /** If a path starts with two slashes, java.net.URI takes its first segment for a host. */
    private static boolean isMistakenForHost(URI target) {
        return !target.isAbsolute() && target.getRawAuthority() != null;
    }

    /** Reads the rest, within limits, so that the caller gets the answer and not a reset. */
    private void drain(InputStream body) throws IOException {
        var buffer = new byte[1 << 16];
        long left = (long) maxBody * MOST_DRAINED;
        int read = body.read(buffer);
        while (read > 0 && left > 0) {
            left -= read;
            read = body.read(buffer);
        }
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        var headers = new LinkedHashMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return headers;
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
        boolean bodiless = reply.body().isEmpty()
                || reply.status() == 204
                || reply.status() == 304
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(
                reply.status(), bodiless ? -1 : reply.body().size());
        if (!bodiless) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply.body().bytes());
            }
        }
    }

    @Override
    public void close() {
        if (!threads.isShutdown()) {
            server.stop(0);
            threads.shutdownNow();
        }
    }
}

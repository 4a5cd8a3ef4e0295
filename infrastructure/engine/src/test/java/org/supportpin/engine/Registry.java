package org.supportpin.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An npm registry with one package, which the real npm client packed. */
final class Registry implements AutoCloseable {

    static final Platform PLATFORM = Platform.ofThisMachine();

    private final HttpServer server;
    private final byte[] tarball;
    private final Path folder;
    private final AtomicInteger downloads = new AtomicInteger();

    /**
     * @param folder for what npm leaves behind
     * @param program what the package has in dynoxide's place
     */
    static Registry of(Path folder, String program) throws Exception {
        return new Registry(folder, packed(Files.createDirectories(folder.resolve("package")), program));
    }

    private Registry(Path folder, byte[] tarball) throws IOException {
        this.folder = folder;
        this.tarball = tarball;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private static byte[] packed(Path source, String program) throws Exception {
        Files.writeString(
                source.resolve("package.json"), "{\"name\": \"@dynoxide/" + PLATFORM + "\", \"version\": \"1.2.1\"}");
        var binary = Files.writeString(source.resolve(PLATFORM.binary()), program);
        if (!binary.toFile().setExecutable(true)) {
            throw new IOException("not made executable: " + binary);
        }
        var npm = new ProcessBuilder(PLATFORM.npm(), "pack", "--silent")
                .directory(source.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(npm.getInputStream().readAllBytes(), UTF_8).strip();
        if (npm.waitFor() != 0) {
            throw new IOException(said);
        }
        return Files.readAllBytes(source.resolve(said));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean file = exchange.getRequestURI().getPath().endsWith(".tgz");
            if (file) {
                downloads.incrementAndGet();
            }
            var body = file ? tarball : description().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** As in a compromised registry: its metadata matches the manipulated file. */
    private String description() {
        return """
            {"name": "@dynoxide/%1$s", "dist-tags": {"latest": "1.2.1"}, "versions": {"1.2.1": {"name": "@dynoxide/%1$s",
             "version": "1.2.1", "dist": {"tarball": "%2$spackage.tgz", "integrity": "%3$s"}}}}
            """.formatted(PLATFORM, address(), integrity());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    String integrity() {
        try {
            return "sha512-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-512").digest(tarball));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    int downloads() {
        return downloads.get();
    }

    /** Settings that make npm use this registry, with its own cache and without retries. */
    Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.put("npm_config_registry", address());
        environment.put("npm_config_cache", folder.resolve("npm-cache").toString());
        environment.put("npm_config_fetch_retries", "0");
        return environment;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

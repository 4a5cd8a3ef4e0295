package org.supportpin.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/**
 * A proxy for a local endpoint: it can terminate TLS, which the engine cannot, and cut all connections, as happens when a snapshot
 * is restored elsewhere.
 */
final class Relay implements AutoCloseable {

    private static final int BUFFER = 1 << 15;

    private final ServerSocket listening;
    private final String scheme;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private Relay(ServerSocket listening, String scheme, URI target) {
        this.listening = listening;
        this.scheme = scheme;
        this.target = target;
    }

    /** Over TLS, with the certificate that the processes trust. */
    static Relay tls(URI target, Certificate certificate) {
        return start("https", certificate.context().getServerSocketFactory(), target);
    }

    private static Relay start(String scheme, ServerSocketFactory factory, URI target) {
        try {
            var relay = new Relay(factory.createServerSocket(0, 64, InetAddress.getLoopbackAddress()), scheme, target);
            Thread.ofPlatform().daemon().start(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var caller = listening.accept();
                var callee = new Socket(target.getHost(), target.getPort());
                caller.setTcpNoDelay(true);
                callee.setTcpNoDelay(true);
                open.add(caller);
                open.add(callee);
                pump(caller, callee);
                pump(callee, caller);
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofPlatform().daemon().start(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                var buffer = new byte[BUFFER];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    out.write(buffer, 0, read);
                }
            } catch (IOException cut) {
                // Either side may close its connection at any time; then the other is closed too.
                open.remove(from);
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    /** Cuts all connections, and accepts new ones. */
    void cut() {
        open.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}

package org.supportpin.functions.aws;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * TLS to AWS. Loading the JVM's trusted certificates takes longer than starting an empty function, so that is done in the
 * background, and only if something is called over TLS. The JVM checks the server's name (RFC 2818).
 */
final class Tls implements TlsSocketStrategy {

    private final AtomicBoolean prepared = new AtomicBoolean();
    private final FutureTask<TlsSocketStrategy> made;

    Tls() {
        this(Tls::trustingAsTheJvm);
    }

    /** @param context called once */
    Tls(Callable<SSLContext> context) {
        // The JVM checks the name, by this policy; the verifier is required, but not used.
        made = new FutureTask<>(() -> new DefaultClientTlsStrategy(
                context.call(), HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE));
    }

    private static SSLContext trustingAsTheJvm() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context;
    }

    /** Starts loading in the background; later calls do nothing. */
    void prepare() {
        if (prepared.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("tls").start(made);
        }
    }

    /**
     * Waits until TLS is ready. The caller's thread never loads it: the SDK interrupts callers whose time is up, which would break
     * it for all.
     *
     * @throws InterruptedIOException if this thread is interrupted
     * @throws SSLException if the server's certificate is wrong, or TLS cannot be set up
     */
    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        prepare();
        try {
            return made.get().upgrade(socket, host, port, attachment, context);
        } catch (ExecutionException e) {
            throw new SSLException("TLS could not be set up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while TLS was being set up");
        }
    }
}

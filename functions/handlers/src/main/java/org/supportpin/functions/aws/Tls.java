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
 * TLS to AWS. To read the certificates that the JVM trusts takes longer than to start an empty function, so that is done beside
 * everything else, and not at all where nothing is called over TLS. The JVM itself compares the server's name with its
 * certificate (RFC 2818).
 */
final class Tls implements TlsSocketStrategy {

    private final AtomicBoolean prepared = new AtomicBoolean();
    private final FutureTask<TlsSocketStrategy> made;

    Tls() {
        this(Tls::trustingAsTheJvm);
    }

    /**
     * @param context says whom to trust; asked once
     */
    Tls(Callable<SSLContext> context) {
        // The policy leaves the name to the JVM; the verifier that verifies nothing only fills a place.
        made = new FutureTask<>(() -> new DefaultClientTlsStrategy(
                context.call(), HostnameVerificationPolicy.BUILTIN, NoopHostnameVerifier.INSTANCE));
    }

    private static SSLContext trustingAsTheJvm() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        return context;
    }

    /** Begins, on a thread of its own; does nothing the second time. */
    void prepare() {
        if (prepared.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("tls").start(made);
        }
    }

    /**
     * Waits until TLS is ready, and begins where nobody has. It is never made by the caller itself: a caller who is interrupted, as
     * the SDK does when time is up, would spoil it for all.
     *
     * @throws InterruptedIOException if this thread is interrupted meanwhile
     * @throws SSLException if the server is not who it should be, or TLS is not to be had
     */
    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, Object attachment, HttpContext context)
            throws IOException {
        prepare();
        try {
            return made.get().upgrade(socket, host, port, attachment, context);
        } catch (ExecutionException e) {
            throw new SSLException("TLS could not be made ready", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while TLS was made ready");
        }
    }
}

package org.supportpin.functions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.junit.jupiter.api.Test;
import org.supportpin.domain.testing.SelfSigned;

class TlsTest {

    /** Answers each byte with the same. */
    private static final class Server implements AutoCloseable {
        private final SSLServerSocket listening;

        Server(SSLContext context) throws IOException {
            listening = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 8, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (var caller = listening.accept()) {
                    caller.getOutputStream().write(caller.getInputStream().read());
                } catch (IOException hungUp) {
                    // A client that does not trust the server closes the connection, and so does the end of a test.
                }
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    private static int said(Server server, Tls tls) throws IOException {
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), server.listening.getLocalPort());
                SSLSocket secured = tls.upgrade(
                        plain, "127.0.0.1", server.listening.getLocalPort(), new Object(), HttpCoreContext.create())) {
            secured.getOutputStream().write(42);
            return secured.getInputStream().read();
        }
    }

    private static Tls trusting(SSLContext context) {
        return new Tls(() -> context);
    }

    @Test
    void aServerOfThatNameThatIsTrustedIsSpokenTo() throws IOException {
        try (var server = new Server(SelfSigned.context())) {
            assertThat(said(server, trusting(SelfSigned.context()))).isEqualTo(42);
        }
    }

    @Test
    void aTrustedCertificateOfAnotherNameIsRefused() throws IOException {
        try (var server = new Server(SelfSigned.contextOfAnother())) {
            assertThatExceptionOfType(SSLException.class)
                    .isThrownBy(() -> said(server, trusting(SelfSigned.contextOfAnother())));
        }
    }

    @Test
    void aCertificateThatTheJvmDoesNotTrustIsRefused() throws IOException {
        try (var server = new Server(SelfSigned.context())) {
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> said(server, new Tls()));
        }
    }

    @Test
    void itIsLoadedOnceHoweverOftenItIsPrepared() throws IOException {
        var made = new AtomicInteger();
        Callable<SSLContext> counted = () -> {
            made.incrementAndGet();
            return SelfSigned.context();
        };
        try (var server = new Server(SelfSigned.context())) {
            var tls = new Tls(counted);
            tls.prepare();
            tls.prepare();

            assertThat(said(server, tls)).isEqualTo(42);
            assertThat(said(server, tls)).isEqualTo(42);
            assertThat(made).hasValue(1);
        }
    }

    @Test
    void whatKeptItFromBeingMadeIsTheCauseOfEachFailure() throws IOException {
        var tls = new Tls(() -> {
            throw new GeneralSecurityException("no certificates");
        });
        try (var server = new Server(SelfSigned.context())) {
            for (int call = 0; call < 2; call++) {
                assertThatExceptionOfType(SSLException.class)
                        .isThrownBy(() -> said(server, tls))
                        .withCauseInstanceOf(GeneralSecurityException.class);
            }
        }
    }

    /** Whether or not loading has started: the SDK interrupts a caller whose time is up. */
    @Test
    void anInterruptedCallerFailsAloneAndBreaksNothing() throws Exception {
        var mayBeMade = new CountDownLatch(1);
        var tls = new Tls(() -> {
            mayBeMade.await();
            return SelfSigned.context();
        });
        try (var server = new Server(SelfSigned.context())) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> said(server, tls));
            assertThat(Thread.interrupted()).isTrue();

            mayBeMade.countDown();
            assertThat(said(server, tls)).isEqualTo(42);
        }
    }
}

package org.supportpin.backoffice.mail.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server on this machine that accepts every mail unless a test sets another reply, or none. */
final class SmtpStub implements AutoCloseable {

    /** Instead of a reply: the client waits. */
    static final String HANGS = "hangs";

    /** Instead of a reply: the connection is closed. */
    static final String DROPS = "drops";

    /** The moments at which a reply is due without a command. */
    static final String GREETING = "greeting";

    static final String CONTENT = "content";

    private static final Map<String, String> USUAL = Map.of(
            GREETING,
            "220 ready",
            "STARTTLS",
            "220 go ahead",
            "AUTH",
            "235 welcome",
            "DATA",
            "354 go on",
            CONTENT,
            "250 taken");

    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final boolean isImplicit;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> contents = new CopyOnWriteArrayList<>();

    private SmtpStub(@Nullable SSLContext tls, boolean isImplicit) throws IOException {
        this.tls = tls;
        this.isImplicit = isImplicit;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /**
     * @param tls the reply to STARTTLS; null to offer none
     */
    static SmtpStub start(@Nullable SSLContext tls) {
        return start(tls, false);
    }

    /** With implicit TLS. */
    static SmtpStub startImplicit(SSLContext tls) {
        return start(tls, true);
    }

    private static SmtpStub start(@Nullable SSLContext tls, boolean isImplicit) {
        try {
            return new SmtpStub(tls, isImplicit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SmtpStub on(String moment, String reply) {
        replies.put(moment, reply);
        return this;
    }

    /** The reply comes only after this time. */
    SmtpStub late(String moment, Duration delay) {
        delays.put(moment, delay);
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The command lines. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** The mails that arrived completely, whatever the reply. */
    List<String> contents() {
        return List.copyOf(contents);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            if (!converse(isImplicit ? secured(client) : client, GREETING, true)) {
                Thread.sleep(Duration.ofMinutes(1));
            }
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket secured(Socket client) throws IOException {
        var secured = (SSLSocket) Objects.requireNonNull(tls)
                .getSocketFactory()
                .createSocket(client, client.getInetAddress().getHostAddress(), client.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    /** Talks until the client leaves; false if the client must be kept waiting. */
    private boolean converse(Socket client, String first, boolean isGreeted) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        if (isGreeted && !answers(client, first)) {
            return !isHanging(first);
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            said.add(line);
            var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            if (!answers(client, verb)) {
                return !isHanging(verb);
            }
            if (verb.equals("STARTTLS") && tls != null) {
                return converse(secured(client), GREETING, false);
            }
            if (verb.equals("DATA") && reply(verb).startsWith("354")) {
                readContent(in);
                if (!answers(client, CONTENT)) {
                    return !isHanging(CONTENT);
                }
            }
        }
        return true;
    }

    private void readContent(BufferedReader in) throws IOException {
        var content = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                contents.add(content.toString());
                return;
            }
            content.append(line).append('\n');
        }
    }

    private String reply(String moment) {
        var reply = replies.get(moment);
        if (reply != null) {
            return reply;
        }
        return moment.equals("EHLO")
                ? "250-stub\r\n" + (tls == null || isImplicit ? "" : "250-STARTTLS\r\n") + "250 AUTH PLAIN LOGIN"
                : USUAL.getOrDefault(moment, "250 fine");
    }

    private boolean isHanging(String moment) {
        return reply(moment).equals(HANGS);
    }

    /** Whether there was a reply to give. */
    private boolean answers(Socket client, String moment) throws IOException {
        var reply = reply(moment);
        if (reply.equals(HANGS) || reply.equals(DROPS)) {
            return false;
        }
        LockSupport.parkNanos(delays.getOrDefault(moment, Duration.ZERO).toNanos());
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var each : open) {
            each.close();
        }
    }
}

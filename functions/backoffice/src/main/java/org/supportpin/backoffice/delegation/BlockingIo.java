package org.supportpin.backoffice.delegation;

import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.deadline.Deadline;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.IoClientFactory;
import org.xbill.DNS.io.TcpIoClient;
import org.xbill.DNS.io.UdpIoClient;

/**
 * Sends a query and waits for its answer in the calling thread, which is a virtual one. Each exchange has a socket of its own, with a
 * port that the system chooses at random, and closes it. dnsjava's own client shares one thread and keeps connections open: a server
 * that sends octet by octet delays everybody's time-outs there, and one that never closes uses up the process's files.
 */
final class BlockingIo implements IoClientFactory, UdpIoClient, TcpIoClient {

    /** A process has a thousand files in Lambda. */
    private static final int MOST_AT_ONCE = 128;

    /** A server that sends more than these before its answer has none. */
    private static final int MOST_DATAGRAMS = 16;

    private final Deadline end;
    private final Semaphore sockets = new Semaphore(MOST_AT_ONCE);

    BlockingIo(Deadline end) {
        this.end = end;
    }

    @Override
    public TcpIoClient createOrGetTcpClient() {
        return this;
    }

    @Override
    public UdpIoClient createOrGetUdpClient() {
        return this;
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceiveUdp(
            @Nullable InetSocketAddress local,
            InetSocketAddress remote,
            Message query,
            byte[] data,
            int max,
            Duration timeout) {
        return exchange(() -> udp(remote, data, max, end.within(timeout)));
    }

    /** Ignores the time-out of one attempt: a connection is not tried again. */
    @Override
    public CompletableFuture<byte[]> sendAndReceiveTcp(
            @Nullable InetSocketAddress local, InetSocketAddress remote, Message query, byte[] data, Duration timeout) {
        return exchange(() -> tcp(remote, data));
    }

    /** Only datagrams from the server itself arrive at a connected socket; those with another id are not its answer (RFC 5452 §9.1). */
    private static byte[] udp(InetSocketAddress remote, byte[] data, int max, Deadline end) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.connect(remote);
            socket.send(new DatagramPacket(data, data.length));
            for (int received = 0; received < MOST_DATAGRAMS; received++) {
                var packet = new DatagramPacket(new byte[max], max);
                socket.setSoTimeout(millis(end));
                socket.receive(packet);
                var answer = Arrays.copyOf(packet.getData(), packet.getLength());
                if (answer.length >= 2 && answer[0] == data[0] && answer[1] == data[1]) {
                    return answer;
                }
            }
            throw new IOException("other datagrams than the answer");
        }
    }

    /** RFC 7766 §8: length and message in one write. */
    private byte[] tcp(InetSocketAddress remote, byte[] data) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(remote, millis(end));
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(2 + data.length)
                            .putShort((short) data.length)
                            .put(data)
                            .array());
            var length = Short.toUnsignedInt(ByteBuffer.wrap(read(socket, 2)).getShort());
            return read(socket, length);
        }
    }

    private byte[] read(Socket socket, int length) throws IOException {
        var octets = new byte[length];
        for (int read = 0; read < length; ) {
            socket.setSoTimeout(millis(end));
            var more = socket.getInputStream().read(octets, read, length - read);
            if (more < 0) {
                throw new EOFException("the server closed the connection");
            }
            read += more;
        }
        return octets;
    }

    /** At least one, because zero would mean for ever. */
    private static int millis(Deadline end) throws SocketTimeoutException {
        if (end.isOver()) {
            throw new SocketTimeoutException();
        }
        return (int) Math.max(1, end.left().toMillis());
    }

    private CompletableFuture<byte[]> exchange(Callable<byte[]> exchange) {
        try {
            if (!sockets.tryAcquire(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketTimeoutException();
            }
            try {
                return CompletableFuture.completedFuture(exchange.call());
            } finally {
                sockets.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}

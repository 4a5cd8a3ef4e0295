package org.supportpin.backoffice.delegation;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/** A DNS server on a port of its own, by UDP and TCP, that does what a test wants: to serve, or to harm who asks. */
final class StubServer implements AutoCloseable {

    /** What it does when asked. */
    interface Behaviour {

        /** The datagrams that it sends back. */
        List<byte[]> datagrams(Message query) throws IOException;

        /** What it does with a connection. By default it answers with the one datagram, however long. */
        default void connection(Message query, Socket socket) throws IOException {
            send(socket, datagrams(query).getFirst());
        }
    }

    private final Behaviour behaviour;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final List<Message> queries = new CopyOnWriteArrayList<>();
    final List<Integer> ports = new CopyOnWriteArrayList<>();
    final List<Message> byTcp = new CopyOnWriteArrayList<>();

    StubServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            var loopback = InetAddress.ofLiteral("127.0.0.1");
            tcp = new ServerSocket(0, 50, loopback);
            udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::answerDatagrams);
        begin(this::acceptConnections);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    /** What goes wrong in it, a test sees by what it does not get. */
    private void begin(Callable<@Nullable Void> work) {
        threads.execute(new FutureTask<>(work));
    }

    private @Nullable Void answerDatagrams() throws IOException {
        try {
            while (true) {
                var packet = new DatagramPacket(new byte[4096], 4096);
                udp.receive(packet);
                ports.add(packet.getPort());
                begin(() -> {
                    var query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                    queries.add(query);
                    for (var datagram : behaviour.datagrams(query)) {
                        udp.send(new DatagramPacket(datagram, datagram.length, packet.getSocketAddress()));
                    }
                    return null;
                });
            }
        } catch (SocketException closed) {
            return null;
        }
    }

    private @Nullable Void acceptConnections() throws IOException {
        try {
            while (true) {
                var socket = tcp.accept();
                begin(() -> {
                    try (socket) {
                        var in = new DataInputStream(socket.getInputStream());
                        var octets = new byte[in.readUnsignedShort()];
                        in.readFully(octets);
                        var query = new Message(octets);
                        byTcp.add(query);
                        behaviour.connection(query, socket);
                    } catch (EOFException | SocketException gone) {
                        return null;
                    }
                    return null;
                });
            }
        } catch (SocketException closed) {
            return null;
        }
    }

    static void send(Socket socket, byte[] message) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(2 + message.length)
                        .putShort((short) message.length)
                        .put(message)
                        .array());
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}

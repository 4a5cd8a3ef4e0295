package org.supportpin.local.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Sends the gateway any bytes, even what no HTTP client would. */
public record RawCaller(URI gateway) {

    /**
     * The whole answer; empty where the connection was closed without one.
     *
     * @param request in Latin-1, with its connection to be closed at the end
     */
    public String send(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.getInputStream().transferTo(answer);
            } catch (SocketException e) {
                // The server may close before the request is complete; its answer up to then counts.
                return answer.toString(UTF_8);
            }
            return answer.toString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}

package org.supportpin.functions.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportpin.functions.testing.Environments;
import software.amazon.awssdk.core.SdkBytes;

class ConnectToKmsTest {

    @Test
    void theNextCallFindsTheConnectionOpen() throws IOException {
        var callers = new ArrayList<InetSocketAddress>();
        var signed = new ArrayList<Boolean>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            callers.add(exchange.getRemoteAddress());
            signed.add(exchange.getRequestHeaders().containsKey("Authorization"));
            exchange.getRequestBody().readAllBytes();
            var known = exchange.getRequestMethod().equals("POST");
            var answer = (known ? "{\"Plaintext\":\"AAAA\"}" : "<UnknownOperationException/>").getBytes(UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        var environment =
                Environments.at("http://127.0.0.1:" + server.getAddress().getPort());
        try (var clients = new AwsClients(environment, List.of())) {
            clients.connectToKms();
            clients.kms().decrypt(decrypt -> decrypt.ciphertextBlob(SdkBytes.fromUtf8String("sealed")));
        } finally {
            server.stop(0);
        }

        assertThat(callers).hasSize(2).containsOnly(callers.getFirst());
        assertThat(signed).containsExactly(false, true);
    }
}

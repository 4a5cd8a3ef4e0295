package org.supportpin.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.local.contract.ProjectFiles;

/** What integrations/php and integrations/node sign, before any service has judged it. */
class AssertionsTest {

    private final Stack stack = Stack.tokenServiceAlone();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final HttpServer service;

    AssertionsTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        service.createContext("/", exchange -> {
            seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8).replaceAll(".*assertion=", ""));
            var body = "{\"access_token\":\"a\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    /** Asks for so many tokens, with claims in JSON. */
    private void sign(PanelWithASession kind, int times, String claims) throws IOException, InterruptedException {
        var file = ProjectFiles.root()
                .resolve(
                        kind == PanelWithASession.PHP
                                ? "integrations/php/support-pin.php"
                                : "integrations/node/support-pin.mjs");
        var client = "{\"endpoint\":\"%s\",\"client\":\"panel\",\"kid\":\"panel-1\",\"key\":\"%s\"}"
                .formatted(endpoint(), stack.dataFolder().resolve("client-panel.pem"));
        var command = switch (kind) {
            case PHP -> List.of("php", "-r", """
                        require '%s';
                        for ($i = 0; $i < %d; $i++) {
                            support_pin_token(json_decode('%s', true), '1001', json_decode('%s', true));
                        }
                        """.formatted(file, times, client, claims));
            case NODE -> List.of("node", "--input-type=module", "-e", """
                        const { token } = await import('%s');
                        for (let i = 0; i < %d; i++) {
                            await token(%s, '1001', %s);
                        }
                        """.formatted(file, times, client, claims));
        };
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private String endpoint() {
        return "http://127.0.0.1:%d/".formatted(service.getAddress().getPort());
    }

    /** One signature in a hundred has a number that is shorter than 32 bytes, and half of all have one that DER makes longer. */
    @ParameterizedTest
    @EnumSource
    void eachSignatureIsRight(PanelWithASession kind)
            throws IOException, InterruptedException, ParseException, JOSEException {
        sign(kind, 1000, "{}");

        var verifier = new ECDSAVerifier(
                ECKey.parse(Files.readString(stack.dataFolder().resolve("client-panel.json"))));
        assertThat(seen).hasSize(1000).doesNotHaveDuplicates();
        for (var assertion : seen) {
            assertThat(JWSObject.parse(assertion).verify(verifier)).isTrue();
        }
    }

    /** A panel that passes on what it was given cannot be made to speak for another customer. */
    @ParameterizedTest
    @EnumSource
    void noClaimTakesThePlaceOfWhatIsSignedForThePanel(PanelWithASession kind)
            throws IOException, InterruptedException, ParseException {
        sign(
                kind,
                1,
                "{\"sub\":\"1002\",\"iss\":\"desk\",\"aud\":\"https://evil.example\",\"exp\":1,\"jti\":\"again\",\"auth_time\":5}");
        var signed = JWSObject.parse(seen.getFirst());
        var claims = signed.getPayload().toJSONObject();

        assertThat(signed.getHeader().toJSONObject())
                .containsExactlyInAnyOrderEntriesOf(Map.of("alg", "ES256", "kid", "panel-1"));
        assertThat(claims)
                .containsEntry("sub", "1001")
                .containsEntry("iss", "panel")
                .containsEntry("aud", endpoint())
                .containsEntry("auth_time", 5L);
        assertThat(claims.get("jti")).asString().hasSizeGreaterThan(30);
        assertThat((Long) claims.get("exp"))
                .isBetween(Instant.now().getEpochSecond() + 30, Instant.now().getEpochSecond() + 60);
    }
}

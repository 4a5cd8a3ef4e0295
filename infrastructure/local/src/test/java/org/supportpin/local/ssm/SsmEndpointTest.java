package org.supportpin.local.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpin.backoffice.secret.SecretReference;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.secret.SecretUnavailable;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.SsmSecrets;
import org.supportpin.local.http.LoopbackServer;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/** The endpoint as the SDK sees it, and the functions' own way to connectors' secrets over it. */
class SsmEndpointTest {

    private static final SecretReference KEY = new SecretReference("/support-pin/key");

    private final AtomicReference<Map<String, String>> held =
            new AtomicReference<>(Map.of(KEY.name(), "first", "/support-pin/broken", "two\nlines"));
    private final LoopbackServer server =
            LoopbackServer.bind(0, 1 << 20).serve(request -> new SsmEndpoint(held.get()).answer(request));
    private final AwsClients clients = new AwsClients(
            Map.of(
                    "AWS_REGION", "eu-central-1",
                    "AWS_ACCESS_KEY_ID", "local",
                    "AWS_SECRET_ACCESS_KEY", "local",
                    "AWS_ENDPOINT_URL_SSM", server.uri().toString()),
            List.of());

    @AfterEach
    void stop() {
        server.close();
    }

    private SecretStore secrets(Instant now) {
        return new SsmSecrets(clients.ssm(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aSecretIsOpenedByItsReference() {
        assertThat(secrets(Instant.EPOCH).open(KEY).reveal()).isEqualTo("first");
    }

    @Test
    void withoutDecryptionTheValueIsNotReturned() {
        assertThat(clients.ssm()
                        .getParameter(it -> it.name(KEY.name()))
                        .parameter()
                        .value())
                .isNotEqualTo("first");
    }

    @Test
    void aMissingParameterIsUnavailable() {
        for (var name : List.of("/support-pin/none", "/support-pin/broken")) {
            assertThatExceptionOfType(SecretUnavailable.class)
                    .isThrownBy(() -> secrets(Instant.EPOCH).open(new SecretReference(name)))
                    .satisfies(e -> assertThat(e).message().doesNotContain("lines"));
        }
        assertThatExceptionOfType(ParameterNotFoundException.class)
                .isThrownBy(() -> clients.ssm().getParameter(it -> it.name("/support-pin/none")));
    }

    /** A secret can be replaced without a deployment, and a busy function does not read it each time. */
    @Test
    void aSecretIsAskedForAgainAfterFiveMinutes() {
        var clock = new AtomicReference<>(Instant.EPOCH);
        var secrets = new SsmSecrets(clients.ssm(), new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock.get();
            }
        });
        secrets.open(KEY);
        held.set(new HashMap<>(Map.of(KEY.name(), "second")));
        clock.set(Instant.EPOCH.plus(Duration.ofMinutes(5)).minusMillis(1));
        assertThat(secrets.open(KEY).reveal()).isEqualTo("first");
        clock.set(Instant.EPOCH.plus(Duration.ofMinutes(5)));
        assertThat(secrets.open(KEY).reveal()).isEqualTo("second");
    }
}

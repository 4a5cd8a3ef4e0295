package org.supportpin.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpin.backoffice.connector.Connector;
import org.supportpin.backoffice.connector.ConnectorContext;
import org.supportpin.backoffice.connector.ConnectorRegistry;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.domain.check.Checked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** With this module on the class path, {@code simulated} is found for each port. */
class SimulatedConnectorTest {

    /** What a function provides; this connector opens no secret and sends no mail. */
    private record Context() implements ConnectorContext {
        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }

        @Override
        public SecretStore secrets() {
            throw new IllegalStateException("it asks for secrets");
        }

        @Override
        public SesV2Client ses(Duration timeout) {
            throw new IllegalStateException("it asks for SES");
        }

        @Override
        public DynamoDbClient dynamoDb() {
            return SimulatedTable.client();
        }

        @Override
        public String table() {
            return SimulatedTable.NAME;
        }
    }

    static Stream<Arguments> ports() {
        return Stream.of(
                Arguments.of(ConnectorRegistry.BILLING, SimulatedBilling.class),
                Arguments.of(ConnectorRegistry.DNS, SimulatedDnsZones.class),
                Arguments.of(ConnectorRegistry.REGISTRAR, SimulatedRegistrar.class),
                Arguments.of(ConnectorRegistry.HOSTING, SimulatedHosting.class),
                Arguments.of(ConnectorRegistry.MAIL, SimulatedMail.class));
    }

    private static <P> Checked<Connector<P>> choose(ConnectorRegistry<P> registry, String settings) {
        return registry.choose("X_CONNECTOR", "simulated", "X_SETTINGS", settings);
    }

    @ParameterizedTest
    @MethodSource("ports")
    void itServesEachPort(ConnectorRegistry<?> registry, Class<?> port) {
        assertThat(registry.names()).contains("simulated");
        assertThat(choose(registry, "{}").orThrow().connect(new Context())).isExactlyInstanceOf(port);
    }

    @Test
    void itHasNoSettings() {
        assertThat(choose(ConnectorRegistry.DNS, "{\"url\":\"https://example.gr\"}"))
                .isEqualTo(Checked.faulty("X_SETTINGS/url is wrong: This member is unknown; remove it."));
    }
}

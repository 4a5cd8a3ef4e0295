package org.supportpin.connectorcheck;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.connector.ConnectorContext;
import org.supportpin.backoffice.secret.SecretStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

/**
 * What the check has of its machine.
 *
 * @param environment its variables
 * @param ses with region and credentials
 * @param tls with the certificates that mail servers are trusted by; null for the JDK's
 */
record Outside(
        Map<String, String> environment,
        Clock clock,
        Supplier<SesV2ClientBuilder> ses,
        @Nullable SSLSocketFactory tls) {

    static Outside real() {
        return new Outside(System.getenv(), Clock.systemUTC(), SesV2Client::builder, null);
    }

    /** For connectors, which get no client that could write. */
    ConnectorContext context(SecretStore secrets) {
        return new ConnectorContext() {
            @Override
            public Clock clock() {
                return clock;
            }

            @Override
            public SecretStore secrets() {
                return secrets;
            }

            @Override
            public SesV2Client ses(Duration timeout) {
                return ReadingSes.of(ses.get());
            }

            @Override
            public DynamoDbClient dynamoDb() {
                throw new IllegalStateException("the connector check has no tables");
            }

            @Override
            public String table() {
                throw new IllegalStateException("the connector check has no tables");
            }
        };
    }
}

package org.supportpin.backoffice.connector;

import java.time.Clock;
import java.time.Duration;
import org.supportpin.backoffice.secret.SecretStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** What a connector may use of its function. Each client is created at its first use. */
public interface ConnectorContext {

    /** The service's clock, for what a customer sees. Time stamps that another system checks use {@link Clock#systemUTC()}. */
    Clock clock();

    SecretStore secrets();

    /** Amazon SES, with one attempt per call and a time-out. */
    SesV2Client ses(Duration timeout);

    DynamoDbClient dynamoDb();

    /**
     * The table of the simulated back office.
     *
     * @throws IllegalStateException if the deployment has none
     */
    String table();
}

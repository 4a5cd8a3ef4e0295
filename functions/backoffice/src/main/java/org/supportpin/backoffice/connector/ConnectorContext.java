package org.supportpin.backoffice.connector;

import java.time.Clock;
import java.time.Duration;
import org.supportpin.backoffice.secret.SecretStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** What a connector may use of the function that it runs in. Each client is made when it is first asked for, and not before. */
public interface ConnectorContext {

    /** The service's clock, for what a customer sees. What another system checks by a clock of its own goes by {@link Clock#systemUTC()}. */
    Clock clock();

    SecretStore secrets();

    /** Amazon SES, which is asked once for each call and given up after {@code timeout}. */
    SesV2Client ses(Duration timeout);

    DynamoDbClient dynamoDb();

    /**
     * The table of a back office that is kept here.
     *
     * @throws IllegalStateException if the deployment has none
     */
    String table();
}

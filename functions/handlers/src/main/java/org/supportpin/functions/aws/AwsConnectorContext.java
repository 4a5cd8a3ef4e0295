package org.supportpin.functions.aws;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.connector.ConnectorContext;
import org.supportpin.backoffice.secret.SecretStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Lets connectors use the function's clients; the table is the simulated back office's. */
public record AwsConnectorContext(
        AwsClients clients, Clock clock, @Nullable String tableOrNone) implements ConnectorContext {

    @Override
    public SecretStore secrets() {
        return new SsmSecrets(clients.ssm(), clock);
    }

    @Override
    public SesV2Client ses(Duration timeout) {
        return clients.ses(timeout);
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return clients.dynamoDb();
    }

    @Override
    public String table() {
        if (tableOrNone == null) {
            throw new IllegalStateException("this function has no table for a simulated back office");
        }
        return tableOrNone;
    }
}

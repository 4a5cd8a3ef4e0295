package org.supportpin.local.sample;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;

/** The real SDK, pointed at the local stack by the variables that the stack gives to functions. */
public final class AwsClients {

    private AwsClients() {}

    public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configure(
            B builder, Map<String, String> environment, String service) {
        return builder.httpClientBuilder(Apache5HttpClient.builder())
                .region(Region.of(environment.getOrDefault("AWS_REGION", "")))
                .endpointOverride(URI.create(environment.getOrDefault("AWS_ENDPOINT_URL_" + service, "")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""))));
    }
}

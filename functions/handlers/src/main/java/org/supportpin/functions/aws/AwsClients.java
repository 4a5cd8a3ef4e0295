package org.supportpin.functions.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The SDK's clients over one HTTP client, with explicit region, credentials, retries, and time-outs well below those of the
 * functions; no call outlasts the deadline of the work at hand. Endpoints come from {@code AWS_ENDPOINT_URL_<SERVICE>} or {@code AWS_ENDPOINT_URL}.
 */
public final class AwsClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofMillis(1500);
    private static final Duration CALL = Duration.ofSeconds(4);
    private static final Duration ONLY_ATTEMPT = Duration.ofMillis(2500);
    private static final int ATTEMPTS = 3;
    private static final int CONNECTIONS = 64;
    private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

    private final Map<String, String> environment;
    private final List<ExecutionInterceptor> interceptors;
    private final Tls tls = new Tls();
    private final SdkHttpClient http;
    private final List<SdkAutoCloseable> opened = new ArrayList<>();
    private @Nullable DynamoDbClient dynamoDb;
    private @Nullable KmsClient kms;
    private @Nullable SnsClient sns;
    private @Nullable SsmClient ssm;
    private @Nullable EventBridgeClient eventBridge;

    /**
     * @param environment as Lambda provides it
     * @param interceptors called around each call of the SDK
     */
    public AwsClients(Map<String, String> environment, List<ExecutionInterceptor> interceptors) {
        this(environment, interceptors, UnaryOperator.identity());
    }

    /** @param around wraps the HTTP client */
    public AwsClients(
            Map<String, String> environment,
            List<ExecutionInterceptor> interceptors,
            UnaryOperator<SdkHttpClient> around) {
        this.environment = environment;
        this.interceptors = List.copyOf(interceptors);
        this.http = around.apply(Apache5HttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .connectionAcquisitionTimeout(CONNECT)
                .maxConnections(CONNECTIONS)
                .tlsSocketStrategy(tls)
                .build());
    }

    /** Each client is created once, on first use: that takes longer than a request. */
    public synchronized DynamoDbClient dynamoDb() {
        if (dynamoDb == null) {
            dynamoDb = opened(configure(DynamoDbClient.builder(), "DYNAMODB").build());
        }
        return dynamoDb;
    }

    public synchronized KmsClient kms() {
        if (kms == null) {
            kms = opened(configure(KmsClient.builder(), "KMS").build());
        }
        return kms;
    }

    /** Makes one attempt only, since SNS sends an SMS for each. */
    public synchronized SnsClient sns() {
        if (sns == null) {
            sns = opened(configure(SnsClient.builder(), "SNS", ONLY_ATTEMPT, ONLY_ATTEMPT, 1)
                    .build());
        }
        return sns;
    }

    public synchronized SsmClient ssm() {
        if (ssm == null) {
            ssm = opened(configure(SsmClient.builder(), "SSM").build());
        }
        return ssm;
    }

    public synchronized EventBridgeClient eventBridge() {
        if (eventBridge == null) {
            eventBridge =
                    opened(configure(EventBridgeClient.builder(), "EVENTBRIDGE").build());
        }
        return eventBridge;
    }

    /** Makes one attempt only, since SES sends a mail for each; it ends after the time-out. */
    public SesV2Client ses(Duration timeout) {
        return opened(
                configure(SesV2Client.builder(), "SESV2", timeout, timeout, 1).build());
    }

    /**
     * Opens a connection to KMS, for the next call of its client. What it asks for is nobody's: KMS answers anyone that it does not
     * know it, and bills nothing.
     */
    public void connectToKms() throws IOException {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(endpoint("KMS")
                        .orElseGet(() -> URI.create("https://"
                                + KmsClient.serviceMetadata().endpointFor(Region.of(required("AWS_REGION")))))
                        .resolve("/ping"))
                .build();
        var answer = http.prepareRequest(
                        HttpExecuteRequest.builder().request(request).build())
                .call();
        try (var body = answer.responseBody().orElseGet(AbortableInputStream::createEmpty)) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private synchronized <C extends SdkAutoCloseable> C opened(C client) {
        opened.add(client);
        return client;
    }

    private <
                    B extends
                            AwsSyncClientBuilder<B, ?>
                                    & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, ?>>
            B configure(B builder, String service) {
        return configure(builder, service, CALL, ATTEMPT, ATTEMPTS);
    }

    private <
                    B extends
                            AwsSyncClientBuilder<B, ?>
                                    & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, ?>>
            B configure(B builder, String service, Duration call, Duration attempt, int attempts) {
        builder.httpClient(http)
                .region(Region.of(required("AWS_REGION")))
                .credentialsProvider(credentials())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallTimeout(call)
                        .apiCallAttemptTimeout(attempt)
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(attempts)
                                .build())
                        .executionInterceptors(Stream.concat(Stream.of(new WithinDeadline(call)), interceptors.stream())
                                .toList())
                        // Lambda has no profile files to look for.
                        .defaultProfileFile(NO_PROFILES)
                        .build());
        var endpoint = endpoint(service);
        endpoint.ifPresent(builder::endpointOverride);
        if (!endpoint.map(URI::getScheme).filter("http"::equals).isPresent()) {
            tls.prepare();
        }
        return builder;
    }

    private Optional<URI> endpoint(String service) {
        return Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_" + service))
                .or(() -> Optional.ofNullable(environment.get("AWS_ENDPOINT_URL")))
                .map(URI::create);
    }

    /** Under SnapStart, Lambda serves credentials over HTTP; otherwise they are in the environment. */
    private AwsCredentialsProvider credentials() {
        if (environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return ContainerCredentialsProvider.builder().build();
        }
        var key = required("AWS_ACCESS_KEY_ID");
        var secret = required("AWS_SECRET_ACCESS_KEY");
        var session = environment.get("AWS_SESSION_TOKEN");
        return StaticCredentialsProvider.create(
                session == null
                        ? AwsBasicCredentials.create(key, secret)
                        : AwsSessionCredentials.create(key, secret, session));
    }

    private String required(String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new IllegalStateException(name + " is not set, although Lambda sets it"));
    }

    /** Closes all connections and stops the threads that enforce time-outs. */
    @Override
    public synchronized void close() {
        opened.forEach(SdkAutoCloseable::close);
        http.close();
    }
}

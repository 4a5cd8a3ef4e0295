package org.supportpin.local.emulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.supportpin.backoffice.json.Json;
import org.supportpin.functions.Wiring;
import org.supportpin.functions.http.Log;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.dynamodb.TableMaker;
import org.supportpin.local.template.Deployment;
import org.supportpin.local.template.Place;
import org.supportpin.local.template.Table;
import org.supportpin.local.template.Template;
import org.supportpin.simulated.SimulatedBackOffice;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/**
 * What template.yaml describes, created on an AWS endpoint: its tables under names of this run, and its key. The endpoints come
 * from {@code AWS_ENDPOINT_URL}, or {@code AWS_ENDPOINT_URL_DYNAMODB}, {@code …_KMS} and {@code …_SNS}.
 */
final class Aws {

    /** An emulator's first call may take long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, String> environment = new HashMap<>();
    private final SentSms sent = new SentSms();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Deployment deployment;
    private final String keyId;
    private final String destinationKeyId;
    private final String signingKeyId;

    /**
     * @param given endpoints, and region and credentials where they matter; {@code SUPPORT_PIN_TEST_KEY} is the ARN of a KMS key,
     *     {@code SUPPORT_PIN_TEST_DESTINATION_KEY} names one for HMAC and {@code SUPPORT_PIN_TEST_SIGNING_KEY} one that signs, if no first ones are to be made
     */
    Aws(Map<String, String> given) {
        environment.putAll(
                Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        given.forEach((name, value) -> {
            if (name.startsWith("AWS_")) {
                environment.put(name, value);
            }
        });
        keyId = Optional.ofNullable(given.get("SUPPORT_PIN_TEST_KEY")).orElseGet(this::newKey);
        destinationKeyId = Optional.ofNullable(given.get("SUPPORT_PIN_TEST_DESTINATION_KEY"))
                .orElseGet(() -> newKey(KeySpec.HMAC_256, KeyUsageType.GENERATE_VERIFY_MAC));
        signingKeyId =
                Optional.ofNullable(given.get("SUPPORT_PIN_TEST_SIGNING_KEY")).orElseGet(this::newSigningKey);
        deployment = Template.read(ProjectFiles.root().resolve("template.yaml"))
                .deploy(new Place(
                        region(),
                        Map.ofEntries(
                                Map.entry("AllowedOrigins", ""),
                                Map.entry("BankAccountHolder", "Hoster Example A.E."),
                                Map.entry("BankAccountIban", "GR1601101250000000012300695"),
                                Map.entry("PanelIssuer", "https://panel.example.gr"),
                                Map.entry("AgentIssuer", "https://agents.example.gr"),
                                Map.entry("Trial", "true"),
                                Map.entry("BillingConnector", "simulated"),
                                Map.entry("DnsConnector", "simulated"),
                                Map.entry("RegistrarConnector", "simulated"),
                                Map.entry("HostingConnector", "simulated"),
                                Map.entry("MailConnector", "simulated"),
                                Map.entry("DelegationConnector", "simulated")),
                        Map.of("Key", keyId, "DestinationKey", destinationKeyId, "SigningKey", signingKeyId)));
        new TableMaker(dynamoDb())
                .make(deployment.tables().stream().map(this::ofThisRun).toList());
        new SimulatedBackOffice(dynamoDb(), ofThisRun(named("BackOfficeTable")), Clock.systemUTC()).seed();
    }

    private Table ofThisRun(Table table) {
        var definition = Json.object().putAll(table.definition()).put("TableName", ofThisRun(table.name()));
        return new Table(ofThisRun(table.name()), definition.build(), table.timeToLive());
    }

    private String ofThisRun(String name) {
        return name + "-" + run;
    }

    private String named(String resource) {
        return deployment.tables().stream()
                .map(Table::name)
                .filter(name -> name.endsWith("-" + resource))
                .findFirst()
                .orElseThrow();
    }

    private String region() {
        return environment.getOrDefault("AWS_REGION", "");
    }

    private URI endpoint(String service) {
        return URI.create(environment.getOrDefault(
                "AWS_ENDPOINT_URL_" + service, environment.getOrDefault("AWS_ENDPOINT_URL", "")));
    }

    /** The ARN of another key. */
    String newKey() {
        return newKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
    }

    /** The ARN of another key that signs. */
    String newSigningKey() {
        return newKey(KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY);
    }

    /** The ARN of another key that signs tokens. */
    String newTokenKey() {
        return newKey(KeySpec.RSA_2048, KeyUsageType.SIGN_VERIFY);
    }

    private String newKey(KeySpec spec, KeyUsageType use) {
        return kms().createKey(request ->
                        request.description("Support PIN, a test").keySpec(spec).keyUsage(use))
                .keyMetadata()
                .arn();
    }

    String table() {
        return ofThisRun(named("Table"));
    }

    String keyId() {
        return keyId;
    }

    String destinationKeyId() {
        return destinationKeyId;
    }

    String signingKeyId() {
        return signingKeyId;
    }

    DynamoDbClient dynamoDb() {
        return patient(DynamoDbClient.builder(), "DYNAMODB");
    }

    KmsClient kms() {
        return patient(KmsClient.builder(), "KMS");
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C patient(B builder, String service) {
        return builder.httpClientBuilder(
                        Apache5HttpClient.builder().socketTimeout(PATIENCE).maxConnections(64))
                .region(Region.of(region()))
                .endpointOverride(endpoint(service))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""))))
                .build();
    }

    /** A function's wiring, with template.yaml's environment. */
    Wiring wiring(String function) {
        var its = new HashMap<>(deployment.functions().stream()
                .filter(each -> each.id().equals(function))
                .findFirst()
                .orElseThrow()
                .environment());
        its.computeIfPresent("TABLE_NAME", (_, name) -> ofThisRun(name));
        its.computeIfPresent("BACK_OFFICE_TABLE_NAME", (_, name) -> ofThisRun(name));
        its.put("KEY_ID", keyId);
        its.put("DESTINATION_KEY_ID", destinationKeyId);
        its.computeIfPresent("SIGNING_KEY_ID", (_, _) -> signingKeyId);
        its.putAll(environment);
        return Wiring.of(its, Clock.systemUTC(), new Log(System.out), List.of(sent));
    }

    /** The newest SMS to a number that the endpoint has taken. */
    String sms(String to) {
        return sent.newest(to);
    }
}

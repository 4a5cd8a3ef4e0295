package org.supportpin.deploymentcheck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** CloudFormation and SNS over the query protocol, as far as the check asks them. Any call that changes something fails the test. */
final class AwsStage implements AutoCloseable {

    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alarms";

    final Map<String, String> parameters = new HashMap<>(Map.of(
            "AlarmTopicArn", TOPIC,
            "BillingConnector", "whmcs",
            "DnsConnector", "powerdns",
            "RegistrarConnector", "epp",
            "HostingConnector", "plesk",
            "MailConnector", "ses"));
    final Map<String, String> monitoring = new HashMap<>(Map.of("AlarmTopicArn", TOPIC));
    final Set<String> wrong = new HashSet<>();
    final List<String> actions = new ArrayList<>();
    private final HttpServer server;
    private final String api;

    AwsStage(String api) {
        this.api = api;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    Account account() {
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var nobody = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        return new Account(
                () -> CloudFormationClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(nobody)
                        .build(),
                () -> SnsClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(nobody)
                        .build());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var action = form.getOrDefault("Action", "");
            actions.add(action);
            var refused = wrong.contains("everything denied") || wrong.contains(action + " denied");
            var nobodyImports = action.equals("ListImports") && wrong.contains("monitoring");
            var body = refused
                    ? error("AccessDenied", "not authorized")
                    : nobodyImports
                            ? error("ValidationError", "Export 'x' is not imported by any stack.")
                            : "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                                    .formatted(action, result(action, form));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 403 : nobodyImports ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String error(String code, String message) {
        return "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                .formatted(code, message);
    }

    private String result(String action, Map<String, String> form) {
        return switch (action) {
            case "DescribeStacks" -> stack(form.getOrDefault("StackName", ""));
            case "ListImports" -> "<Imports><member>support-pin-monitoring</member></Imports>";
            case "GetSMSSandboxAccountStatus" -> "<IsInSandbox>%s</IsInSandbox>".formatted(wrong.contains("sandbox"));
            case "GetSMSAttributes" ->
                "<attributes><entry><key>MonthlySpendLimit</key><value>50</value></entry></attributes>";
            case "ListSubscriptionsByTopic" ->
                "<Subscriptions><member><SubscriptionArn>%s</SubscriptionArn></member></Subscriptions>"
                        .formatted(wrong.contains("subscribers") ? "PendingConfirmation" : TOPIC + ":1");
            default -> throw new IllegalStateException("the check made the call " + action);
        };
    }

    private String stack(String name) {
        var all = new HashMap<>(monitoring);
        if (!name.endsWith("monitoring")) {
            all.clear();
            all.putAll(parameters);
            all.put("AllowedOrigins", Stage.ORIGIN);
        }
        return """
                <Stacks><member><StackName>%s</StackName><StackStatus>%s</StackStatus><CreationTime>2026-11-28T00:00:00Z</CreationTime>
                <Parameters>%s</Parameters>
                <Outputs><member><OutputKey>ApiUrl</OutputKey><OutputValue>%s</OutputValue></member>%s</Outputs>
                </member></Stacks>""".formatted(
                        name,
                        wrong.contains("rolled back") ? "UPDATE_ROLLBACK_COMPLETE" : "UPDATE_COMPLETE",
                        all.entrySet().stream()
                                .map(each ->
                                        "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
                                                .formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining()),
                        api,
                        wrong.contains("no providers")
                                ? "<member><OutputKey>TokenEndpoint</OutputKey><OutputValue>%s/v1/token</OutputValue></member>"
                                        .formatted(api)
                                : "");
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&", -1))
                .map(each -> each.split("=", 2))
                .filter(each -> each.length == 2)
                .collect(Collectors.toMap(
                        each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8), (one, _) -> one));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

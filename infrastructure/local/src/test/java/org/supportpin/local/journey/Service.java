package org.supportpin.local.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.simulated.SimulatedBackOffice;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.http.Log;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.contract.Responses;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.WiredHandlers;
import org.supportpin.local.json.Json;
import org.supportpin.local.sample.Caller;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The whole service, running for tests. Each customer is new, so that tests do not meet. */
final class Service implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Responses CONTRACT = new Responses();
    private static final int MOST_IN_A_BATCH = 25;

    private final LocalStack stack;
    private final Caller caller;
    private final Calls calls = new Calls();
    private final DynamoDbClient client;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Service(Path data, String handler, List<ExecutionInterceptor> interceptors) {
        var lines = new Log(new PrintStream(log, true, StandardCharsets.UTF_8));
        var usual = new WiredHandlers(lines, List.of(calls));
        var watched = new WiredHandlers(lines, interceptors);
        this.stack = LocalStack.start(
                Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", data.toString()),
                ProjectFiles.root(),
                (name, environment, clock) ->
                        (name.endsWith("." + handler) ? watched : usual).create(name, environment, clock));
        this.caller = new Caller(stack.uri());
        this.client = new AwsClients(stack.awsEnvironment(), List.of()).dynamoDb();
    }

    /** A service with data of its own. */
    static Service in(Path data) {
        return new Service(data, "none", List.of());
    }

    /** The same, with one handler's calls to AWS, and to the simulated back office, intercepted. */
    static Service in(Path data, String handler, ExecutionInterceptor interceptor) {
        return new Service(data, handler, List.of(interceptor));
    }

    private static final class Shared {
        private static final Service SERVICE = start();

        private static Service start() {
            try {
                var service = in(Files.createTempDirectory("support-pin"));
                Runtime.getRuntime().addShutdownHook(new Thread(service::close));
                return service;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One for all tests that leave its clock within hours of now. */
    static Service shared() {
        return Shared.SERVICE;
    }

    LocalStack stack() {
        return stack;
    }

    /** What the functions asked of AWS. */
    Calls calls() {
        return calls;
    }

    /** Every line that the functions logged. */
    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    CustomerSteps customer() {
        return customer("c-" + NEXT.incrementAndGet());
    }

    CustomerSteps customer(String id) {
        return new CustomerSteps(this, id);
    }

    AgentSteps agent() {
        return agent("agent-" + NEXT.incrementAndGet());
    }

    AgentSteps agent(String id) {
        return new AgentSteps(this, id, token("agent", id, "{}"));
    }

    String token(String role, String subject, String claims) {
        return caller.token(role, subject, claims);
    }

    void advance(Duration time) {
        call("POST", "/local/clock", "{\"advance\":\"" + time + "\"}", null).is(200);
    }

    Instant now() {
        return call("GET", "/local/clock", "", null).instant("now");
    }

    /** The texts of all SMS to a number, oldest first. */
    List<String> sms(String to) {
        var texts = new ArrayList<String>();
        call("GET", "/local/sms", "", null).body().path("messages").forEach(message -> {
            if (message.path("to").asText().equals(to)) {
                texts.add(message.path("text").asText());
            }
        });
        return texts;
    }

    void fault(String operation, String fault) {
        call(
                        "POST",
                        "/local/back-office/faults",
                        "{\"operation\":\"%s\",\"fault\":\"%s\",\"times\":1}".formatted(operation, fault),
                        null)
                .is(204);
    }

    /** Calls a scheduled function now. */
    void invoke(String function) {
        try {
            stack.invoke(function, "{}".getBytes(StandardCharsets.UTF_8));
        } catch (FunctionFailed e) {
            throw new IllegalStateException(e);
        }
    }

    /** The back office as it was at first, its dates told from now. */
    void resetBackOffice() {
        var table = client.listTables().tableNames().stream()
                .filter(name -> name.contains("BackOffice"))
                .findFirst()
                .orElseThrow();
        var deletions = client.scanPaginator(request -> request.tableName(table)).items().stream()
                .map(item -> WriteRequest.builder()
                        .deleteRequest(delete -> delete.key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))))
                        .build())
                .toList();
        for (int from = 0; from < deletions.size(); from += MOST_IN_A_BATCH) {
            var batch = deletions.subList(from, Math.min(deletions.size(), from + MOST_IN_A_BATCH));
            client.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
        }
        new SimulatedBackOffice(client, table, stack.clock()).seed();
    }

    /** One request; the answer keeps the contract, or the test fails here. */
    Answer call(String method, String path, String body, @Nullable String token, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        if (token != null) {
            all.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (!body.isEmpty() && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        var response = caller.call(method, path, body, all.toArray(String[]::new));
        var type = response.headers().firstValue("content-type").orElse(null);
        if (path.startsWith("/v1/")) {
            Assertions.assertThat(CONTRACT.faults(
                            method, path.replaceAll("\\?.*", ""), response.statusCode(), type, response.body()))
                    .as("%s %s: %s %s", method, path, response.statusCode(), response.body())
                    .isEmpty();
        }
        return new Answer(
                response.statusCode(),
                response.body().isEmpty() ? Json.object() : Json.read(response.body()),
                response.headers());
    }

    @Override
    public void close() {
        stack.close();
    }
}

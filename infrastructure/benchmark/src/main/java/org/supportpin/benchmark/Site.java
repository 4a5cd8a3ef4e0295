package org.supportpin.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.supportpin.functions.http.Log;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.function.WiredHandlers;
import org.supportpin.local.lambda.FunctionProcess.Launch;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.template.Function;
import org.supportpin.local.testing.Trees;

/**
 * The endpoints of the measured functions: the local stack's DynamoDB, KMS and SNS, over plain HTTP or TLS. Its gateway prepares
 * customers, which is not measured.
 */
final class Site implements AutoCloseable {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL_";

    private record Deployed(Function function, Map<String, String> environment) {}

    private final Map<String, Deployed> deployed = new ConcurrentHashMap<>();
    private final Map<String, Relay> relays = new HashMap<>();
    private final AtomicInteger customers = new AtomicInteger();
    private final Path folder;
    private final Certificate certificate;
    private final LocalStack stack;
    private final Caller caller;

    Site() throws IOException, InterruptedException, GeneralSecurityException {
        folder = Files.createTempDirectory("benchmark");
        certificate = Certificate.make(folder);
        var own = Map.of(
                "SUPPORT_PIN_PORT",
                "0",
                "SUPPORT_PIN_DATA",
                folder.resolve("data").toString(),
                "SUPPORT_PIN_TABLES",
                "memory");
        var silent = new Log(new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        stack = LocalStack.start(own, ProjectFiles.root(), (function, environment, clock) -> {
            deployed.put(function.id(), new Deployed(function, Map.copyOf(environment)));
            // In AWS it runs elsewhere; here it would compete with what is measured.
            return function.id().equals("WatchFunction")
                    ? (_, out, _) -> out.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8))
                    : new WiredHandlers(silent, List.of()).create(function, environment, clock);
        });
        caller = new Caller(stack.uri());
        stack.awsEnvironment().forEach((name, value) -> {
            if (name.startsWith(ENDPOINT)) {
                relays.put(name, Relay.tls(URI.create(value), certificate));
            }
        });
    }

    /** A folder that is deleted after the run. */
    Path folder() {
        return folder;
    }

    Function function(String id) {
        return of(id).function();
    }

    String handler(String function) {
        return of(function).function().handler();
    }

    String environment(String function, String name) {
        return Objects.requireNonNull(of(function).environment().get(name), name);
    }

    /** The template's variables, and region, credentials and endpoints. */
    Map<String, String> environment(String function) {
        return of(function).environment();
    }

    /** As the template deploys the function, calling AWS over plain HTTP. */
    Launch http(String function, Path code) {
        return Launch.zip(code, handler(function), of(function).environment()).with(Options.ALWAYS);
    }

    /** The same, calling AWS over TLS. */
    Launch tls(String function, Path code) {
        var environment = new HashMap<>(of(function).environment());
        relays.forEach((name, relay) -> environment.put(name, relay.uri().toString()));
        return Launch.zip(code, handler(function), environment)
                .with(Options.ALWAYS)
                .with(certificate.options().toArray(String[]::new));
    }

    /** Ends all connections over TLS. */
    void cut() {
        relays.values().forEach(Relay::cut);
    }

    private Deployed of(String function) {
        return Objects.requireNonNull(deployed.get(function), function);
    }

    /** The id of a new customer. */
    String stranger() {
        return "b-" + customers.incrementAndGet();
    }

    /** A new customer, with the service active. */
    String customer() {
        return activated(stranger());
    }

    String activated(String id) {
        var number = "+30691%07d".formatted(Math.floorMod(id.hashCode(), 10_000_000));
        var claims = "{\"phone_number\":\"%s\",\"phone_number_verified\":true}".formatted(number);
        call("POST", "/v1/panel/support-pin/activation", "", caller.token("customer", id, claims));
        return id;
    }

    /** The current PIN. */
    String pin(String customer) {
        return Trees.read(call("GET", "/v1/panel/support-pin", "", caller.token("customer", customer)))
                .path("pin")
                .asText();
    }

    /** A new verification. */
    String verified(String customer, String agent) {
        var body =
                "{\"customerId\":\"%s\",\"pin\":\"%s\",\"callReference\":\"bench\"}".formatted(customer, pin(customer));
        return Trees.read(call("POST", "/v1/agent/verifications", body, caller.token("agent", agent)))
                .path("verificationId")
                .asText();
    }

    private String call(String method, String path, String body, String token) {
        var headers = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        if (!body.isEmpty()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        var answer = caller.call(method, path, body, headers.toArray(String[]::new));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        for (var relay : relays.values()) {
            relay.close();
        }
        stack.close();
    }
}

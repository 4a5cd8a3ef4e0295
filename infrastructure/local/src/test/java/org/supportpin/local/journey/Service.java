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
import org.supportpin.functions.http.Log;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.contract.Responses;
import org.supportpin.local.function.WiredHandlers;
import org.supportpin.local.json.Json;
import org.supportpin.local.sample.Caller;

/** The whole service, running for tests. Each customer is new, so that tests do not meet. */
final class Service implements AutoCloseable {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Responses CONTRACT = new Responses();

    private final LocalStack stack;
    private final Caller caller;
    private final Calls calls = new Calls();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private Service(Path data) {
        this.stack = LocalStack.start(
                Map.of("SUPPORT_PIN_PORT", "0", "SUPPORT_PIN_DATA", data.toString()),
                ProjectFiles.root(),
                new WiredHandlers(new Log(new PrintStream(log, true, StandardCharsets.UTF_8)), List.of(calls)));
        this.caller = new Caller(stack.uri());
    }

    /** A service with data of its own. */
    static Service in(Path data) {
        return new Service(data);
    }

    private static final class Shared {
        private static final Service SERVICE = start();

        private static Service start() {
            try {
                var service = new Service(Files.createTempDirectory("support-pin"));
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

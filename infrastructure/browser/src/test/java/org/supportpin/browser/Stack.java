package org.supportpin.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.supportpin.functions.http.Log;
import org.supportpin.local.LocalStack;
import org.supportpin.local.contract.ProjectFiles;
import org.supportpin.local.function.WiredHandlers;
import org.supportpin.local.sample.Caller;
import org.supportpin.local.sample.IssuerKeys;
import org.supportpin.local.testing.Trees;

/** The whole system, one for all tests of a thread; each test has its own customers. */
final class Stack {

    /** Gates are for WaitingBrowserTest, JourneysBrowserTest and the journeys of infrastructure/local. Elsewhere, what is accepted is done at once. */
    private static final String WITHOUT_GATES =
            "{\"parameters\":{\"ConsentForHighRisk\":\"false\",\"HoldHours\":\"0\",\"FourEyes\":\"\"}}";

    private static final ThreadLocal<Stack> SHARED = ThreadLocal.withInitial(() -> start(WITHOUT_GATES, "local"));
    private static final ThreadLocal<Stack> GATED = ThreadLocal.withInitial(() -> start("{}", "local"));
    private static final ThreadLocal<Stack> TOKEN_SERVICE_ALONE =
            ThreadLocal.withInitial(() -> start(WITHOUT_GATES, "token-service"));

    private final LocalStack local;
    private final Caller caller;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Stack(LocalStack local) {
        this.local = local;
        this.caller = new Caller(local.uri());
    }

    private static Stack start(String settings, String issuers) {
        try {
            var data = Files.createTempDirectory("support-pin");
            IssuerKeys.putInto(data);
            var connectors = Files.writeString(data.resolve("settings.json"), settings);
            var log = new Log(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            var local = LocalStack.start(
                    Map.of(
                            "SUPPORT_PIN_PORT",
                            "0",
                            "SUPPORT_PIN_DATA",
                            data.toString(),
                            "SUPPORT_PIN_TABLES",
                            "memory",
                            "SUPPORT_PIN_CONNECTORS",
                            connectors.toString(),
                            "SUPPORT_PIN_ISSUERS",
                            issuers),
                    ProjectFiles.root(),
                    new WiredHandlers(log, List.of()));
            Runtime.getRuntime().addShutdownHook(new Thread(local::close));
            return new Stack(local);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stack shared() {
        return SHARED.get();
    }

    /** With the gates that the local stack has by itself. */
    static Stack gated() {
        return GATED.get();
    }

    /** Without the local issuer: only the token service's clients get tokens. */
    static Stack tokenServiceAlone() {
        return TOKEN_SERVICE_ALONE.get();
    }

    /** Where the token service's clients have their keys. */
    Path dataFolder() {
        return local.dataFolder();
    }

    /** Where the pages and the API are. */
    String origin() {
        return local.uri().toString();
    }

    void advance(Duration time) {
        local.clock().advance(time);
    }

    String token(String role, String subject, String claims) {
        return tokens.computeIfAbsent(role + " " + subject + " " + claims, _ -> caller.token(role, subject, claims));
    }

    /** Makes one call and returns its body, which may be empty. */
    JsonNode call(String method, String path, String body, String token) {
        var answer =
                caller.call(method, path, body, "Authorization", "Bearer " + token, "Content-Type", "application/json");
        return answer.body().isEmpty() ? Trees.object() : Trees.read(answer.body());
    }

    /** Makes one call and returns its body as it is. */
    String text(String method, String path, String token) {
        return caller.call(method, path, "", "Authorization", "Bearer " + token).body();
    }

    /** Has an action done. */
    void act(String verification, String body, String token) {
        caller.call(
                "POST",
                "/v1/agent/verifications/" + verification + "/actions",
                body,
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}

package org.supportpin.local.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;

/**
 * Lambda's Runtime API (version 2018-06-01, with SnapStart's {@code restore} besides) for one process: it hands out events and
 * takes answers.
 */
public final class RuntimeApi implements AutoCloseable {

    /** The largest synchronous payload that Lambda takes. */
    private static final int MAX_PAYLOAD = 6 << 20;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Invocation(String id, Body event, CompletableFuture<Answered> answer) {}

    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Answered> over = new CompletableFuture<>();
    private final CompletableFuture<Boolean> snapshot = new CompletableFuture<>();
    private final CompletableFuture<Boolean> restore = new CompletableFuture<>();
    private final LoopbackServer server;

    private RuntimeApi(LoopbackServer server) {
        this.server = server;
    }

    public static RuntimeApi start() {
        var server = LoopbackServer.bind(0, MAX_PAYLOAD);
        var api = new RuntimeApi(server);
        server.serve(api::answer);
        return api;
    }

    /** What Lambda puts into {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return server.uri().getAuthority();
    }

    /** Passes an event to the function and waits for the answer. A function that has not started yet gets it when it asks. */
    public Answered invoke(Body event) {
        var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        running.put(invocation.id(), invocation);
        waiting.add(invocation);
        return CompletableFuture.anyOf(invocation.answer(), over)
                .thenApply(Answered.class::cast)
                .completeOnTimeout(
                        new Answered.Failed("no answer within " + PATIENCE), PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /**
     * Waits until the function is ready for its snapshot: it was made, and its hooks have run.
     *
     * @throws IllegalStateException if it ended before
     */
    public void awaitSnapshot() {
        var first = CompletableFuture.anyOf(snapshot, over)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (first instanceof Answered.Failed(var report)) {
            throw new IllegalStateException(report);
        }
    }

    /** Continues a function that waits at its snapshot, as a restore does. */
    public void restore() {
        restore.complete(true);
    }

    /** No answer will come. */
    void end(String reason) {
        over.complete(new Answered.Failed(reason));
    }

    private Reply answer(Request request) {
        var what = request.path().startsWith(ROOT) ? request.path().substring(ROOT.length()) : "";
        return switch (request.method() + " " + what) {
            case "GET invocation/next" -> next();
            case "GET restore/next" -> {
                snapshot.complete(true);
                restore.join();
                yield Reply.empty(200);
            }
            case "POST init/error", "POST restore/error" -> {
                end(what + ": " + request.body().text());
                yield accepted();
            }
            default -> result(what.split("/", -1), request.body());
        };
    }

    private Reply next() {
        try {
            var invocation = waiting.take();
            return new Reply(
                    200,
                    Map.of(
                            "content-type", List.of("application/json"),
                            "lambda-runtime-aws-request-id", List.of(invocation.id()),
                            "lambda-runtime-deadline-ms",
                                    List.of(Long.toString(
                                            Instant.now().plus(PATIENCE).toEpochMilli())),
                            "lambda-runtime-invoked-function-arn",
                                    List.of("arn:aws:lambda:eu-central-1:000000000000:function:packaged"),
                            "lambda-runtime-trace-id", List.of("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0")),
                    invocation.event());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.empty(500);
        }
    }

    /** {@code invocation/<id>/response} or {@code invocation/<id>/error}. */
    private Reply result(String[] path, Body body) {
        var invocation = path.length == 3 ? running.remove(path[1]) : null;
        if (invocation == null) {
            return Reply.message(404, "Not Found");
        }
        invocation
                .answer()
                .complete(
                        path[2].equals("response")
                                ? new Answered.Payload(body)
                                : new Answered.Failed("invocation/error: " + body.text()));
        return accepted();
    }

    private static Reply accepted() {
        return Reply.text(202, "application/json", "{\"status\":\"OK\"}");
    }

    @Override
    public void close() {
        end("the Runtime API was closed");
        restore.complete(true);
        server.close();
    }
}

package org.supportpin.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.supportpin.local.http.Body;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Request;

/** A proxy for the AWS endpoints of an environment, which records calls and answers. */
final class WireTap implements AutoCloseable {

    private static final int MAX_BODY = 1 << 20;
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";
    private static final Set<String> ONE_HOP =
            Set.of("host", "connection", "content-length", "expect", "transfer-encoding", "upgrade", "date");

    /**
     * A call that reached the network.
     *
     * @param target its header {@code X-Amz-Target}, or else the start of its body
     */
    record Sent(String target, String body, int status, String answer) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<LoopbackServer> servers = new ArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, String> environment;

    WireTap(Map<String, String> environment) {
        var tapped = new HashMap<>(environment);
        tapped.replaceAll((name, value) -> name.startsWith(ENDPOINT) ? tap(URI.create(value)) : value);
        this.environment = Map.copyOf(tapped);
    }

    private String tap(URI endpoint) {
        var server = LoopbackServer.bind(0, MAX_BODY).serve(request -> forward(endpoint, request));
        servers.add(server);
        return server.uri().toString();
    }

    /** The same environment, with this in between. */
    Map<String, String> environment() {
        return environment;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    private Reply forward(URI endpoint, Request request) {
        var forwarded = HttpRequest.newBuilder(endpoint.resolve(request.path()))
                .method(
                        request.method(),
                        HttpRequest.BodyPublishers.ofByteArray(request.body().bytes()));
        request.headers().forEach((name, values) -> {
            if (!ONE_HOP.contains(name)) {
                values.forEach(value -> forwarded.header(name, value));
            }
        });
        try {
            var answer = http.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
            var body = Body.of(answer.body());
            var text = request.body().text();
            sent.add(new Sent(request.header("x-amz-target").orElse(text), text, answer.statusCode(), body.text()));
            var headers = new HashMap<>(answer.headers().map());
            headers.keySet().removeIf(name -> ONE_HOP.contains(name) || name.startsWith(":"));
            return new Reply(answer.statusCode(), headers, body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        servers.forEach(LoopbackServer::close);
        http.close();
    }
}

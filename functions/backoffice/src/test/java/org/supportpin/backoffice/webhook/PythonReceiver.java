package org.supportpin.backoffice.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.supportpin.backoffice.http.Content;
import org.supportpin.backoffice.http.Endpoint;
import org.supportpin.backoffice.http.Network;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** A running receiver.py, which shares no code with this project. */
public final class PythonReceiver implements AutoCloseable {

    /** From the folder of whichever module runs the test. */
    private static final Path SCRIPT =
            Path.of("../../functions/backoffice/src/test/resources/org/supportpin/backoffice/webhook/receiver.py");

    private final Process process;
    private final int port;

    private PythonReceiver(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it; without Python, the test is aborted with a message.
     *
     * @param secrets whose signatures it accepts
     */
    public static PythonReceiver start(String... secrets) {
        var command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
        command.addAll(List.of(secrets));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new PythonReceiver(process, Integer.parseInt(String.valueOf(out.readLine())));
        } catch (IOException e) {
            Assumptions.abort("There is no python3 here, which the webhook's receiver is written in.");
            throw new UncheckedIOException(e);
        }
    }

    public Endpoint endpoint() {
        return new Endpoint(URI.create("http://127.0.0.1:" + port + "/hooks"), Network.LOOPBACK);
    }

    public void seed(String kind, String id, Json thing) {
        var seed = Json.object()
                .put("kind", kind)
                .put("id", id)
                .put("thing", thing)
                .build();
        post("/seed", Map.of(), Content.of(JsonText.write(seed)));
    }

    /** From now on, every list holds everybody's things. */
    public void leak() {
        post("/leak", Map.of(), Content.EMPTY);
    }

    /** Everything that is kept, as text, to be compared with what is kept later. */
    public String kept() {
        return post("/kept", Map.of(), Content.EMPTY).body();
    }

    /** The stored texts of a kind, under ids with a prefix. */
    public List<String> held(String kind, String id) {
        var asked = Json.object().put("kind", kind).put("id", id).build();
        return ((Json.Arr) JsonText.readOwn(post("/held", Map.of(), Content.of(JsonText.write(asked)))
                        .body()))
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .map(each -> each.text("text").orElseThrow())
                        .toList();
    }

    /** The ids of the accepted calls, in order. */
    public List<String> seen(String operation) {
        return ((Json.Arr)
                        JsonText.readOwn(post("/seen", Map.of(), Content.EMPTY).body()))
                .items().stream()
                        .map(Json.Obj.class::cast)
                        .filter(each -> each.text("type").orElseThrow().equals(operation))
                        .map(each -> each.text("id").orElseThrow())
                        .toList();
    }

    HttpResponse<String> post(String path, Map<String, String> headers, Content body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes()));
        headers.forEach(request::header);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}

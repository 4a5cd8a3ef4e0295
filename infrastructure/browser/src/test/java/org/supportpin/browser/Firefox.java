package org.supportpin.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.supportpin.local.testing.Trees;

/** Debian's Firefox without windows, by WebDriver BiDi, which it speaks itself: Playwright needs a Firefox of its own. */
final class Firefox implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/bin/firefox-esr");

    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final long PATIENCE = 90;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final String tab;

    private Firefox(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .join();
        ask("session.new", object("capabilities", JsonNodeFactory.instance.objectNode()));
        var events = JsonNodeFactory.instance.objectNode();
        events.putArray("events").add("log.entryAdded");
        ask("session.subscribe", events);
        tab = ask("browsingContext.getTree", JsonNodeFactory.instance.objectNode())
                .at("/contexts/0/context")
                .asText();
    }

    static Firefox start() throws IOException {
        var process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "--no-remote",
                        "--profile",
                        Files.createTempDirectory("firefox").toString(),
                        "--remote-debugging-port",
                        "0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var found = LISTENING.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> drain(lines));
                return new Firefox(process, URI.create(found.group(1) + "/session"));
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    /** Or it would wait for somebody to read what it says. */
    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // Nobody needs it.
            }
        } catch (IOException closed) {
            // Firefox has ended.
        }
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                heard(Trees.read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void heard(JsonNode message) {
        if (message.has("id")) {
            Objects.requireNonNull(answers.remove(message.path("id").asInt())).complete(message);
        } else if (message.at("/params/level").asText().equals("error")) {
            errors.add(message.at("/params/text").asText());
        }
    }

    private static ObjectNode object(String name, JsonNode value) {
        var object = JsonNodeFactory.instance.objectNode();
        object.set(name, value);
        return object;
    }

    private JsonNode ask(String method, ObjectNode params) {
        int id = next.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        var command = JsonNodeFactory.instance.objectNode();
        command.put("id", id).put("method", method).set("params", params);
        socket.sendText(command.toString(), true).join();
        var message = answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        if (!message.path("type").asText().equals("success")) {
            throw new IllegalStateException(message.toString());
        }
        return message.path("result");
    }

    void open(String address) {
        var params = JsonNodeFactory.instance.objectNode();
        ask(
                "browsingContext.navigate",
                params.put("context", tab).put("url", address).put("wait", "complete"));
    }

    /** What a script of the page returns, as text; a promise is waited for. */
    String run(String script) {
        var params =
                JsonNodeFactory.instance.objectNode().put("expression", script).put("awaitPromise", true);
        params.set("target", JsonNodeFactory.instance.objectNode().put("context", tab));
        var answer = ask("script.evaluate", params);
        if (!answer.path("type").asText().equals("success")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.at("/result/value").asText();
    }

    /** What pages complained about. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
    }
}
